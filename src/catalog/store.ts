import { createRequire } from "node:module";
import type { CatalogIndex, Cloud, ServiceFile } from "./format.js";

// "#catalog/" is this package's own folder (package.json, "imports"): the same from the sources and from dist.
const require = createRequire(import.meta.url);

/** The index of all services. Read on first use; Node keeps what it has read. */
export function readIndex(): CatalogIndex {
  return readJson("index.json") as CatalogIndex;
}

/** One service of one cloud. Ask the index first: a service without a file is an error. */
export function readService(cloud: Cloud, service: string): ServiceFile {
  return readJson(`${cloud}/${service}.json`) as ServiceFile;
}

function readJson(file: string): unknown {
  try {
    return require(`#catalog/${file}`) as unknown;
  } catch (cause) {
    throw new Error(
      `The catalogue file "catalog/${file}" of eslint-plugin-huaweicloud-iam is missing or damaged. Install the package again.`,
      { cause },
    );
  }
}
