/**
 * What another extractor counted on the newest pages of each cloud (facts.md#pages-and-rows-counted), to compare an
 * import with, and why an import differs from it.
 */
import type { Cloud } from "../../src/catalog/format.js";

export interface Counts {
  readonly pages: number;
  readonly tables: number;
  readonly rows: number;
  /** Distinct actions and action patterns in columns of actions. */
  readonly actions: number;
  readonly services: number;
  readonly rowsWithDependencies: number;
  /** Rows that support IAM projects and do not support enterprise projects. */
  readonly iamProjectOnly: number;
}

export const independentCount: { readonly [cloud in Cloud]: Counts } = {
  otc: { pages: 187, tables: 261, rows: 2621, actions: 1722, services: 43, rowsWithDependencies: 419, iamProjectOnly: 420 },
  "otc-swiss": { pages: 60, tables: 81, rows: 836, actions: 570, services: 14, rowsWithDependencies: 65, iamProjectOnly: 134 },
  huaweicloud: { pages: 155, tables: 226, rows: 2415, actions: 1597, services: 40, rowsWithDependencies: 314, iamProjectOnly: 522 },
}; // prettier-ignore

interface Difference {
  readonly cloud: Cloud;
  readonly count: keyof Counts;
  /** What an import counts more. */
  readonly more: number;
  readonly why: string;
}

/** Why an import counts another number, or nothing where that is not known of a difference of this size. */
export function explainDifference(cloud: Cloud, count: keyof Counts, more: number): string | undefined {
  return differences.find((one) => one.cloud === cloud && one.count === count && one.more === more)?.why;
}

const unread = "the cells listed below as not understood";
const onlyInCases = "two rows have only dependencies that count in some cases";

/** Looked up on the pages. */
const differences: readonly Difference[] = [
  { cloud: "otc", count: "rowsWithDependencies", more: -2, why: onlyInCases },
  { cloud: "huaweicloud", count: "rows", more: -2, why: unread },
  { cloud: "huaweicloud", count: "iamProjectOnly", more: -1, why: unread },
  { cloud: "huaweicloud", count: "rowsWithDependencies", more: -2, why: onlyInCases },
  {
    cloud: "huaweicloud",
    count: "actions",
    more: -21,
    why: "CCE's manual has patterns (24) beside the names that they stand for (4 of them nowhere else): names are read here; and the name without a service",
  },
  {
    cloud: "huaweicloud",
    count: "services",
    more: -3,
    why: "two of these patterns' services have no other action, and the name without a service",
  },
];
