/**
 * The folder of stored pages: `SOURCES.tsv` lists them, `example-actions.tsv` the names of example policies. Both lists
 * may have further columns, in any order. `tools/fetch-corpus` makes such a folder.
 */
import { join } from "node:path";
import { type Cloud, clouds } from "../../src/catalog/format.js";
import { readText, readTsv } from "./tsv.js";
import { ToolError } from "./tool-error.js";

/**
 * `head` stands at the newest commit; `deleted` is gone from it; `superseded` is an older revision of a page
 * whose newest one lost the separators in its cells; `seed` is a revision that the project started from.
 */
const statuses = ["head", "deleted", "superseded", "seed"] as const;
export type PageStatus = (typeof statuses)[number];

export interface PageSource {
  readonly cloud: Cloud;
  readonly repository: string;
  readonly commit: string;
  readonly path: string;
  readonly status: PageStatus;
  /** Where the page lies, relative to the corpus. */
  readonly local: string;
}

export interface Corpus {
  readonly folder: string;
  readonly pages: readonly PageSource[];
  /** Names used in the clouds' example policies, as spelled there. */
  readonly examples: readonly ExampleAction[];
}

export interface ExampleAction {
  readonly cloud: Cloud;
  readonly action: string;
}

/**
 * Reads the two lists of a corpus, not its pages.
 *
 * @throws {ToolError} when a list is missing or one of its lines is not understood
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

/** @throws {ToolError} when the line has a cloud or a status that there is not */
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

/** @throws {ToolError} when the page cannot be read */
export function readPageText(corpus: Corpus, page: PageSource): string {
  return readText(join(corpus.folder, page.local), `page ${page.repository}:${page.path}`);
}

function oneOf<Value extends string>(values: readonly Value[], text: string, what: string): Value {
  const value = values.find((candidate) => candidate === text);
  if (value === undefined)
    throw new ToolError(`unknown ${what} "${text}" in the corpus; known: ${values.join(", ")}`, 2);
  return value;
}
