import type { ListPlace, Member, ScalarValue } from "../policy/value.js";
import type { Range } from "../text/range.js";
import type { SourceText } from "../text/syntax.js";
import type { Edit } from "./problem.js";
import { quoteMarkOf } from "./quote-mark.js";

/** Quotes a number or boolean if it is the whole value of its key or a whole element of a list. */
export function quoteScalar(
  member: Member,
  { range, value, written }: ScalarValue,
  place: ListPlace | undefined,
): readonly Edit<"quote">[] {
  const slot = place?.slots[place.index];
  const isWritten = place ? slot?.[0] === range[0] && slot[1] === range[1] : isWholeValue(range, member);
  return value !== null && isWritten
    ? [
        {
          id: "quote",
          kind: "fix",
          changes: (source) => [{ range, text: quoted(written ?? String(value), member, source) }],
        },
      ]
    : [];
}

/** Quotes a string like a key, even if the key's quotes are escaped in an outer string. */
export function quoted(text: string, { keyRange }: Member, source: SourceText): string {
  const mark = quoteMarkOf(source.text.slice(...keyRange)) ?? source.syntax.quoteMark;
  return `${mark}${text}${mark}`;
}

/** Whether a value is the whole value of its member, rather than a constant's or part of an expression. */
export function isWholeValue([start, end]: Range, { keyRange, range }: Member): boolean {
  return start >= keyRange[1] && end === range[1];
}
