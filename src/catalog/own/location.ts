import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { sha256 } from "../sha256.js";
import { ownCatalogName } from "./format.js";

/** The path of the catalogue of the project that a folder is in, if it has one: the nearest, in it or above. */
export function nearestOwnCatalog(folder: string): string | undefined {
  return foldersFrom(folder)
    .map((at) => join(at, ownCatalogName))
    .find((path) => existsSync(path));
}

/**
 * Whether a file is in a folder or above, where {@link ownCatalogsHash} sees it change. Whatever the file is called
 * otherwise, its name is {@link ownCatalogName}.
 */
export function isAtOrAbove(path: string, folder: string): boolean {
  return foldersFrom(folder).includes(dirname(path));
}

/**
 * The contents of all own catalogues in the working directory and above, hashed; empty if there are none. ESLint asks
 * for it as a part of the plugin's version, whenever it looks into its cache.
 */
export function ownCatalogsHash(): string {
  const texts = foldersFrom(resolve()).flatMap((folder) => textOf(join(folder, ownCatalogName)) ?? []);
  return texts.length === 0 ? "" : sha256(texts.map(sha256).join());
}

/** A file that cannot be read is as good as none: linting says what is wrong with it. */
function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

/** A folder and those above it, from the inside out. */
function foldersFrom(folder: string): readonly string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...foldersFrom(above)];
}
