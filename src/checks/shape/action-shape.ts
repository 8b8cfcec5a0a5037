import { truncate } from "../../text/wording.js";
import { isOfIdentityPolicy } from "../../policy/dialects.js";
import type { Action } from "../../policy/document.js";
import { maxActionCharacters, partsOf, separateActions } from "../../policy/pattern.js";
import { replaceString, trimString } from "../../edit/strings.js";
import type { ShapeProblem } from "./shape-problem.js";

/** Mistakes in the form of an action (IAM.1034, IAM.1035, facts.md#three-parts). */
export function actionProblems(action: Action): readonly ShapeProblem[] {
  const { string } = action;
  const { value } = string;
  // Reported by no-unknown-action and by the version check.
  if (separateActions(value).length > 0 || isOfIdentityPolicy(value)) {
    return [];
  }
  if (value.length > maxActionCharacters) {
    return [
      { range: string.contentRange, id: "actionTooLong", data: { action: truncate(value), length: value.length } },
    ];
  }
  const parts = partsOf(value);
  if (parts.length < 3 || parts.some(({ text }) => text === "")) {
    return [
      {
        range: string.contentRange,
        id: "actionParts",
        data: { action: truncate(value.trim()), advice: adviceFor(value.trim()) },
        edits: expandShorthand(value.trim()).flatMap((name) => replaceString(string, name)),
      },
    ];
  }
  return [...characterProblems(action), ...whitespaceProblems(action)];
}

/** A character that no documented action contains: whitespace, quotes, brackets, letters of other scripts. */
const invalidCharacter = /[^\w*.:/@+$-]/u;

function characterProblems({ string }: Action): ShapeProblem[] {
  const start = string.value.length - string.value.trimStart().length;
  const invalid = invalidCharacter.exec(string.value.trim());
  if (!invalid) {
    return [];
  }
  const index = start + invalid.index;
  const range = string.slice(index, index + invalid[0].length) ?? string.contentRange;
  const character = /\s/u.test(invalid[0]) ? "whitespace" : `"${invalid[0]}"`;
  const edits = /\s/u.test(invalid[0]) ? replaceString(string, string.value.replace(/\s/gu, "")) : [];
  return [{ range, id: "actionCharacter", data: { action: truncate(string.value.trim()), character }, edits }];
}

function whitespaceProblems({ string }: Action): ShapeProblem[] {
  const { value } = string;
  const start = value.length - value.trimStart().length;
  const end = value.trimEnd().length;
  if (start === 0 && end === value.length) {
    return [];
  }
  const range = start > 0 ? string.slice(0, start) : string.slice(end, value.length);
  return [
    {
      range: range ?? string.contentRange,
      id: "actionWhitespace",
      data: { action: truncate(value.trim()) },
      edits: trimString(string),
    },
  ];
}

/** The three-part pattern for `*` and `ims:*`, which mean everything below them. */
function expandShorthand(text: string): readonly string[] {
  const [service = "", second] = text.split(":");
  return (second === undefined && service === "*") || (second === "*" && /^[\w*-]+$/u.test(service))
    ? [`${service}:*:*`]
    : [];
}

function adviceFor(text: string): string {
  const [expanded] = expandShorthand(text);
  return expanded === undefined
    ? 'Write it as "service:resourceType:operation".'
    : `Write "${expanded}" to cover everything.`;
}
