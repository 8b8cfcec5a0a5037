/** Counts the content of the pages before rows are merged, as the independent count does. */
import type { Counts } from "./independent-count.js";
import type { ReadPage } from "./merge.js";
import { nameKey, nameOf, serviceOf } from "./names.js";
import type { PageRow } from "./page-rows.js";

/** Counts a table row that was split into cases once. */
export function countPages(pages: readonly ReadPage[]): Counts {
  const rows = pages.flatMap(({ reading }) => tableRows(reading.rows));
  const names = pages.flatMap(({ reading }) => reading.rows.flatMap(({ actions }) => actions.map(nameOf)));
  return {
    pages: pages.filter(({ reading }) => reading.tables > 0).length,
    tables: pages.reduce((sum, { reading }) => sum + reading.tables, 0),
    rows: rows.length,
    actions: new Set(names.map(nameKey)).size,
    services: new Set(names.map(serviceOf)).size,
    rowsWithDependencies: rows.filter(hasDependencies).length,
    iamProjectOnly: rows.filter(
      ({ iamProject, enterpriseProject }) => iamProject === true && enterpriseProject === false,
    ).length,
  };
}

/** Ignores conditional dependencies: the independent count did not read columns of remarks, where most of them are. */
function hasDependencies({ dependencies = [] }: PageRow): boolean {
  return dependencies.some((named) => typeof named === "string" || named.qualifier !== "only-in-some-cases");
}

function tableRows(rows: readonly PageRow[]): readonly PageRow[] {
  return [...new Map(rows.map((row) => [row.at.join(), row])).values()];
}
