import { resolve } from "node:path";
import { publishedTables, type Tables } from "../catalog/catalog.js";
import { ownCatalogName } from "../catalog/own/format.js";
import { isAtOrAbove } from "../catalog/own/location.js";
import { tablesWith } from "../catalog/own/read.js";
import { settingsKey, type Settings } from "./settings.js";

/**
 * The tables that the settings ask for: those of the package, or these with the project's own catalogue.
 *
 * @param cwd ESLint's working directory
 * @throws Error if the project's own catalogue is missing, cannot be used, or is where ESLint's cache does not see it
 */
export function tablesFor({ catalog }: Settings, cwd: string): Tables {
  if (catalog === undefined) {
    return publishedTables;
  }
  const path = resolve(cwd, catalog);
  if (!isAtOrAbove(path, cwd)) {
    throw new Error(
      `In the setting "${settingsKey}": "catalog" must be "${ownCatalogName}" in the working directory "${cwd}" or above it, where ESLint's cache notices its changes.`,
    );
  }
  return tablesWith(path);
}
