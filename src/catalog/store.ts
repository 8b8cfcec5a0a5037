import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { CatalogIndex, Cloud, ServiceFile } from "./format.js";

/** What was read, by its name: the files never change while the package is in use. */
const files = new Map<string, unknown>();

let folder: string | undefined;

/** The index of all services, read on first use. */
export function readIndex(): CatalogIndex {
  return readJson("index.json") as CatalogIndex;
}

/** One service of one cloud, read on first use. Ask the index first: a service without a file is an error. */
export function readService(cloud: Cloud, service: string): ServiceFile {
  return readJson(`${cloud}/${service}.json`) as ServiceFile;
}

/** @throws Error naming the file, when it is missing or no JSON */
function readJson(name: string): unknown {
  let file = files.get(name);
  if (file === undefined) {
    try {
      file = JSON.parse(readFileSync(join(catalogFolder(), name), "utf8"));
    } catch (cause) {
      throw new Error(
        `The catalogue file "catalog/${name}" of eslint-plugin-huaweicloud-iam is missing or damaged. Install the package again.`,
        { cause },
      );
    }
    files.set(name, file);
  }
  return file;
}

/** "#catalog/" is this package's own folder (package.json, "imports"): the same from the sources and from dist. */
function catalogFolder(): string {
  return (folder ??= dirname(createRequire(import.meta.url).resolve("#catalog/index.json")));
}
