import { ESLint } from "eslint";
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");

/** The project's own configuration, with the rules on layers only: they need no types. */
const eslint = new ESLint({
  cwd: root,
  overrideConfig: { languageOptions: { parserOptions: { projectService: false } } },
  ruleFilter: ({ ruleId }) => ruleId.startsWith("boundaries/"),
});

describe("the layers that eslint.config.js describes", () => {
  it.each([
    ["a layer below that imports one above", "src/policy/new.ts", "../catalog/catalog.js"],
    ["checks that know a host", "src/checks/effect/new.ts", "../../hosts/values.js"],
    ["checks that know a carrier", "src/checks/effect/new.ts", "../../carriers/index.js"],
    ["checks that know our side of ESLint", "src/checks/shape/new.ts", "../../eslint/report.js"],
    ["a check that knows ESLint", "src/checks/effect/new.ts", "eslint"],
    ["a policy model that knows ESLint", "src/policy/new.ts", "@eslint/core"],
    ["a catalogue that knows ESLint", "src/catalog/new.ts", "@eslint/json"],
    ["a text that knows anything of ours", "src/text/new.ts", "../policy/value.js"],
    ["an edit that knows a host", "src/edit/new.ts", "../hosts/host.js"],
    ["a rule that goes past its checks", "rules/no-new-thing.ts", "../src/catalog/catalog.js"],
    ["a rule that goes past its checks to the model", "rules/no-new-thing.ts", "../src/policy/document.js"],
    ["a rule that uses a package", "rules/no-new-thing.ts", "leven"],
    ["a carrier that asks the catalogue", "src/carriers/new.ts", "../catalog/catalog.js"],
    ["a parser outside its host", "src/carriers/new.ts", "@humanwhocodes/momoa"],
    ["a parser in another host", "src/hosts/json/new.ts", "@typescript-eslint/utils"],
    ["a reader of tsconfigs in a host without modules", "src/hosts/json/new.ts", "get-tsconfig"],
    ["a parser in the file of all hosts", "src/hosts/new.ts", "typescript"],
    ["a parser in a host to come", "src/hosts/other/new.ts", "jsonc-eslint-parser"],
    ["a host that uses another", "src/hosts/estree/new.ts", "../json/json-text.js"],
    ["a host that knows the list of hosts", "src/hosts/json/new.ts", "../index.js"],
    ["a shared file of the hosts that knows one", "src/hosts/new.ts", "./json/host.js"],
    ["a check that knows the command", "src/checks/effect/new.ts", "../../command/verb.js"],
    ["a plugin that loads the command", "src/index.ts", "./command/run.js"],
    ["a command that knows a host", "src/command/new.ts", "../hosts/index.js"],
    ["a tool in what users run", "src/catalog/new.ts", "../../tools/import-catalog/cli.js"],
    ["a tool in a rule", "rules/no-new-thing.ts", "../tools/demo.js"],
    ["a test in what users run", "src/text/new.ts", "../../test/policies.js"],
    ["a tool that uses more than the catalogue and the model", "tools/new.ts", "../src/checks/policy-context.js"],
    ["a module of Node.js where no file is read", "src/checks/effect/new.ts", "node:fs"],
    ["a file that is not there", "src/checks/effect/new.ts", "../../policy/missing.js"],
  ])("refuse %s, as a value and as a type", async (_, file, specifier) => {
    expect(await findingsIn(file, `import { one } from "${specifier}";`)).toEqual(["boundaries/dependencies"]);
    expect(await findingsIn(file, `import type { One } from "${specifier}";`)).toEqual(["boundaries/dependencies"]);
    expect(await findingsIn(file, `export * from "${specifier}";`)).toEqual(["boundaries/dependencies"]);
    expect(await findingsIn(file, `type One = import("${specifier}").One;`)).toEqual(["boundaries/dependencies"]);
  });

  it.each([
    ["rules/no-new-thing.ts", ["../src/eslint/create-rule.js", "../src/checks/effect/deny-only.js"]],
    ["src/index.ts", ["../rules/index.js", "./eslint/create-rule.js", "./catalog/store.js", "@eslint/json", "eslint"]],
    [
      "src/command/new.ts",
      ["../eslint/settings.js", "../checks/policy-context.js", "../catalog/catalog.js", "eslint", "node:util"],
    ],
    ["src/eslint/new.ts", ["../hosts/index.js", "../carriers/index.js", "../checks/policy-context.js", "@eslint/core"]],
    ["src/carriers/new.ts", ["../hosts/values.js", "../hosts/json/json-text.js", "../policy/value.js"]],
    ["src/hosts/index.ts", ["./host.js", "./json/host.js", "./estree/host.js"]],
    ["src/hosts/json/new.ts", ["../host.js", "./syntax.js", "../../policy/value.js", "@humanwhocodes/momoa"]],
    [
      "src/hosts/estree/new.ts",
      ["../values.js", "@typescript-eslint/utils", "@typescript-eslint/utils/ts-eslint", "jsonc-eslint-parser"],
    ],
    [
      "src/hosts/estree/modules/new.ts",
      ["../tree/children.js", "../../source.js", "get-tsconfig", "resolve-pkg-maps", "node:fs", "node:module"],
    ],
    [
      "src/checks/effect/new.ts",
      ["../policy-context.js", "../../catalog/catalog.js", "../../edit/problem.js", "leven"],
    ],
    ["src/edit/new.ts", ["../policy/value.js", "../text/range.js"]],
    ["src/catalog/new.ts", ["../policy/cloud.js", "../text/memoize.js", "node:fs"]],
    ["src/policy/new.ts", ["../text/range.js"]],
    ["tools/new/index.ts", ["../../src/catalog/format.js", "../demo.js", "node:fs", "@eslint/json", "prettier"]],
  ])("let %s import what it stands on", async (file, specifiers) => {
    const text = specifiers.map((specifier, at) => `import type * as n${at} from "${specifier}";`).join("\n");
    expect(await findingsIn(file, text)).toEqual([]);
  });

  it.each(["src/new.ts", "src/helpers/new.ts"])("have no place for %s", async (file) => {
    expect(await findingsIn(file, "export const one = 1;")).toEqual(["boundaries/no-unknown-files"]);
  });
});

