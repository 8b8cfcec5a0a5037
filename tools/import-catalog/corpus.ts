/** The folder of stored pages: `SOURCES.tsv` lists them, `example-actions.tsv` the names of example policies. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Cloud, clouds } from "../../src/catalog/format.js";
import { ImportError } from "./import-error.js";

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
 * @throws {ImportError} when a list is missing or one of its lines is not understood
 */
export function readCorpus(folder: string): Corpus {
  const sources = readTable(folder, "SOURCES.tsv", ["cloud", "repo", "commit", "path", "status", "local"]);
  const examples = readTable(folder, "example-actions.tsv", ["cloud", "action"]);
  return {
    folder,
    pages: sources.map(([cloud, repository, commit, path, status, local]) => ({
      cloud: oneOf(clouds, cloud, "cloud"),
      repository,
      commit,
      path,
      status: oneOf(statuses, status, "status"),
      local,
    })),
    examples: examples.map(([cloud, action]) => ({ cloud: oneOf(clouds, cloud, "cloud"), action })),
  };
}

/** @throws {ImportError} when the page cannot be read */
export function readPageText(corpus: Corpus, page: PageSource): string {
  return readText(join(corpus.folder, page.local), `page ${page.repository}:${page.path}`);
}

type Row<Names extends readonly string[]> = { readonly [index in keyof Names]: string };

function readTable<const Names extends readonly string[]>(folder: string, file: string, names: Names): Row<Names>[] {
  const [head = "", ...lines] = readText(join(folder, file), `the corpus list ${file}`).trimEnd().split("\n");
  const columns = head.split("\t");
  const missing = names.filter((name) => !columns.includes(name));
  if (missing.length > 0) throw new ImportError(`${file} has no column ${missing.join(", ")}`, 2);
  return lines.map((line, index) => {
    const values = line.split("\t");
    if (values.length !== columns.length) {
      throw new ImportError(
        `${file} line ${String(index + 2)} has ${String(values.length)} columns, not ${String(columns.length)}`,
        2,
      );
    }
    return names.map((name) => values[columns.indexOf(name)] ?? "") as unknown as Row<Names>;
  });
}

function readText(path: string, what: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    throw new ImportError(`cannot read ${what}: ${error instanceof Error ? error.message : String(error)}`, 2);
  }
}

function oneOf<Value extends string>(values: readonly Value[], text: string, what: string): Value {
  const value = values.find((candidate) => candidate === text);
  if (value === undefined)
    throw new ImportError(`unknown ${what} "${text}" in the corpus; known: ${values.join(", ")}`, 2);
  return value;
}
