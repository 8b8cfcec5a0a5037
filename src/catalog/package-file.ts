import { existsSync, readFileSync } from "node:fs";

/** The package's own folder: one level up from the sources, two from what is built of them. */
const folders = ["../", "../../"].map((path) => new URL(path, import.meta.url));

let folder: URL | undefined;

/**
 * Reads a file of the package as text. Looking for the folder by hand costs a tenth of a millisecond; Node's
 * resolution of a name in "imports" costs three, as much as reading three services of the catalogue.
 *
 * @param path from the package's folder
 * @throws Error when the file cannot be read
 */
export function readPackageFile(path: string): string {
  folder ??= folders.find((candidate) => existsSync(new URL("package.json", candidate)));
  return readFileSync(new URL(path, folder), "utf8");
}
