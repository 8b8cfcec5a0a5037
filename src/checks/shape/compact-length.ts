import { memoize } from "../../text/memoize.js";
import { hole } from "../../text/mapped-text.js";
import type { Member, Value } from "../../policy/value.js";

/** How many characters a value has at least as JSON text without whitespace. */
export function compactLength(value: Value): number {
  switch (value.kind) {
    case "string":
      return textLength(value.value);
    case "scalar":
      return String(value.value).length;
    default:
      return lengthOfParts(value);
  }
}

/** Constants may be parts of one another: each is measured once. */
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

/** Text that JSON writes as it is: no hole, nothing to escape, and no half of a surrogate pair. */
const plainText = /^[ !#-[\]-\ud7ff\ue000-\ufffb\ufffd-\uffff]*$/u;

/** With its quotes. Nearly all texts are plain, and a policy has hundreds. */
function textLength(text: string): number {
  return plainText.test(text) ? text.length + 2 : JSON.stringify(text.replaceAll(hole, "")).length;
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
    length += textLength(key) + 1 + compactLength(value);
  }
  return length;
}

function bracketsAndCommas(parts: readonly unknown[]): number {
  return 2 + Math.max(0, parts.length - 1);
}
