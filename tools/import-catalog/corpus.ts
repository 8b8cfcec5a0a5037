/**
 * Reads a folder of pages that `tools/fetch-corpus` fetched. `SOURCES.tsv` lists the pages, `example-actions.tsv` the
 * actions of example policies. Columns may be in any order, and other columns are ignored.
 */
import { join } from "node:path";
import { type Cloud, type LivePage, type SourcePage, clouds } from "../../src/catalog/format.js";
import { readText, readTsv } from "./tsv.js";
import { ToolError } from "./tool-error.js";

/**
 * `head`: the page in the newest commit. `deleted`: the last revision of a page that the newest commit lacks.
 * `superseded`: an older revision of a page whose newest one lost the separators in its cells. `seed`: a revision that
 * the project started from. `schema`: no page, but a file with an authorization schema (`authorization-schema.ts`).
 */
const statuses = ["head", "deleted", "superseded", "seed", "schema"] as const;
/** `live`: a page of a website, which no list of a corpus has. */
export type PageStatus = (typeof statuses)[number] | "live";

export interface PageSource {
  readonly cloud: Cloud;
  /** Of a live page, its host. */
  readonly repository: string;
  /** Of a live page, nothing. */
  readonly commit: string;
  readonly path: string;
  readonly status: PageStatus;
  /** The path of the page, relative to the corpus. */
  readonly local: string;
  /** Of a live page, what the catalogue says of it. */
  readonly live?: LivePage;
}

/** What the catalogue says of a page. */
export function sourcePage({ repository, commit, path, live }: PageSource): SourcePage {
  return live ?? { repository, commit, path };
}

export interface Corpus {
  readonly folder: string;
  readonly pages: readonly PageSource[];
  /** The actions of the clouds' example policies, in their spelling. */
  readonly examples: readonly ExampleAction[];
}

export interface ExampleAction {
  readonly cloud: Cloud;
  readonly action: string;
}

/**
 * Reads the two lists of a corpus, not its pages.
 *
 * @throws {ToolError} if a list is missing or has an invalid line
 */
export function readCorpus(folder: string): Corpus {
  const sources = readTsv(join(folder, sourcesFile), pageColumns);
  const examples = readTsv(join(folder, examplesFile), ["cloud", "action"]);
  return {
    folder,
    pages: sources.map(pageOf),
    examples: examples.map(({ cloud, action }) => ({ cloud: oneOf(clouds, cloud, "cloud"), action })),
  };
}

export const sourcesFile = "SOURCES.tsv";
export const examplesFile = "example-actions.tsv";

export const pageColumns = ["cloud", "repo", "commit", "path", "status", "local"] as const;

/** @throws {ToolError} if the cloud or the status is unknown */
export function pageOf(line: { readonly [column in (typeof pageColumns)[number]]: string }): PageSource {
  return {
    cloud: oneOf(clouds, line.cloud, "cloud"),
    repository: line.repo,
    commit: line.commit,
    path: line.path,
    status: oneOf(statuses, line.status, "status"),
    local: line.local,
  };
}

/** @throws {ToolError} if the page cannot be read */
export function readPageText(corpus: Corpus, page: PageSource): string {
  return readText(join(corpus.folder, page.local), `page ${page.repository}:${page.path}`);
}

function oneOf<Value extends string>(values: readonly Value[], text: string, what: string): Value {
  const value = values.find((candidate) => candidate === text);
  if (value === undefined)
    throw new ToolError(`unknown ${what} "${text}" in the corpus; known: ${values.join(", ")}`, 2);
  return value;
}
