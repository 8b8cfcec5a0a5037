import { readPackageFile } from "./package-file.js";
import type { CatalogIdentity, CatalogIndex, Cloud, ServiceFile } from "./format.js";
import { sha256 } from "./sha256.js";

/** What was read, by its name: the files never change while the package is in use. */
const files = new Map<string, unknown>();

/**
 * What tells this catalogue from another; read again each time it is asked for.
 *
 * @throws Error naming the file, when it is missing or damaged
 */
export function readIdentity(): CatalogIdentity {
  return readIntact("identity.json", (text) => {
    const identity = JSON.parse(text) as Partial<CatalogIdentity> | null;
    const found = identity?.sha256 ?? "";
    if (!/^[\da-f]{64}$/u.test(found)) {
      throw new Error("it has no SHA-256");
    }
    return { sha256: found };
  });
}

/**
 * The index of all services, read on first use.
 *
 * @throws Error naming the file, when it is missing or damaged
 */
export function readIndex(): CatalogIndex {
  return readOnce("index.json", () => readIdentity().sha256) as CatalogIndex;
}

/**
 * One service of one cloud, read on first use. Ask the index first: a service without a file is an error.
 *
 * @throws Error naming the file, when it is missing or damaged
 */
export function readService(cloud: Cloud, service: string): ServiceFile {
  return readOnce(`${cloud}/${service}.json`, () => readIndex().services[cloud]?.[service]?.sha256) as ServiceFile;
}

/** A file is what was published, or none at all: `tools/check-catalog` has looked into it, and its SHA-256 seals that. */
function readOnce(name: string, seal: () => string | undefined): unknown {
  let file = files.get(name);
  if (file === undefined) {
    const expected = seal();
    file = readIntact(name, (text) => {
      if (sha256(text) !== expected) {
        throw new Error("its SHA-256 is not that of the published file");
      }
      return JSON.parse(text) as unknown;
    });
    files.set(name, file);
  }
  return file;
}

function readIntact<File>(name: string, parse: (text: string) => File): File {
  try {
    return parse(readPackageFile(`catalog/${name}`));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const problem = `The file "catalog/${name}" of eslint-plugin-huaweicloud-iam is missing or damaged (${reason}).`;
    throw new Error(`${problem} Install the package again, and restart the editor if one is open.`, { cause });
  }
}
