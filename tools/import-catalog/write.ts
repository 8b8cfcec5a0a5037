/**
 * Writes a catalogue folder. Renames the files only after all are written, so a failure leaves the old catalogue
 * intact.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  type CatalogIdentity,
  type CatalogIndex,
  type ServiceEntry,
  type ServiceFile,
  clouds,
} from "../../src/catalog/format.js";
import { sha256 } from "../../src/catalog/sha256.js";
import type { BuiltCloud } from "./catalogue.js";

/** The files of a catalogue, by path in its folder. Deterministic. */
export function renderCatalogue(built: readonly Pick<BuiltCloud, "cloud" | "services">[]): ReadonlyMap<string, string> {
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
  const index = renderIndex({ services });
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
  for (const cloud of clouds) {
    const cloudFolder = join(folder, cloud);
    if (!existsSync(cloudFolder)) continue;
    for (const name of readdirSync(cloudFolder)) {
      if (name.endsWith(".json") && !files.has(`${cloud}/${name}`)) rmSync(join(cloudFolder, name));
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

function oneALine(elements: readonly unknown[]): string {
  if (elements.length === 0) return "[]";
  return `[\n${elements.map((element) => `    ${JSON.stringify(element)}`).join(",\n")}\n  ]`;
}

function renderIndex(index: CatalogIndex): string {
  const cloudBlocks = Object.entries(index.services).map(([cloud, services]) => {
    const lines = Object.entries(services).map(
      ([service, entry]) => `      ${JSON.stringify(service)}: ${JSON.stringify(entry)}`,
    );
    return `    ${JSON.stringify(cloud)}: {\n${lines.join(",\n")}\n    }`;
  });
  return `{\n  "services": {\n${cloudBlocks.join(",\n")}\n  }\n}\n`;
}
