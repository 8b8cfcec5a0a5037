import { remembered } from "../../remembered.js";
import { hole } from "../../text/mapped-text.js";
import type { Value } from "../value.js";

/** How many characters a value has at least as JSON text without blanks. */
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
const lengthOfParts = remembered((value: Value): number => {
  switch (value.kind) {
    case "array":
      return inBrackets(value.elements.map(compactLength));
    case "object":
      return inBrackets(value.members.map(({ key, value: member }) => textLength(key) + 1 + compactLength(member)));
    case "choice":
      return Math.min(...value.branches.map(compactLength));
    default:
      return 0;
  }
});

/** What JSON writes as it is: no hole, nothing to escape, and no half of a surrogate pair. */
const plainText = /^[ !#-[\]-\ud7ff\ue000-\ufffb\ufffd-\uffff]*$/u;

/** With its quotes. Nearly all texts are plain, and a policy has hundreds. */
function textLength(text: string): number {
  return plainText.test(text) ? text.length + 2 : JSON.stringify(text.replaceAll(hole, "")).length;
}

/** With the brackets and the commas between the parts. */
function inBrackets(lengths: readonly number[]): number {
  return lengths.reduce((sum, length) => sum + length, 2 + Math.max(0, lengths.length - 1));
}
