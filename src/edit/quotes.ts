import type { ListPlace, Member, ScalarValue } from "../policy/value.js";
import type { Range } from "../text/range.js";
import type { SourceText } from "../text/syntax.js";
import type { Edit } from "./problem.js";
import { quoteMarkOf } from "./quote-mark.js";

/** Puts a number or boolean in quotes where it is all that stands behind its key, or in its place of a list. */
export function quote(
  member: Member,
  { range, value }: ScalarValue,
  place: ListPlace | undefined,
): readonly Edit<"quote">[] {
  const slot = place?.slots[place.index];
  const isWritten = place ? slot?.[0] === range[0] && slot[1] === range[1] : isWholeValue(range, member);
  return value !== null && isWritten
    ? [
        {
          id: "quote",
          kind: "fix",
          changes: (source) => [{ range, text: quoted(String(value), member, source) }],
        },
      ]
    : [];
}

/** A text in the quotes of a key, also where they are escaped ones in a string. */
export function quoted(text: string, { keyRange }: Member, source: SourceText): string {
  const mark = quoteMarkOf(source.text.slice(...keyRange)) ?? source.syntax.quoteMark;
  return `${mark}${text}${mark}`;
}

/** Whether a value is all that stands behind its key: not a constant's, nor a part of an expression. */
export function isWholeValue([start, end]: Range, { keyRange, range }: Member): boolean {
  return start >= keyRange[1] && end === range[1];
}
