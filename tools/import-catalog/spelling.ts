/** Chooses one spelling for each name of a cloud, because pages differ in case (facts.md#case-in-tables). */
import type { NamedAction } from "../../src/catalog/format.js";
import { nameKey } from "./names.js";

export interface Spelling {
  /** The most frequent spelling of a name, or the first of several equally frequent ones. */
  readonly of: (name: string) => string;
  /** The spellings of each name that has several, the chosen one first. */
  readonly variants: readonly (readonly string[])[];
}

/** @param uses all occurrences of all names, in page order */
export function chooseSpelling(uses: readonly string[]): Spelling {
  const counts = new Map<string, Map<string, number>>();
  for (const use of uses) {
    const spellings = counts.get(nameKey(use)) ?? new Map<string, number>();
    counts.set(nameKey(use), spellings.set(use, (spellings.get(use) ?? 0) + 1));
  }
  const chosen = new Map<string, string>();
  const variants: string[][] = [];
  for (const [key, spellings] of counts) {
    // The sort is stable and a Map keeps insertion order, so the first of equally frequent spellings wins.
    const ordered = [...spellings].sort(([, a], [, b]) => b - a).map(([spelling]) => spelling);
    chosen.set(key, ordered[0] ?? key);
    if (ordered.length > 1) variants.push(ordered);
  }
  return { of: (name) => chosen.get(nameKey(name)) ?? name, variants };
}

/** The action in its chosen spelling. Keeps the qualifier. */
export function respell(named: NamedAction, spelling: Spelling): NamedAction {
  return typeof named === "string" ? spelling.of(named) : { ...named, name: spelling.of(named.name) };
}
