import leven from "leven";
import { matchesPart } from "./wildcards.js";

/** A corrected part of an action. */
export interface CorrectedPart {
  readonly text: string;
  /** The edit distance from the written part. */
  readonly distance: number;
  /** Whether the edits are typical of a typo rather than of a different word. */
  readonly isTypo: boolean;
}

/**
 * Corrects a possibly misspelt part, or pattern for a part, to a documented word; `undefined` if the two are too
 * different for a typo.
 */
export function correctPart(written: string, documented: string): CorrectedPart | undefined {
  if (!written.includes("*")) {
    const allowed = maxEditsFor(written);
    // Most words are told apart by their lengths.
    if (Math.abs(written.length - documented.length) > allowed) {
      return undefined;
    }
    const target = documented.toLowerCase();
    const distance = editDistance(written, target);
    return distance <= allowed ? { text: documented, distance, isTypo: isTypo(written, target, distance) } : undefined;
  }
  if (matchesPart(written, documented.toLowerCase())) {
    return { text: written, distance: 0, isTypo: true };
  }
  return correctPrefix(written, documented);
}

/** Corrects the prefix of a pattern such as `lst*` to the most similar prefix of a documented word. */
function correctPrefix(written: string, documented: string): CorrectedPart | undefined {
  const prefix = written.slice(0, -1);
  if (prefix.includes("*") || !written.endsWith("*")) {
    return undefined;
  }
  const candidates = [0, 1, -1]
    .map((extra) => documented.slice(0, prefix.length + extra))
    .map((beginning) => ({ beginning, distance: editDistance(prefix, beginning.toLowerCase()) }))
    .map(({ beginning, distance }) => ({
      text: `${beginning}*`,
      distance,
      isTypo: isTypo(prefix, beginning, distance),
    }))
    .sort((one, other) => one.distance - other.distance);
  const [best] = candidates;
  return best && best.distance <= maxEditsFor(prefix) ? best : undefined;
}

/** Levenshtein distance that counts two transposed letters as one edit. */
function editDistance(one: string, other: string): number {
  const distance = leven(one, other, { maxDistance: maxEdits + 1 });
  return distance === 2 && one.length === other.length && sortedLetters(one) === sortedLetters(other) ? 1 : distance;
}

function sortedLetters(word: string): string {
  return [...word].sort().join("");
}

const maxEdits = 3;

/** The number of edits that may be a typo in a word of this length. */
function maxEditsFor(word: string): number {
  return word.length < 5 ? 1 : word.length < 10 ? 2 : maxEdits;
}

/**
 * One edit is a typo, and so are two that are apart in a long word. Pairs of documented words are what no typo looks
 * like (`test/near-misses.test.ts` counts them): another first letter ("get" and "set", "dnatRules" and "snatRules"),
 * two letters of a short word ("hosts" and "ports", "restart" and "restore"), and two adjacent letters ("tag" and
 * "log", "algorithm" and "aiAlgorithm").
 */
function isTypo(written: string, target: string, distance: number): boolean {
  const documented = target.toLowerCase();
  const beginsAlike = documented.startsWith(written.charAt(0));
  if (distance < 2) {
    return beginsAlike || !isReplacedLetter(written, documented);
  }
  return (
    distance === 2 && beginsAlike && written.length >= minLengthForTwoEdits && changedLength(written, documented) > 2
  );
}

const minLengthForTwoEdits = 8;

/** Whether two words that are one edit apart differ in a letter, and not by one or by the order of two. */
export function isReplacedLetter(one: string, other: string): boolean {
  return one.length === other.length && sortedLetters(one) !== sortedLetters(other);
}

/** The length of the differing part, between the common prefix and suffix of two words. */
function changedLength(one: string, other: string): number {
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  let start = 0;
  while (start < shorter.length && shorter[start] === longer[start]) {
    start++;
  }
  let end = 0;
  while (end < shorter.length - start && shorter.at(-1 - end) === longer.at(-1 - end)) {
    end++;
  }
  return longer.length - start - end;
}
