import { existsSync, readFileSync } from "node:fs";

/** The root folder of the package: one level above the sources, two above the build output. */
const folders = ["../", "../../"].map((path) => new URL(path, import.meta.url));

let folder: URL | undefined;

/**
 * Reads a file of the package as text. Searching for the folder takes 0.1 ms. Resolution through "imports" of
 * package.json takes 3 ms, as long as reading three services of the catalogue.
 *
 * @param path relative to the root folder of the package
 * @throws Error if the file cannot be read
 */
export function readPackageFile(path: string): string {
  folder ??= folders.find((candidate) => existsSync(new URL("package.json", candidate)));
  return readFileSync(new URL(path, folder), "utf8");
}
