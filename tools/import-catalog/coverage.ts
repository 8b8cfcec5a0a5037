/**
 * Works out how likely a name is a mistake if the tables of a service lack it. The names in use are a sample of the
 * names that exist, drawn by other people than the tables: so what share of the sample the tables list says how much
 * they list of everything.
 *
 * 1. Without a table there is no verdict. Nor is there one if pages are known to be missing: the verdict is `partial`.
 * 2. If all clouds list the same names, in pages that are years apart, nothing was added in that time: `complete`, even
 *    where the cloud no longer updates its pages.
 * 3. If the tables list every name in use, the verdict is `complete`, or `likely` where the sample is too small or
 *    another cloud lists many more names. Even without a sample it is `likely`, because the tables of all services that
 *    a cloud keeps up to date list at least nine in ten of the names in use (`test/coverage.test.ts`).
 * 4. Otherwise it is `likely`, or `partial` where the tables seem to lack many more.
 * 5. A resource type that seems to lack another name besides the known ones is `partial` by itself. What a missing name
 *    says about one resource type, it does not say about another.
 */
import type { Coverage, CoverageReason, UseCounts, Verdict } from "../../src/catalog/format.js";
import { compare } from "./names.js";

/** The names of a service in one cloud, all in lower case. */
export interface ServiceNames {
  /** With a permission row. */
  readonly listed: ReadonlySet<string>;
  /** In example policies, in policies in use and in rows of other actions. Former names are left out. */
  readonly used: ReadonlySet<string>;
  /** The resource types that patterns of official policies name. */
  readonly typesOfPatterns: ReadonlySet<string>;
  readonly pages: KnownPages;
}

/** How much of the pages of a service is known: everything, or not, for this reason. */
export type KnownPages =
  "all" | Extract<CoverageReason, "common-operations" | "no-longer-updated" | "pages-left-out" | "no-table">;

/**
 * How completely the tables of a service list its actions.
 *
 * @param others the same service in the other clouds of the import that know it
 * @param isInAllClouds whether no cloud is missing among `others`
 */
export function coverageOf(own: ServiceNames, others: readonly ServiceNames[], isInAllClouds: boolean): Coverage {
  const { used, missing } = countUses(own.listed, own.used);
  const elsewhere = union(others.map(({ listed }) => listed)).filter((name) => !own.listed.has(name)).length;
  const reason = reasonOf(own, others, { used, missing, elsewhere, isInAllClouds });
  const verdict = verdicts[reason];
  return {
    verdict,
    reason,
    used,
    missing,
    elsewhere,
    ...(verdict !== "mentioned" && exceptions(own, verdict)),
  };
}

/** The verdict that each reason stands for. */
export const verdicts: { readonly [reason in CoverageReason]: Verdict } = {
  "same-in-all-clouds": "complete",
  "uses-listed": "complete",
  "few-uses": "likely",
  "more-elsewhere": "likely",
  "uses-missing": "likely",
  "many-uses-missing": "partial",
  "common-operations": "partial",
  "no-longer-updated": "partial",
  "pages-left-out": "partial",
  "no-table": "mentioned",
};

/** With fewer names in use, tables that list one name in five too few would often pass for complete. */
const enoughUses = 5;

/** The share of its own names that a table may lack of another cloud's: clouds do differ. */
const acceptedElsewhere = 0.1;

interface Evidence extends Pick<Coverage, "used" | "missing" | "elsewhere"> {
  readonly isInAllClouds: boolean;
}

/** The number of unseen names for each listed one, beyond which a name that is not listed is as likely as not to exist. */
const acceptedLacking = 0.25;

function reasonOf(
  own: ServiceNames,
  others: readonly ServiceNames[],
  { used, missing, elsewhere, isInAllClouds }: Evidence,
): CoverageReason {
  if (own.pages !== "all" && own.pages !== "no-longer-updated") return own.pages;
  if (isInAllClouds && [own, ...others].every((one) => listsTheSame(one, own))) return "same-in-all-clouds";
  if (own.pages !== "all") return own.pages;
  if (missing > 0) {
    const lacking = unseen({ listed: own.listed.size, used, missing });
    return lacking > own.listed.size * acceptedLacking ? "many-uses-missing" : "uses-missing";
  }
  if (elsewhere > own.listed.size * acceptedElsewhere) return "more-elsewhere";
  return used < enoughUses ? "few-uses" : "uses-listed";
}

/** Whether the tables of a cloud list what another one's list, and all that is in use. */
function listsTheSame({ listed, used, pages }: ServiceNames, other: ServiceNames): boolean {
  const hasTables = pages === "all" || pages === "no-longer-updated";
  return hasTables && listed.size === other.listed.size && [...other.listed, ...used].every((name) => listed.has(name));
}

/**
 * The resource types for which the tables seem to lack more than the names already known, unless the verdict is
 * `partial` anyway. Of a type that only patterns name, they lack everything, and it is no misspelling of another one. It
 * says nothing about other types, because system roles have a namespace of their own.
 */
function exceptions(own: ServiceNames, verdict: Verdict): Pick<Coverage, "partialTypes" | "newTypes"> {
  const { listed, used } = own;
  const listedTypes = new Set([...listed].map(typeOf));
  const counts = [...listedTypes].map(
    (type) => [type, countUses(namesOfType(listed, type), namesOfType(used, type))] as const,
  );
  const onlyInPatterns = unlistedTypes(own).map((type) => [type, { listed: 0, used: 1, missing: 1 }] as const);
  const newTypes = countUses(listedTypes, new Set([...used].map(typeOf)));
  const lacksMore = (count: UseCounts): boolean => verdict !== "partial" && unseen(count) >= 1;
  const partialTypes = [...counts.filter(([, count]) => lacksMore(count)), ...onlyInPatterns];
  return {
    ...(partialTypes.length > 0 && {
      partialTypes: Object.fromEntries(partialTypes.sort(([a], [b]) => compare(a, b))),
    }),
    ...(lacksMore(newTypes) && { newTypes }),
  };
}

function unlistedTypes({ listed, typesOfPatterns }: ServiceNames): readonly string[] {
  const listedTypes = new Set([...listed].map(typeOf));
  return [...typesOfPatterns].filter((type) => !listedTypes.has(type));
}

function countUses(listed: ReadonlySet<string>, used: ReadonlySet<string>): UseCounts {
  const missing = [...used].filter((name) => !listed.has(name)).length;
  return { listed: listed.size, used: used.size, missing };
}

/**
 * The number of names that exist and are neither listed nor used, as a capture and a recapture estimate it (Chapman's
 * variant of the Lincoln-Petersen estimator): if the sample misses most of what is listed, it misses as much of what is
 * not.
 */
export function unseen({ listed, used, missing }: UseCounts): number {
  const both = used - missing;
  return ((listed - both) * missing) / (both + 1);
}

function namesOfType(names: ReadonlySet<string>, type: string): ReadonlySet<string> {
  return new Set([...names].filter((name) => typeOf(name) === type));
}

function typeOf(name: string): string {
  return name.split(":")[1] ?? "";
}

function union(sets: readonly ReadonlySet<string>[]): readonly string[] {
  return [...new Set(sets.flatMap((set) => [...set]))];
}
