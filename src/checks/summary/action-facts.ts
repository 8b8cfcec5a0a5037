import type { Catalog } from "../../catalog/catalog.js";
import type { CatalogAction } from "../../catalog/service.js";
import { serviceOf, type ActionName } from "../../policy/pattern.js";
import { memoize } from "../../text/memoize.js";
import { documentedSpelling } from "../../catalog/documented-spelling.js";

/** Traits of a name, a bit for each, so that those of many names are told by one number. */
export const Trait = {
  wildcard: 1,
  /** More or less than an action: with whitespace around it, or of another form. */
  odd: 2,
  /** No table has the action, or one that the pattern matches. */
  undocumented: 4,
  /** Tables only had the action once. */
  former: 8,
  /** In other case than tables have it. */
  miscased: 16,
  /** Of IAM itself, whose actions may raise privileges. */
  iam: 32,
  /** The level of its service. */
  global: 64,
  project: 128,
} as const;

/** What tables say of a name, wherever it stands. */
export interface ActionFacts {
  /** Bits of {@link Trait}. */
  readonly traits: number;
  /** How many of its parts are something other than `*`; three if it is no pattern. */
  readonly segments: number;
  /** The documented action, if it may have requirements. */
  readonly requiring: CatalogAction | undefined;
}

/** The facts of names in a catalogue, worked out once for each name. */
export const actionFactsIn = memoize((catalog: Catalog) => memoize((name: ActionName) => readFacts(name, catalog)));

function readFacts(name: ActionName, catalog: Catalog): ActionFacts {
  const { pattern, isOdd } = name;
  const documented = pattern && catalog.action(pattern);
  // A pattern that spans services matches more than the catalogue has.
  const isDocumented = pattern && (pattern.service.includes("*") || catalog.isDocumented(pattern));
  const level = catalog.service(serviceOf(name))?.level;
  return {
    traits:
      (pattern?.hasWildcard ? Trait.wildcard : 0) |
      (isOdd ? Trait.odd : 0) |
      (isDocumented ? 0 : Trait.undocumented) |
      (documented?.isFormer ? Trait.former : 0) |
      (documentedSpelling(name, catalog) === undefined ? 0 : Trait.miscased) |
      (pattern?.service === "iam" ? Trait.iam : 0) |
      (level ? Trait[level] : 0),
    segments: pattern?.segments ?? 3,
    requiring: documented?.mayHaveRequirements ? documented : undefined,
  };
}
