/** One spelling for each name of a cloud: pages differ in case (facts.md#case-in-tables). */
import type { NamedAction } from "../../src/catalog/format.js";
import { nameKey } from "./names.js";

export interface Spelling {
  /** The documented spelling of a name: the most frequent one, the first of several. */
  readonly of: (name: string) => string;
  /** Names that are written in more than one way, with all spellings. */
  readonly variants: readonly (readonly string[])[];
}

/** @param uses every use of a name, in the order of the pages */
export function chooseSpelling(uses: readonly string[]): Spelling {
  const counts = new Map<string, Map<string, number>>();
  for (const use of uses) {
    const spellings = counts.get(nameKey(use)) ?? new Map<string, number>();
    counts.set(nameKey(use), spellings.set(use, (spellings.get(use) ?? 0) + 1));
  }
  const chosen = new Map<string, string>();
  const variants: string[][] = [];
  for (const [key, spellings] of counts) {
    // The sort is stable and a Map keeps the order of insertion, so that the first of equals wins.
    const ordered = [...spellings].sort(([, a], [, b]) => b - a).map(([spelling]) => spelling);
    chosen.set(key, ordered[0] ?? key);
    if (ordered.length > 1) variants.push(ordered);
  }
  return { of: (name) => chosen.get(nameKey(name)) ?? name, variants };
}

/** The action in its documented spelling, its qualifier kept. */
export function respell(named: NamedAction, spelling: Spelling): NamedAction {
  return typeof named === "string" ? spelling.of(named) : { ...named, name: spelling.of(named.name) };
}
