import { memoize } from "../../text/memoize.js";
import { hole } from "../../text/mapped-text.js";
import type { Member, Value } from "../../policy/value.js";

/** The minimum length of a value as JSON without whitespace, in characters. */
export function compactLength(value: Value): number {
  switch (value.kind) {
    case "string":
      return stringLength(value.value);
    case "scalar":
      return String(value.value).length;
    default:
      return lengthOfParts(value);
  }
}

/** Memoized, because constants may be nested in one another. */
const lengthOfParts = memoize((value: Value): number => {
  switch (value.kind) {
    case "array":
      return lengthOfList(value.elements);
    case "object":
      return lengthOfMembers(value.members);
    case "choice":
      return Math.min(...value.branches.map(compactLength));
    default:
      return 0;
  }
});

/**
 * A character that JSON may not write as it is: one to escape, a hole, or half of a pair. One is looked for, because a
 * repetition of the others would take stack for each character of a long text.
 */
const escapedCharacter = /[^ !#-[\]-\ud7ff\ue000-\ufffb\ufffd-\uffff]/u;

/** Including the quotes. The fast path matters: nearly all strings need no escapes, and a policy has hundreds. */
function stringLength(text: string): number {
  return escapedCharacter.test(text) ? JSON.stringify(text.replaceAll(hole, "")).length : text.length + 2;
}

function lengthOfList(elements: readonly Value[]): number {
  let length = bracketsAndCommas(elements);
  for (const element of elements) {
    length += compactLength(element);
  }
  return length;
}

function lengthOfMembers(members: readonly Member[]): number {
  let length = bracketsAndCommas(members);
  for (const { key, value } of members) {
    length += stringLength(key) + 1 + compactLength(value);
  }
  return length;
}

function bracketsAndCommas(parts: readonly unknown[]): number {
  return 2 + Math.max(0, parts.length - 1);
}
