/** Reads catalogue folders for comparisons. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CatalogIndex, ServiceFile } from "../../src/catalog/format.js";
import type { IdentityFile } from "../../src/catalog/identity-format.js";
import { ToolError } from "./tool-error.js";

/**
 * The index of a catalogue, or `undefined` if the folder has none.
 *
 * @throws {ToolError} if it exists but cannot be read
 */
export function readIndex(folder: string): CatalogIndex | undefined {
  const path = join(folder, "index.json");
  return existsSync(path) ? (readJson(path) as CatalogIndex) : undefined;
}

/**
 * The service files of a catalogue, in index order.
 *
 * @throws {ToolError} if the folder has no catalogue or a file cannot be read
 */
export function readServiceFiles(folder: string): readonly ServiceFile[] {
  const index = readIndex(folder);
  if (index === undefined) throw new ToolError(`no catalogue in ${folder}`, 2);
  return Object.entries(index.services).flatMap(([cloud, services]) =>
    Object.keys(services).map((service) => readJson(join(folder, cloud, `${service}.json`)) as ServiceFile),
  );
}

/**
 * The files of a catalogue about identity policies, in index order.
 *
 * @throws {ToolError} if the folder has no catalogue or a file cannot be read
 */
export function readIdentityFiles(folder: string): readonly IdentityFile[] {
  return Object.entries(readIndex(folder)?.identity ?? {}).flatMap(([cloud, services]) =>
    Object.keys(services).map(
      (service) => readJson(join(folder, cloud, "identity", `${service}.json`)) as IdentityFile,
    ),
  );
}

/** The content is not validated, because only the importer writes these files. */
function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new ToolError(`cannot read ${path}: ${error instanceof Error ? error.message : String(error)}`, 2);
  }
}