describe("the folders", () => {
  it("import each other in no circle", () => {
    const imports = ["src", "rules"].flatMap(importsIn);
    expect(imports.length).toBeGreaterThan(500);
    expect(circularImports(imports)).toEqual([]);
  });

  it("have every import of a circle named", () => {
    const there = { from: "src/one/a.ts", to: "src/two/b.ts" };
    const onwards = { from: "src/two/c.ts", to: "src/three/d.ts" };
    const back = { from: "src/three/e.ts", to: "src/one/f.ts" };
    const other = { from: "src/four/g.ts", to: "src/one/a.ts" };
    expect(circularImports([there, onwards, back, other])).toEqual([there, onwards, back]);
    expect(circularImports([there, onwards, other])).toEqual([]);
  });
});

/** The rules that report something in a text as if it stood in a file of the project. */
async function findingsIn(file: string, text: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(text, { filePath: join(root, file) });
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message);
}

/** That one file imports another, as a value or as a type; by their paths from the root. */
interface Import {
  readonly from: string;
  readonly to: string;
}

function importsIn(folder: string): Import[] {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => file.endsWith(".ts"))
    .map((file) => posix.join(folder, file.replaceAll("\\", "/")))
    .flatMap((from) =>
      ts
        .preProcessFile(readFileSync(join(root, from), "utf8"))
        .importedFiles.filter(({ fileName }) => fileName.startsWith("."))
        .map(({ fileName }) => ({ from, to: posix.join(dirname(from), fileName.replace(/\.js$/u, ".ts")) })),
    );
}

/** The imports between folders from whose target a way leads back to where they stand. */
function circularImports(imports: readonly Import[]): readonly Import[] {
  const crossing = imports.filter(({ from, to }) => placeOf(from) !== placeOf(to));
  return crossing.filter(({ from, to }) => placesReached(placeOf(to), crossing).has(placeOf(from)));
}

function placesReached(start: string, imports: readonly Import[]): Set<string> {
  const reached = new Set([start]);
  for (const place of reached) {
    imports.filter(({ from }) => placeOf(from) === place).forEach(({ to }) => reached.add(placeOf(to)));
  }
  return reached;
}

/** A file's folder. An index stands above its folder: it lists what is in the folders below. */
function placeOf(file: string): string {
  return posix.basename(file) === "index.ts" ? file : posix.dirname(file);
}
