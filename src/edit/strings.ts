import type { PolicyString } from "../policy/value.js";
import type { Range } from "../text/range.js";
import type { SourceText } from "../text/syntax.js";
import { truncate } from "../text/wording.js";
import type { Edit } from "./problem.js";

/** Replaces the content of a string literal. Content that needs escapes prevents the edit. */
export function replaceString(
  string: PolicyString,
  text: string,
  kind: Edit["kind"] = "suggestion",
): readonly Edit<"replace">[] {
  const { isLiteral, contentRange } = string;
  const message = { id: "replace", data: { text: truncate(text) } } as const;
  return replaceIn(string, isLiteral ? contentRange : null, text, message, kind);
}

/**
 * Replaces a part of a string literal. Content that needs escapes prevents the edit.
 *
 * @param range `null` if there is no exact range; then there is no edit
 */
export function replaceIn<Id extends string>(
  string: PolicyString,
  range: Range | null,
  text: string,
  message: Pick<Edit<Id>, "id" | "data">,
  kind: Edit["kind"] = "suggestion",
): readonly Edit<Id>[] {
  return range
    ? [
        {
          ...message,
          kind,
          changes(source) {
            const written = writtenIn(string, range, text, source);
            return written === undefined ? [] : [{ range, text: written }];
          },
        },
      ]
    : [];
}

/** A text as it is written in a part of a string; `undefined` if it needs escapes, or quotes that the rest has not. */
function writtenIn(
  { range, contentRange, isLiteral }: PolicyString,
  [start, end]: Range,
  text: string,
  { text: all, syntax }: SourceText,
): string | undefined {
  if (!syntax.isPlain(text)) {
    return undefined;
  }
  const isInQuotes = !isLiteral || range[0] !== contentRange[0];
  if (isInQuotes || syntax.isBare?.(all.slice(range[0], start) + text + all.slice(end, range[1])) !== false) {
    return text;
  }
  const isWhole = start === range[0] && end === range[1];
  return isWhole ? `${syntax.quoteMark}${text}${syntax.quoteMark}` : undefined;
}

/** Removes leading and trailing whitespace inside a string literal. */
export function trimString(string: PolicyString): readonly Edit<"trim">[] {
  const { value, contentRange } = string;
  const start = value.length - value.trimStart().length;
  const kept = string.slice(start, start + value.trim().length);
  return string.isLiteral && kept && value.trim() !== ""
    ? [
        {
          id: "trim",
          kind: "fix",
          changes: () => [
            { range: [contentRange[0], kept[0]], text: "" },
            { range: [kept[1], contentRange[1]], text: "" },
          ],
        },
      ]
    : [];
}
