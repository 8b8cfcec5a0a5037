/** The list of pages that the catalogue is made of: which revision of which file counts, and where it goes. */
import { join } from "node:path";
import { type PageSource, pageColumns, pageOf, sourcesFile } from "../import-catalog/corpus.js";
import { readTsv } from "../import-catalog/tsv.js";
import type { Blob } from "./repository.js";

export interface ListedPage extends PageSource {
  /** Of the content: it is the same page only where this is the same. */
  readonly blob: Blob;
}

/** @throws {ToolError} when the folder has no such list or a line of it is not understood */
export function readListedPages(folder: string): readonly ListedPage[] {
  const lines = readTsv(join(folder, sourcesFile), [...pageColumns, "blob"]);
  return lines.map((line) => ({ ...pageOf(line), blob: line.blob }));
}

/** The text of the list; the same pages give the same text. */
export function renderListedPages(pages: readonly ListedPage[]): string {
  const lines = pages.map(({ cloud, repository, commit, path, status, local, blob }) =>
    [cloud, repository, commit, path, status, local, blob].join("\t"),
  );
  return `${[[...pageColumns, "blob"].join("\t"), ...lines].join("\n")}\n`;
}
