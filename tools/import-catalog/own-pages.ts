/**
 * Reads pages for a project's own catalogue, each by itself: so that one can be replaced or removed without the others.
 * The build bundles this module for the command, which loads it for that only.
 */
import type { PageContent, PageFile, PageReader, PageRow } from "../../src/catalog/own/page-reader.js";
import { type BuiltCloud, buildCatalogue } from "./catalogue.js";
import type { PageSource } from "./corpus.js";
import { addressOf, cloudsOf } from "./page-head.js";
import { type PageText, type ReadText, readPages } from "./page-reader.js";
import { parsePageTables } from "./page-tables.js";

export const pageReader: PageReader = { reads, readPage: readOwnPage };

function reads(name: string): boolean {
  try {
    parsePageTables(name, "");
    return true;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return false;
  }
}

function readOwnPage({ cloud, name, text }: PageFile): PageContent {
  const [{ date, reading }] = readPages([{ path: name, text }]) as [ReadText<PageText>];
  const source: PageSource = { cloud, repository: "", commit: "", path: name, status: "head", local: name };
  const built = buildCatalogue({
    ...{ current: [{ source, reading }], former: [], examples: [], policiesInUse: [], typesOfPatterns: [] },
    isWhole: false,
  });
  return {
    rows: built.flatMap(({ services }) =>
      services.flatMap(({ file }) => file.rows.map((row) => ownRow(file.service, row))),
    ),
    unread: reading.problems.map(
      ({ at: [table, row], column, text: cell }) => `table ${String(table)}, row ${String(row)}, ${column}: ${cell}`,
    ),
    leftOut: leftOut(built),
    date,
    address: addressOf(text),
    clouds: cloudsOf(text),
  };
}

function ownRow(service: string, { source: [, ...at], ...row }: BuiltRow): PageRow {
  return { service, ...row, at };
}

type BuiltRow = BuiltCloud["services"][number]["file"]["rows"][number];

function leftOut(built: readonly BuiltCloud[]): number {
  return built.reduce((sum, { merged }) => sum + merged.skipped.length, 0);
}
