/**
 * What another extractor counted on the newest pages of each cloud (facts.md#pages-and-rows-counted), to compare an
 * import with. It saw some 13 pages that the corpus does not hold.
 */
import type { Cloud } from "../../src/catalog/format.js";

export interface Counts {
  readonly pages: number;
  readonly tables: number;
  readonly rows: number;
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
