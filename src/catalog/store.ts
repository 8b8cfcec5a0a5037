import { readPackageFile } from "./package-file.js";
import type { CatalogIdentity, CatalogIndex, Cloud, ServiceFile } from "./format.js";
import type { IdentityFile } from "./identity-format.js";
import { sha256 } from "./sha256.js";

/** Parsed files, by name. Never invalidated: the files of an installed package do not change. */
const files = new Map<string, unknown>();

/**
 * Reads the identity of this catalogue. Not cached.
 *
 * @throws Error that names the file if it is missing or damaged
 */
export function readIdentity(): CatalogIdentity {
  return readPublished("identity.json", (text) => {
    const identity = JSON.parse(text) as Partial<CatalogIdentity> | null;
    const found = identity?.sha256 ?? "";
    if (!/^[\da-f]{64}$/u.test(found)) {
      throw new Error("it has no SHA-256");
    }
    return { sha256: found };
  });
}

/**
 * The index of all services, read on first access.
 *
 * @throws Error that names the file if it is missing or damaged
 */
export function readIndex(): CatalogIndex {
  return readOnce("index.json", () => readIdentity().sha256) as CatalogIndex;
}

/**
 * One service of one cloud, read on first access. Throws for a service without a file, so look it up in the index
 * first.
 *
 * @throws Error that names the file if it is missing or damaged
 */
export function readService(cloud: Cloud, service: string): ServiceFile {
  return readOnce(`${cloud}/${service}.json`, () => readIndex().services[cloud]?.[service]?.sha256) as ServiceFile;
}

/**
 * What one service of one cloud offers to identity policies, read on first access. Throws for a service without such a
 * file, so look it up in the index first.
 *
 * @throws Error that names the file if it is missing or damaged
 */
export function readIdentityFile(cloud: Cloud, service: string): IdentityFile {
  const expectedHash = () => readIndex().identity?.[cloud]?.[service]?.sha256;
  return readOnce(`${cloud}/identity/${service}.json`, expectedHash) as IdentityFile;
}

/**
 * Reads a file and verifies its SHA-256. Its content needs no further validation because `tools/check-catalog`
 * validated the published file.
 */
function readOnce(name: string, expectedHash: () => string | undefined): unknown {
  let file = files.get(name);
  if (file === undefined) {
    const expected = expectedHash();
    file = readPublished(name, (text) => {
      if (sha256(text) !== expected) {
        throw new Error("its SHA-256 differs from that of the published file");
      }
      return JSON.parse(text) as unknown;
    });
    files.set(name, file);
  }
  return file;
}

function readPublished<File>(name: string, parse: (text: string) => File): File {
  try {
    return parse(readPackageFile(`catalog/${name}`));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const problem = `The file "catalog/${name}" of eslint-plugin-huaweicloud-iam is missing or damaged (${reason}).`;
    throw new Error(`${problem} Reinstall the package, and restart your editor if it is open.`, { cause });
  }
}
