/** Runs an import in memory. */
import type { IdentityFile } from "../../src/catalog/identity-format.js";
import { parseAuthorizationSchema } from "./authorization-schema.js";
import { type BuiltCloud, buildCatalogue } from "./catalogue.js";
import { type PageSource, readCorpus, readPageText } from "./corpus.js";
import { identityFiles, pairsIn } from "./identity-parts.js";
import type { ReadPage } from "./merge.js";
import { readPages } from "./page-reader.js";
import type { PageReading, Problem } from "./page-rows.js";
import { policiesInUse, typesOfPatterns } from "./policies-in-use.js";
import { type PageSelection, chooseRevisions, newRows } from "./revisions.js";

export interface Import {
  readonly built: readonly BuiltCloud[];
  readonly current: readonly ReadPage[];
  /** The current pages that only add rows to an older revision. */
  readonly additions: ReadonlySet<PageSource>;
  readonly former: readonly ReadPage[];
  /** Pages of websites: those that a person read, and those that were saved. */
  readonly live: readonly ReadPage[];
  /** What sources say of identity policies. */
  readonly identity: readonly IdentityFile[];
}

const noReading: PageReading = { tables: 0, rows: [], problems: [] };

/** An unreadable cell. */
export interface PageProblem extends Problem {
  readonly page: PageSource;
}

/**
 * Reads the selected pages and builds the catalogue of all clouds.
 *
 * @param live pages of websites
 * @throws {ToolError} if the corpus or one of its pages cannot be read
 */
export function importCorpus(folder: string, selection: PageSelection, live: readonly ReadPage[] = []): Import {
  const corpus = readCorpus(folder);
  const revisions = chooseRevisions(corpus.pages, selection);
  const newer = revisions.additions.map((addition) => addition.newer);
  const pages = [...revisions.current, ...newer, ...revisions.former];
  const texts = pages.map((source) => ({ source, path: source.path, text: readPageText(corpus, source) }));
  const readings = new Map(readPages(texts).map(({ page, reading }) => [page.source, reading]));
  const read = (page: PageSource): PageReading => readings.get(page) ?? noReading;
  const current = [
    ...revisions.current.map((source) => ({ source, reading: read(source) })),
    ...revisions.additions.map((one) => ({ source: one.newer, reading: newRows(read(one.newer), read(one.current)) })),
  ];
  const former = revisions.former.map((source) => ({ source, reading: read(source) }));
  const isWhole = selection === "all";
  const built = buildCatalogue({
    current: [...current, ...live],
    former,
    examples: isWhole ? corpus.examples : [],
    policiesInUse: isWhole ? policiesInUse : [],
    typesOfPatterns: isWhole ? typesOfPatterns : [],
    isWhole,
  });
  const schemas = isWhole ? corpus.pages.filter(({ status }) => status === "schema") : [];
  const identity = identityFiles([
    ...schemas.map((source) => ({
      source,
      parts: parseAuthorizationSchema(source.path, readPageText(corpus, source)),
    })),
    ...[...current, ...live].flatMap(({ source, reading }) =>
      [reading.identity, pairsIn(reading.rows)].flatMap((parts) => (parts ? [{ source, parts }] : [])),
    ),
  ]);
  return { built, current, additions: new Set(newer), former, live, identity };
}

/** The unreadable cells of current pages. Those of former pages, which only give names, do not matter. */
export function problemsOf(imported: Import): readonly PageProblem[] {
  return [...imported.current, ...imported.live].flatMap(({ source, reading }) =>
    reading.problems.map((problem) => ({ ...problem, page: source })),
  );
}
