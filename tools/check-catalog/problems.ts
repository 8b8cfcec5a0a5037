import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { CatalogIndex, IdentityEntry, ServiceEntry } from "../../src/catalog/format.js";
import { sha256 } from "../../src/catalog/sha256.js";
import { referenceProblems, type IndexedFile } from "./references.js";
import { identityFileFormat, identityReferenceProblems } from "./identity-file.js";
import { identityFormat, indexFormat, serviceFormat, type Format } from "./formats.js";

export interface CatalogueProblem {
  /** Relative to the catalogue folder, with forward slashes. */
  readonly file: string;
  readonly problem: string;
}

/**
 * The problems of a catalogue: wrong hashes, files that are missing or not in the index, content that does not match
 * its schema, and references to names that do not exist.
 */
export function catalogueProblems(folder: string): readonly CatalogueProblem[] {
  const identity = readFile(folder, "identity.json", identityFormat);
  const index = readFile(folder, "index.json", indexFormat, identity.content?.sha256);
  const listed = index.content ? listedServices(index.content) : [];
  const services = listed.map((service) => readService(folder, service));
  const ofIdentity = index.content ? listedIdentity(index.content) : [];
  const problems = [
    ...identity.problems,
    ...index.problems,
    ...services.flatMap((service) => service.problems),
    ...ofIdentity.flatMap((one) => identityProblems(folder, one)),
  ];
  const intact = services.flatMap(({ content }) => content ?? []);
  return [
    ...problems,
    ...(index.content ? unlistedFiles(folder, [...listed, ...ofIdentity]) : []),
    // References to an invalid file would be reported too, although that file is the cause.
    ...(problems.length === 0 ? referenceProblems(intact) : []),
  ];
}

interface ReadFile<Content> {
  /** Absent if the file has a problem. */
  readonly content?: Content;
  readonly problems: readonly CatalogueProblem[];
}

interface ListedService {
  readonly name: string;
  readonly cloud: string;
  readonly service: string;
  readonly entry: ServiceEntry;
}

function listedServices({ services }: CatalogIndex): readonly ListedService[] {
  return Object.entries(services).flatMap(([cloud, entries]) =>
    Object.entries(entries).map(([service, entry]) => ({ name: `${cloud}/${service}.json`, cloud, service, entry })),
  );
}

function readService(folder: string, { name, cloud, service, entry }: ListedService): ReadFile<IndexedFile> {
  const { content: file, problems } = readFile(folder, name, serviceFormat, entry.sha256);
  if (!file) {
    return { problems };
  }
  return file.cloud === cloud && file.service === service
    ? { content: { file, entry }, problems }
    : invalid(name, `contains the service "${file.service}" of "${file.cloud}"`);
}

interface ListedIdentity extends Omit<ListedService, "entry"> {
  readonly entry: IdentityEntry;
}

function listedIdentity({ identity = {} }: CatalogIndex): readonly ListedIdentity[] {
  return Object.entries(identity).flatMap(([cloud, entries]) =>
    Object.entries(entries).map(([service, entry]) => ({
      ...{ cloud, service, entry },
      name: `${cloud}/identity/${service}.json`,
    })),
  );
}

function identityProblems(
  folder: string,
  { name, cloud, service, entry }: ListedIdentity,
): readonly CatalogueProblem[] {
  const { content: file, problems } = readFile(folder, name, identityFileFormat, entry.sha256);
  if (!file) return problems;
  const found = [
    ...(file.cloud === cloud && file.service === service ? [] : [`contains "${file.service}" of "${file.cloud}"`]),
    ...(file.actions.length === entry.actions
      ? []
      : [`has ${file.actions.length} actions, but index.json says ${entry.actions}`]),
    ...identityReferenceProblems(file),
  ];
  return found.map((problem) => ({ file: name, problem }));
}

function readFile<Content>(
  folder: string,
  name: string,
  format: Format<Content>,
  expectedHash?: string,
): ReadFile<Content> {
  if (!existsSync(join(folder, name))) {
    return invalid(name, "is missing");
  }
  const text = readFileSync(join(folder, name), "utf8");
  if (expectedHash !== undefined && sha256(text) !== expectedHash) {
    return invalid(
      name,
      'does not match its recorded SHA-256. Do not edit it: run "npm run import-catalog", which writes both',
    );
  }
  try {
    return { content: format(JSON.parse(text)), problems: [] };
  } catch (error) {
    return invalid(name, error instanceof Error ? error.message : String(error));
  }
}

function invalid(name: string, problem: string): ReadFile<never> {
  return { problems: [{ file: name, problem }] };
}

function unlistedFiles(folder: string, listed: readonly { readonly name: string }[]): readonly CatalogueProblem[] {
  const known = new Set(["REPORT.md", "identity.json", "index.json", ...listed.map(({ name }) => name)]);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll("\\", "/"))
    .filter((file) => !known.has(file))
    .map((file) => ({ file, problem: "is not in index.json" }));
}
