import type { Cloud } from "../../../src/catalog/format.js";
import type { PageSource, PageStatus } from "../../../tools/import-catalog/corpus.js";
import type { ReadPage } from "../../../tools/import-catalog/merge.js";
import type { PageRow } from "../../../tools/import-catalog/page-rows.js";

/** A page of a test. */
export function page(path: string, status: PageStatus = "head", cloud: Cloud = "otc", commit = "c0ffee"): PageSource {
  return { cloud, repository: "docs/jam", commit, path, status, local: path };
}

/** The page with rows in the order given, all of its first table. */
export function readPageOf(source: PageSource, ...rows: readonly Omit<PageRow, "at">[]): ReadPage {
  return {
    source,
    reading: { tables: 1, rows: rows.map((row, index) => ({ ...row, at: [1, index + 1] as const })), problems: [] },
  };
}
