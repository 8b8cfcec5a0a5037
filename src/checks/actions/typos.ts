import leven from "leven";
import { matchesPart } from "../../policy/pattern.js";

/** A part of an action as it should be written. */
export interface CorrectedPart {
  readonly text: string;
  /** The number of edits to it. */
  readonly cost: number;
  /** Whether the edits are those of a typing error, and do not turn one word into another. */
  readonly isTypo: boolean;
}

/**
 * Corrects a part that may be misspelt, or a pattern for it, to a documented word; `undefined` when they are too far
 * apart for a typo.
 */
export function fitPart(written: string, documented: string): CorrectedPart | undefined {
  const target = documented.toLowerCase();
  if (!written.includes("*")) {
    const cost = editsBetween(written, target);
    return cost <= maxEditsIn(written) ? { text: documented, cost, isTypo: isTypo(written, target, cost) } : undefined;
  }
  if (matchesPart(written, target)) {
    return { text: written, cost: 0, isTypo: true };
  }
  return correctPrefix(written, documented);
}

/** For `lst*`: the beginning of the documented word that is nearest to what stands before the star. */
function correctPrefix(written: string, documented: string): CorrectedPart | undefined {
  const prefix = written.slice(0, -1);
  if (prefix.includes("*") || !written.endsWith("*")) {
    return undefined;
  }
  const candidates = [0, 1, -1]
    .map((extra) => documented.slice(0, prefix.length + extra))
    .map((beginning) => ({ beginning, cost: editsBetween(prefix, beginning.toLowerCase()) }))
    .map(({ beginning, cost }) => ({ text: `${beginning}*`, cost, isTypo: isTypo(prefix, beginning, cost) }))
    .sort((one, other) => one.cost - other.cost);
  const [best] = candidates;
  return best && best.cost <= maxEditsIn(prefix) ? best : undefined;
}

/** Levenshtein distance, in which two letters that changed places are one edit. */
function editsBetween(one: string, other: string): number {
  const distance = leven(one, other, { maxDistance: maxEdits + 1 });
  return distance === 2 && one.length === other.length && sortedLetters(one) === sortedLetters(other) ? 1 : distance;
}

function sortedLetters(word: string): string {
  return [...word].sort().join("");
}

const maxEdits = 3;

/** How many edits a typo in a word of this length can be. */
function maxEditsIn(word: string): number {
  return word.length < 5 ? 1 : word.length < 10 ? 2 : maxEdits;
}

/**
 * One edit is a typo, and so are two that lie apart. Two letters in a row make another word: "tag" beside "log",
 * "algorithm" beside "aiAlgorithm".
 */
function isTypo(written: string, target: string, cost: number): boolean {
  return cost < 2 || (cost === 2 && changedLength(written, target.toLowerCase()) > 2);
}

/** How long the piece is that differs, between what both words begin and end with. */
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
