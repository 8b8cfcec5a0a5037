/**
 * Writes a catalogue folder. Renames the files only after all are written, so a failure leaves the old catalogue
 * intact.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  type CatalogIdentity,
  type CatalogIndex,
  type IdentityEntry,
  type ServiceEntry,
  type ServiceFile,
  clouds,
} from "../../src/catalog/format.js";
import type { IdentityFile } from "../../src/catalog/identity-format.js";
import { sha256 } from "../../src/catalog/sha256.js";
import type { BuiltCloud } from "./catalogue.js";

/** The files of a catalogue, by path in its folder. Deterministic. */
export function renderCatalogue(
  built: readonly Pick<BuiltCloud, "cloud" | "services">[],
  identityFiles: readonly IdentityFile[] = [],
): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const services: { [cloud: string]: { [service: string]: ServiceEntry } } = {};
  for (const { cloud, services: ofCloud } of built) {
    const entries: { [service: string]: ServiceEntry } = {};
    for (const { file, entry } of ofCloud) {
      const text = renderServiceFile(file);
      entries[file.service] = { ...entry, sha256: sha256(text) };
      files.set(`${cloud}/${file.service}.json`, text);
    }
    services[cloud] = entries;
  }
  const identity: { [cloud: string]: { [service: string]: IdentityEntry } } = {};
  for (const file of identityFiles) {
    const text = renderIdentityFile(file);
    const entry = { actions: file.actions.length, sha256: sha256(text) };
    identity[file.cloud] = { ...identity[file.cloud], [file.service]: entry };
    files.set(`${file.cloud}/identity/${file.service}.json`, text);
  }
  const index = renderIndex({ services, ...(identityFiles.length > 0 && { identity }) });
  files.set("index.json", index);
  files.set("identity.json", `${JSON.stringify({ sha256: sha256(index) } satisfies CatalogIdentity)}\n`);
  return files;
}

/** Writes the files and deletes the files of removed services. */
export function writeCatalogue(folder: string, files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, `${path}.new`), text);
  }
  for (const path of files.keys()) renameSync(join(folder, `${path}.new`), join(folder, path));
  for (const part of clouds.flatMap((cloud) => [cloud, `${cloud}/identity`])) {
    if (!existsSync(join(folder, part))) continue;
    for (const name of readdirSync(join(folder, part))) {
      if (name.endsWith(".json") && !files.has(`${part}/${name}`)) rmSync(join(folder, part, name));
    }
  }
}

function renderServiceFile(file: ServiceFile): string {
  return [
    "{",
    `  "cloud": ${JSON.stringify(file.cloud)},`,
    `  "service": ${JSON.stringify(file.service)},`,
    `  "pages": ${oneALine(file.pages)},`,
    `  "withoutRow": ${oneALine(file.withoutRow)},`,
    ...(file.otherSpellings === undefined ? [] : [`  "otherSpellings": ${oneALine(file.otherSpellings)},`]),
    `  "rows": ${oneALine(file.rows)}`,
    "}\n",
  ].join("\n");
}

function renderIdentityFile(file: IdentityFile): string {
  return [
    "{",
    `  "cloud": ${JSON.stringify(file.cloud)},`,
    `  "service": ${JSON.stringify(file.service)},`,
    `  "sources": ${oneALine(file.sources)},`,
    ...(file.version === undefined ? [] : [`  "version": ${JSON.stringify(file.version)},`]),
    `  "isComplete": ${JSON.stringify(file.isComplete)},`,
    `  "actions": ${oneALine(file.actions)},`,
    `  "resources": ${oneALine(file.resources)},`,
    `  "conditionKeys": ${oneALine(file.conditionKeys)},`,
    `  "operations": ${oneALine(file.operations)}`,
    "}\n",
  ].join("\n");
}

function oneALine(elements: readonly unknown[]): string {
  if (elements.length === 0) return "[]";
  return `[\n${elements.map((element) => `    ${JSON.stringify(element)}`).join(",\n")}\n  ]`;
}

function renderIndex({ services, identity }: CatalogIndex): string {
  const parts = [
    `  "services": ${renderEntries(services)}`,
    ...(identity === undefined ? [] : [`  "identity": ${renderEntries(identity)}`]),
  ];
  return `{\n${parts.join(",\n")}\n}\n`;
}

function renderEntries(clouds: { readonly [cloud: string]: { readonly [service: string]: unknown } }): string {
  const cloudBlocks = Object.entries(clouds).map(([cloud, services]) => {
    const lines = Object.entries(services).map(
      ([service, entry]) => `      ${JSON.stringify(service)}: ${JSON.stringify(entry)}`,
    );
    return `    ${JSON.stringify(cloud)}: {\n${lines.join(",\n")}\n    }`;
  });
  return `{\n${cloudBlocks.join(",\n")}\n  }`;
}
