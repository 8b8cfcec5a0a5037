import { memoize } from "../../text/memoize.js";
import { hole } from "../../text/mapped-text.js";
import type { Member, Value } from "../../policy/value.js";

/** The minimum length of a value as JSON without whitespace, in characters. */
export const compactLength = measuredBy(charactersOf);

/** The same in bytes of UTF-8. */
export const compactBytes = measuredBy(bytesOf);

/** @param lengthOf the length of a text with its quotes and escapes */
function measuredBy(lengthOf: (text: string) => number): (value: Value) => number {
  /** Memoized, because constants may be nested in one another. */
  const lengthOfParts = memoize((value: Value): number => {
    switch (value.kind) {
      case "array":
        return lengthOfList(value.elements);
      case "object":
        return lengthOfMembers(value.members);
      case "choice":
        return Math.min(...value.branches.map(measure));
      default:
        return 0;
    }
  });
  return measure;

  function measure(value: Value): number {
    switch (value.kind) {
      case "string":
        return lengthOf(value.value);
      case "scalar":
        return String(value.value).length;
      default:
        return lengthOfParts(value);
    }
  }

  function lengthOfList(elements: readonly Value[]): number {
    let length = bracketsAndCommas(elements);
    for (const element of elements) {
      length += measure(element);
    }
    return length;
  }

  function lengthOfMembers(members: readonly Member[]): number {
    let length = bracketsAndCommas(members);
    for (const { key, value } of members) {
      length += lengthOf(key) + 1 + measure(value);
    }
    return length;
  }
}

/**
 * A character that JSON may not write as it is: one to escape, a hole, or half of a pair. One is looked for, because a
 * repetition of the others would take stack for each character of a long text.
 */
const escapedCharacter = /[^ !#-[\]-\ud7ff\ue000-\ufffb\ufffd-\uffff]/u;

/** The fast path matters: nearly all strings need no escapes, and a policy has hundreds. */
function charactersOf(text: string): number {
  return escapedCharacter.test(text) ? escaped(text).length : text.length + 2;
}

const widerCharacter = /[^ !#-[\]-~]/u;

function bytesOf(text: string): number {
  return widerCharacter.test(text) ? new TextEncoder().encode(escaped(text)).length : text.length + 2;
}

function escaped(text: string): string {
  return JSON.stringify(text.replaceAll(hole, ""));
}

function bracketsAndCommas(parts: readonly unknown[]): number {
  return 2 + Math.max(0, parts.length - 1);
}
