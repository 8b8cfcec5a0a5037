/** Reads pages of Huawei Cloud's website that were saved as files. */
import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { chooseEditions, liveSource } from "./live-page.js";
import type { ReadPage } from "./merge.js";
import { readPages } from "./page-reader.js";
import { ToolError } from "./tool-error.js";
import { readText } from "./tsv.js";

/**
 * The pages of a folder, one edition of each. A file has the path that its page has on the website, such as
 * `intl/zh-cn/api-toy/toy_01.html`.
 *
 * @throws {ToolError} if the folder or a page cannot be read
 */
export function readLiveFolder(folder: string): readonly ReadPage[] {
  const pages = pathsIn(folder).map((path) => ({ path, text: readText(join(folder, path), `page ${path}`) }));
  const read = readPages(pages).map(({ page: { path }, date, reading }) => ({ path, date, reading }));
  return chooseEditions(read).map(({ path, date, reading }) => ({ source: liveSource(path, date), reading }));
}

function pathsIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:html|md)$/u.test(entry.name))
      .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll("\\", "/"))
      .sort();
  } catch (error) {
    throw new ToolError(`cannot read ${folder}: ${error instanceof Error ? error.message : String(error)}`, 2);
  }
}
