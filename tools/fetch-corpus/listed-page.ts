/** Reads and writes `SOURCES.tsv`, the list of the pages with their revisions. */
import { join } from "node:path";
import { type PageSource, pageColumns, pageOf, sourcesFile } from "../import-catalog/corpus.js";
import { readTsv } from "../import-catalog/tsv.js";
import type { Blob } from "./repository.js";

export interface ListedPage extends PageSource {
  /** The hash of the content. */
  readonly blob: Blob;
}

/** @throws {ToolError} if the folder has no list or the list has an invalid line */
export function readListedPages(folder: string): readonly ListedPage[] {
  const lines = readTsv(join(folder, sourcesFile), [...pageColumns, "blob"]);
  return lines.map((line) => ({ ...pageOf(line), blob: line.blob }));
}

/** The content of the list. */
export function renderListedPages(pages: readonly ListedPage[]): string {
  const lines = pages.map(({ cloud, repository, commit, path, status, local, blob }) =>
    [cloud, repository, commit, path, status, local, blob].join("\t"),
  );
  return `${[[...pageColumns, "blob"].join("\t"), ...lines].join("\n")}\n`;
}
