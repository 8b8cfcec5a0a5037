import { readPackageFile } from "../package-folder.js";
import type { CatalogIndex, Cloud, ServiceFile } from "./format.js";

/** What was read, by its name: the files never change while the package is in use. */
const files = new Map<string, unknown>();

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
      file = readPackageFile(`catalog/${name}`);
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
