import { readFileSync } from "node:fs";

/** The root folder of the package, for the sources and for the build output alike. */
const root = new URL("../../", import.meta.url);

/**
 * Reads a file of the package as text.
 *
 * @param path relative to the root folder of the package
 * @throws Error if the file cannot be read
 */
export function readPackageFile(path: string): string {
  return readFileSync(new URL(path, root), "utf8");
}
