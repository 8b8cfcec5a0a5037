import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { CatalogIndex, ServiceEntry } from "../../src/catalog/format.js";
import { sha256 } from "../../src/catalog/sha256.js";
import { referenceProblems, type IndexedFile } from "./references.js";
import { identityFormat, indexFormat, serviceFormat, type Format } from "./formats.js";

/** Something that is wrong with a catalogue. */
export interface CatalogueProblem {
  /** From the catalogue's folder, with slashes. */
  readonly file: string;
  readonly problem: string;
}

/**
 * What is wrong with the files of a catalogue: a SHA-256 that is not the file's, a file that is missing or in no index,
 * text that has not the format, and names that lead nowhere.
 */
export function catalogueProblems(folder: string): readonly CatalogueProblem[] {
  const identity = readFile(folder, "identity.json", identityFormat);
  const index = readFile(folder, "index.json", indexFormat, identity.content?.sha256);
  const listed = index.content ? listedServices(index.content) : [];
  const services = listed.map((service) => readService(folder, service));
  const problems = [...identity.problems, ...index.problems, ...services.flatMap((service) => service.problems)];
  const intact = services.flatMap(({ content }) => content ?? []);
  return [
    ...problems,
    ...(index.content ? unlistedFiles(folder, listed) : []),
    // A file that cannot be read has names that others refer to: they are not to blame.
    ...(problems.length === 0 ? referenceProblems(intact) : []),
  ];
}

interface ReadFile<Content> {
  /** Absent where there is a problem with it. */
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
    : broken(name, `is that of "${file.service}" on "${file.cloud}"`);
}

function readFile<Content>(folder: string, name: string, format: Format<Content>, seal?: string): ReadFile<Content> {
  if (!existsSync(join(folder, name))) {
    return broken(name, "is missing");
  }
  const text = readFileSync(join(folder, name), "utf8");
  if (seal !== undefined && sha256(text) !== seal) {
    return broken(name, 'has another SHA-256 than is noted. Run "npm run import-catalog", which writes both');
  }
  try {
    return { content: format(JSON.parse(text)), problems: [] };
  } catch (error) {
    return broken(name, error instanceof Error ? error.message : String(error));
  }
}

function broken(name: string, problem: string): ReadFile<never> {
  return { problems: [{ file: name, problem }] };
}

function unlistedFiles(folder: string, listed: readonly ListedService[]): readonly CatalogueProblem[] {
  const known = new Set(["REPORT.md", "identity.json", "index.json", ...listed.map(({ name }) => name)]);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll("\\", "/"))
    .filter((file) => !known.has(file))
    .map((file) => ({ file, problem: "is not in index.json" }));
}
