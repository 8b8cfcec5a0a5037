import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect } from "vitest";

/** A project of `examples/`, which people may copy. */
export interface Example {
  /** Its files, by path. */
  readonly files: Readonly<Record<string, string>>;
  /** The packages that it asks for, as people name them to `npm install`. */
  readonly packages: readonly string[];
}

const root = join(import.meta.dirname, "..", "..");

/** Reads a project of `examples/`, and makes sure that it asks for the very packages that the tests run. */
export function readExample(name: string): Example {
  const folder = join(root, "examples", name);
  const files = Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((path) => [relative(folder, path).replaceAll("\\", "/"), readFileSync(path, "utf8")]),
  );
  const asked = dependenciesOf(files["package.json"] ?? "{}");
  const known = installedVersions();
  expect(asked).toEqual(Object.fromEntries(Object.keys(asked).map((name) => [name, `^${known[name] ?? ""}`])));
  return { files, packages: Object.keys(asked) };
}

/** The versions of the programs that the tests run, by package. */
export function installedVersions(): Readonly<Record<string, string>> {
  const plugin = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { name: string; version: string };
  const programs = dependenciesOf(readFileSync(join(import.meta.dirname, "package.json"), "utf8"));
  return { ...programs, [plugin.name]: plugin.version };
}

function dependenciesOf(manifest: string): Readonly<Record<string, string>> {
  return (JSON.parse(manifest) as { devDependencies?: Record<string, string> }).devDependencies ?? {};
}
