/**
 * Reads permission tables from the text of pages. This is the entry point for every program that has pages: it needs
 * neither a corpus nor a catalogue.
 */
import { findNames } from "./action-names.js";
import { findColumns } from "./columns.js";
import type { Grid } from "./grid.js";
import { serviceOf } from "./names.js";
import { type PageReading, readPage } from "./page-rows.js";
import { parsePageTables } from "./page-tables.js";
import { printedDate } from "./printed-date.js";

export interface PageText {
  /** The path of the page. Its extension selects the reader: `.rst`, `.md` or `.html`. */
  readonly path: string;
  readonly text: string;
}

export interface ReadText<Page> {
  readonly page: Page;
  /** The date that the page prints, as `YYYY-MM-DD`. Pages of documentation repositories print none. */
  readonly date: string | undefined;
  readonly reading: PageReading;
}

/**
 * Reads pages that belong together. The services that one of them names help to split names that another one joins.
 *
 * @throws {RangeError} for an unknown extension
 */
export function readPages<Page extends PageText>(pages: readonly Page[]): readonly ReadText<Page>[] {
  const parsed = pages.map((page) => ({ page, grids: parsePageTables(page.path, page.text) }));
  const prefixes = collectPrefixes(parsed.flatMap(({ grids }) => grids));
  return parsed.map(({ page, grids }) => ({
    page,
    date: printedDate(page.text),
    reading: readPage(grids, prefixes),
  }));
}

/** The service prefixes of all names that are separated in an action column. They are needed to split joined names. */
function collectPrefixes(grids: readonly Grid[]): ReadonlySet<string> {
  const prefixes = new Set<string>();
  for (const grid of grids) {
    const column = findColumns(grid)?.action;
    if (column === undefined) continue;
    for (const row of grid.body) {
      for (const block of row[column] ?? []) {
        for (const name of findNames(block.text, prefixes).names) prefixes.add(serviceOf(name));
      }
    }
  }
  return prefixes;
}
