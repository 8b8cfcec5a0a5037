import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { truncate } from "../text/wording.js";
import { WrongUse } from "./verb.js";

/** A file that may be a page, by the name that its page has in the catalogue. */
export interface SavedPage {
  readonly name: string;
  readonly text: string;
}

/**
 * Reads the files that somebody names, and all in the folders among them that can be pages. In the order of their names.
 *
 * @param paths from a folder
 * @param reads whether a file of some name can be a page
 * @throws WrongUse for a path that is not there or cannot be read, for a file that cannot be a page, for a folder
 *   without pages and for two pages of one name
 */
export function readSavedPages(
  paths: readonly string[],
  folder: string,
  reads: (name: string) => boolean,
): readonly SavedPage[] {
  const pages = new Map<string, { readonly path: string; readonly page: SavedPage }>();
  for (const { name, path } of paths.flatMap((given) => filesAt(given, folder, reads))) {
    const other = pages.get(name);
    if (other !== undefined && other.path !== path) {
      throw new WrongUse(`Two pages are called "${truncate(name)}". Name the folder above both, or rename one.`);
    }
    pages.set(name, { path, page: { name, text: textOf(path) } });
  }
  return [...pages.values()].map(({ page }) => page).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function textOf(path: string): string {
  const text = orWrongUse(path, () => readFileSync(path, "utf8"));
  if (text.includes("\uFFFD")) {
    throw new WrongUse(`"${truncate(path)}" is not in UTF-8. Save the page in that encoding.`);
  }
  return text;
}

interface FoundFile {
  readonly name: string;
  readonly path: string;
}

function filesAt(given: string, folder: string, reads: (name: string) => boolean): readonly FoundFile[] {
  const path = resolve(folder, given);
  if (!orWrongUse(given, () => statSync(path).isDirectory())) {
    if (!reads(path)) {
      throw new WrongUse(
        `"${truncate(given)}" cannot be read. A page is a file in HTML, Markdown or reStructuredText.`,
      );
    }
    return [{ name: basename(path), path }];
  }
  const found = filesIn(path, "", reads);
  if (found.length === 0) {
    throw new WrongUse(`The folder "${truncate(given)}" has no page: no file in HTML, Markdown or reStructuredText.`);
  }
  return found;
}

function filesIn(path: string, under: string, reads: (name: string) => boolean): readonly FoundFile[] {
  return orWrongUse(path, () => readdirSync(path, { withFileTypes: true }))
    .filter(({ name }) => !name.startsWith(".") && name !== "node_modules")
    .flatMap((entry) => {
      const at = join(path, entry.name);
      const name = `${under}${entry.name}`;
      return entry.isDirectory() ? filesIn(at, `${name}/`, reads) : reads(name) ? [{ name, path: at }] : [];
    });
}

function orWrongUse<Result>(path: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new WrongUse(
      code === "ENOENT" ? `There is no file "${truncate(path)}".` : `"${truncate(path)}" cannot be read: ${message}.`,
    );
  }
}
