/** Runs an import in memory. */
import { findNames } from "./action-names.js";
import { type BuiltCloud, buildCatalogue } from "./catalogue.js";
import { findColumns } from "./columns.js";
import { type PageSource, readCorpus, readPageText } from "./corpus.js";
import type { Grid } from "./grid.js";
import type { ReadPage } from "./merge.js";
import { type PageReading, type Problem, readPage } from "./page-rows.js";
import { parsePageTables } from "./page-tables.js";
import { serviceOf } from "./names.js";
import { policiesInUse, typesOfPatterns } from "./policies-in-use.js";
import { type PageSelection, chooseRevisions, newRows } from "./revisions.js";

export interface Import {
  readonly built: readonly BuiltCloud[];
  readonly current: readonly ReadPage[];
  /** The current pages that only add rows to an older revision. */
  readonly additions: ReadonlySet<PageSource>;
  readonly former: readonly ReadPage[];
}

/** An unreadable cell. */
export interface PageProblem extends Problem {
  readonly page: PageSource;
}

/**
 * Reads the selected pages and builds the catalogue of all clouds.
 *
 * @throws {ToolError} if the corpus or one of its pages cannot be read
 */
export function importCorpus(folder: string, selection: PageSelection): Import {
  const corpus = readCorpus(folder);
  const revisions = chooseRevisions(corpus.pages, selection);
  const tables = new Map<PageSource, readonly Grid[]>();
  const newer = revisions.additions.map((addition) => addition.newer);
  for (const page of [...revisions.current, ...newer, ...revisions.former]) {
    tables.set(page, parsePageTables(page.path, readPageText(corpus, page)));
  }
  const prefixes = collectPrefixes([...tables.values()].flat());
  const read = (page: PageSource): PageReading => readPage(tables.get(page) ?? [], prefixes);
  const current = [
    ...revisions.current.map((source) => ({ source, reading: read(source) })),
    ...revisions.additions.map((one) => ({ source: one.newer, reading: newRows(read(one.newer), read(one.current)) })),
  ];
  const former = revisions.former.map((source) => ({ source, reading: read(source) }));
  const isWhole = selection === "all";
  const built = buildCatalogue({
    current,
    former,
    examples: isWhole ? corpus.examples : [],
    policiesInUse: isWhole ? policiesInUse : [],
    typesOfPatterns: isWhole ? typesOfPatterns : [],
    isWhole,
  });
  return { built, current, additions: new Set(newer), former };
}

/** The unreadable cells of current pages. Those of former pages, which only give names, do not matter. */
export function problemsOf(imported: Import): readonly PageProblem[] {
  return imported.current.flatMap(({ source, reading }) =>
    reading.problems.map((problem) => ({ ...problem, page: source })),
  );
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
