import { truncate } from "../../text/wording.js";
import { isOfIdentityPolicy } from "../../policy/dialects.js";
import type { Action } from "../../policy/document.js";
import { maxActionCharacters, partsOf, separateActions } from "../../policy/pattern.js";
import { replaceString, trimString } from "../../edit/strings.js";
import type { ShapeProblem } from "./shape-problem.js";

/** Mistakes in the text of an action (IAM.1034, IAM.1035, facts.md#three-parts). */
export function actionProblems(action: Action): readonly ShapeProblem[] {
  const { string } = action;
  const { value } = string;
  // Several actions in one text, and names of version 5.0, are told elsewhere.
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
        data: { action: truncate(value.trim()), advice: adviceOn(value.trim()) },
        edits: wholeActions(value.trim()).flatMap((name) => replaceString(string, name)),
      },
    ];
  }
  return [...characterProblems(action), ...whitespaceProblems(action)];
}

/** A character that no name of an action holds: whitespace, quotes, brackets, letters of other scripts. */
const strangeCharacter = /[^\w*.:/@+$-]/u;

function characterProblems({ string }: Action): ShapeProblem[] {
  const start = string.value.length - string.value.trimStart().length;
  const strange = strangeCharacter.exec(string.value.trim());
  if (!strange) {
    return [];
  }
  const index = start + strange.index;
  const range = string.slice(index, index + strange[0].length) ?? string.contentRange;
  const character = /\s/u.test(strange[0]) ? "whitespace" : `"${strange[0]}"`;
  const edits = /\s/u.test(strange[0]) ? replaceString(string, string.value.replace(/\s/gu, "")) : [];
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

/** `*` and `ims:*` mean everything behind them, which three parts can say. */
function wholeActions(text: string): readonly string[] {
  const [service = "", second] = text.split(":");
  return (second === undefined && service === "*") || (second === "*" && /^[\w*-]+$/u.test(service))
    ? [`${service}:*:*`]
    : [];
}

function adviceOn(text: string): string {
  const [whole] = wholeActions(text);
  return whole === undefined
    ? 'Write it as "service:resourceType:operation".'
    : `Write "${whole}" to cover everything.`;
}
