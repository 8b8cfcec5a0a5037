import { readdirSync, readFileSync } from "node:fs";
import { clouds, type CatalogIdentity } from "../../src/catalog/format.js";
import { allServices } from "./catalog-files.js";

const root = new URL("../../", import.meta.url);

/** The names of the files that the site publishes for the plugin to read, the one with all services last. */
export function publishedNames(): readonly string[] {
  return ["package.json", "catalog/identity.json", "catalog/index.json", ...serviceNames(), allServices];
}

/** What the site publishes under a name. */
export function publishedFile(name: string): string {
  if (name === allServices) {
    return JSON.stringify(Object.fromEntries(serviceNames().map((service) => [service, readText(service)])));
  }
  if (name === "package.json") {
    const { name: ofPackage, version } = JSON.parse(readText(name)) as { name: string; version: string };
    return JSON.stringify({ name: ofPackage, version });
  }
  return readText(name);
}

/** Changes with the catalogue: files under an address that has it never change. */
export function publishedVersion(): string {
  return (JSON.parse(readText("catalog/identity.json")) as CatalogIdentity).sha256.slice(0, 12);
}

function serviceNames(): readonly string[] {
  return clouds.flatMap((cloud) =>
    readdirSync(new URL(`catalog/${cloud}/`, root), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".json"))
      .map((file) => `catalog/${cloud}/${file.replaceAll("\\", "/")}`),
  );
}

function readText(name: string): string {
  return readFileSync(new URL(name, root), "utf8");
}
