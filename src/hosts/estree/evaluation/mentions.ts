import type { Range } from "../../../text/range.js";
import type { CandidateFilter } from "../../candidates.js";

/** The beginning of a text that looks like an action. */
const actionStart = /["'`][a-z][\w-]*:[\w*-]+:/giu;

/**
 * Where a file has one of the words that carriers look for, or an action. A part without any may still make a policy: of
 * what other parts of the program give other names.
 */
export class Mentions {
  readonly #offsets: readonly number[];

  constructor(text: string, { word, keys, callees, names }: CandidateFilter) {
    const words = new Set([word, ...keys, ...callees, ...names]);
    const actions = [...text.matchAll(actionStart)].map(({ index }) => index);
    this.#offsets = [...[...words].flatMap((sought) => [...offsetsOf(sought, text)]), ...actions].sort(ascending);
  }

  isIn([start, end]: Range): boolean {
    let low = 0;
    for (let high = this.#offsets.length; low < high;) {
      const middle = (low + high) >> 1;
      if ((this.#offsets[middle] ?? end) < start) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return (this.#offsets[low] ?? end) < end;
  }
}

function* offsetsOf(word: string, text: string): Generator<number> {
  for (let offset = text.indexOf(word); offset >= 0; offset = text.indexOf(word, offset + 1)) {
    yield offset;
  }
}

function ascending(one: number, other: number): number {
  return one - other;
}
