/**
 * The counts of an independent program on the newest pages of each cloud (facts.md#pages-and-rows-counted), and the
 * known reasons for differences.
 */
import type { Cloud } from "../../src/catalog/format.js";

export interface Counts {
  readonly pages: number;
  readonly tables: number;
  readonly rows: number;
  /** Distinct actions and patterns in action columns. */
  readonly actions: number;
  readonly services: number;
  readonly rowsWithDependencies: number;
  /** Rows that support IAM projects but not enterprise projects. */
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
  /** The count of the import minus the independent count. */
  readonly more: number;
  readonly why: string;
}

/** The reason for a difference, or `undefined` if it is not known for a difference of this size. */
export function explainDifference(cloud: Cloud, count: keyof Counts, more: number): string | undefined {
  return differences.find((one) => one.cloud === cloud && one.count === count && one.more === more)?.why;
}

const unread = 'the cells listed under "Unreadable cells"';
const onlyInCases = "two rows have only conditional dependencies, which this count leaves out";

/** Verified on the pages. */
const differences: readonly Difference[] = [
  { cloud: "otc", count: "rowsWithDependencies", more: -2, why: onlyInCases },
  { cloud: "huaweicloud", count: "rows", more: -2, why: unread },
  { cloud: "huaweicloud", count: "iamProjectOnly", more: -1, why: unread },
  { cloud: "huaweicloud", count: "rowsWithDependencies", more: -2, why: onlyInCases },
  {
    cloud: "huaweicloud",
    count: "actions",
    more: -21,
    why: "CCE's manual lists 24 patterns next to the names that they match (4 of these names appear nowhere else), and the import reads the names; the name without a service is left out",
  },
  {
    cloud: "huaweicloud",
    count: "services",
    more: -3,
    why: "the services of two of these patterns have no other action, and the name without a service is left out",
  },
];
