import type { Edit, Problem } from "../../edit/problem.js";
import { replaceIn } from "../../edit/strings.js";
import type { PolicyString } from "../../policy/value.js";
import { truncate } from "../../text/wording.js";
import type { UriPart } from "./resource-uri.js";

/** A part of a resource that is wrong, with what may stand there instead. */
export function partProblem<Id extends string>(
  string: PolicyString,
  part: UriPart,
  id: Id,
  data: Readonly<Record<string, string>>,
  choices: readonly string[],
): Problem<Id | "replace"> {
  const range = string.slice(part.start, part.end);
  return {
    range: range ?? string.contentRange,
    id,
    data,
    edits: choices.flatMap((text): readonly Edit<"replace">[] =>
      replaceIn(string, range, text, { id: "replace", data: { text: truncate(text) } }),
    ),
  };
}

/** Whether a part is a plain name: neither empty, nor a pattern, nor a placeholder. */
export function isLiteralName(text: string): boolean {
  return /^[\w-]+$/u.test(text);
}
