import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly bundleDependencies?: unknown;
  readonly optionalDependencies?: unknown;
}

interface LockedPackage {
  readonly integrity?: string;
  readonly resolved?: string;
  readonly hasInstallScript?: boolean;
}

const root = join(import.meta.dirname, "..");
const readJson = (path: string) => JSON.parse(readFileSync(join(root, path), "utf8")) as unknown;

/** Where the addresses of a lock file lead, if it has any. */
const registry = "https://registry.npmjs.org/";

const manifest = readJson("package.json") as Manifest;

/** The packages of a lock file by their folders, without the project itself, be it as the copy that e2e tests install. */
function lockedIn(path: string): readonly (readonly [folder: string, LockedPackage])[] {
  const { packages } = readJson(path) as { packages: Readonly<Record<string, LockedPackage>> };
  return Object.entries(packages).filter(([folder, { resolved }]) => folder !== "" && resolved !== "file:../..");
}

describe("whoever installs the package", () => {
  it("runs no script of it", () => {
    const ofInstallation = ["preinstall", "install", "postinstall", "preprepare", "prepare", "postprepare"];
    expect(Object.keys(manifest.scripts).filter((name) => ofInstallation.includes(name))).toEqual([]);
  });

  it("gets five packages with it, and what they need", () => {
    const { dependencies, bundleDependencies, optionalDependencies } = manifest;
    const lint = ["@eslint/json", "@humanwhocodes/momoa", "leven"];
    const resolve = ["get-tsconfig", "resolve-pkg-maps"];
    expect(Object.keys(dependencies).sort()).toEqual([...lint, ...resolve].sort());
    expect([bundleDependencies, optionalDependencies]).toEqual([undefined, undefined]);
  });
});

describe.each(["package-lock.json", "test/e2e/package-lock.json"])("%s", (path) => {
  it("pins every package to the bytes that npm's registry has", () => {
    const locked = lockedIn(path);
    expect(locked.length).toBeGreaterThan(100);
    const loose = locked.filter(
      ([, { integrity, resolved = registry }]) => !integrity?.startsWith("sha512-") || !resolved.startsWith(registry),
    );
    expect(loose).toEqual([]);
  });
});

it("what is installed to work on the project needs no install scripts, so that npm ci can leave them out", () => {
  const withScripts = lockedIn("package-lock.json").filter(([, { hasInstallScript }]) => hasInstallScript);
  // Its script only puts in place what an optional dependency has brought.
  expect(withScripts.map(([folder]) => folder)).toEqual(["node_modules/esbuild"]);
});
