import type { PolicyString } from "../policy/value.js";
import type { Range } from "../text/range.js";
import { truncate } from "../text/wording.js";
import type { Edit } from "./problem.js";

/** Replaces the content of a string literal. Content that needs escapes prevents the edit. */
export function replaceString(
  { isLiteral, contentRange }: PolicyString,
  text: string,
  kind: Edit["kind"] = "suggestion",
): readonly Edit<"replace">[] {
  return replaceIn(isLiteral ? contentRange : null, text, { id: "replace", data: { text: truncate(text) } }, kind);
}

/**
 * Replaces a part of a string literal. Content that needs escapes prevents the edit.
 *
 * @param range `null` if there is no exact range; then there is no edit
 */
export function replaceIn<Id extends string>(
  range: Range | null,
  text: string,
  message: Pick<Edit<Id>, "id" | "data">,
  kind: Edit["kind"] = "suggestion",
): readonly Edit<Id>[] {
  return range ? [{ ...message, kind, changes: ({ syntax }) => (syntax.isPlain(text) ? [{ range, text }] : []) }] : [];
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
