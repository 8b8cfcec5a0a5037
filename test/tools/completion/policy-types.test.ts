import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import { afterAll, describe, expect, it } from "vitest";
import { clouds } from "../../../src/catalog/format.js";
import { vocabularyOf } from "../../../tools/completion/vocabulary.js";
import { writeCompletion } from "../../../tools/completion/write.js";

const root = join(import.meta.dirname, "..", "..", "..");
const fixtures = join(root, "test", "fixtures", "policy-types");
const typings = join(root, "test", "fixtures", "typings");

/** A project that has the plugin with its types, and the modules of the fixtures. */
const project = realpathSync(mkdtempSync(join(tmpdir(), "huaweicloud-iam-types-")));
const plugin = join(project, "node_modules", "eslint-plugin-huaweicloud-iam");
mkdirSync(plugin, { recursive: true });
copyFileSync(join(root, "package.json"), join(plugin, "package.json"));
writeCompletion(plugin);
const modules = readdirSync(fixtures).map((name) => join(project, name));
for (const module of modules) {
  copyFileSync(module.replace(project, fixtures), module);
}
afterAll(() => rmSync(project, { recursive: true }));

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  lib: ["lib.es2023.d.ts"],
  module: ts.ModuleKind.Preserve,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  skipDefaultLibCheck: true,
  noEmit: true,
  paths: Object.fromEntries(["cdktf", "constructs", "@cdktf/*"].map((name) => [name, [join(typings, name)]])),
};

function messageOf({ file, start, messageText }: ts.Diagnostic): string {
  const line = file && start !== undefined ? ts.getLineAndCharacterOfPosition(file, start).line + 1 : 0;
  return `${file?.fileName ?? ""}:${line} ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
}

describe("the types of policies", () => {
  it("take what is right and refuse every planted mistake", () => {
    const program = ts.createProgram(modules, options);
    expect(modules.length).toBeGreaterThan(1);
    expect(ts.getPreEmitDiagnostics(program).map(messageOf)).toEqual([]);
  });

  it("cost the compiler little: it makes a few types for each name, and none for pairs of them", () => {
    const typesOf = (text: string) => {
      const host = ts.createCompilerHost(options);
      const file = join(project, "cost.ts");
      const { getSourceFile } = host;
      host.getSourceFile = (path, version) =>
        path === file ? ts.createSourceFile(path, text, version) : getSourceFile(path, version);
      const program = ts.createProgram([file], options, host);
      expect(ts.getPreEmitDiagnostics(program).map(messageOf)).toEqual([]);
      return program.getTypeCount();
    };
    const policy = '{ Version: "1.1", Statement: [{ Effect: "Allow", Action: ["ims:images:list"] }] }';
    const without = typesOf(`export const policy = ${policy};`);
    const withTypes = typesOf(
      `import type { Policy } from "eslint-plugin-huaweicloud-iam/otc"; export const policy = ${policy} satisfies Policy;`,
    );
    const names = vocabularyOf("otc").services.flatMap(({ listed }) => listed).length;
    expect(withTypes - without).toBeLessThan(names * 4);
  });

  it.each(clouds)("offer the actions of %s, and nothing that is only taken", (cloud) => {
    const before = `import type { Policy } from "eslint-plugin-huaweicloud-iam/${cloud}";
      export const policy = { Version: "1.1", Statement: [{ Effect: "Allow", Action: ["`;
    const offered = completionsAt(before, '"] }] } satisfies Policy;');
    const listed = vocabularyOf(cloud).services.flatMap((service) => [
      ...service.listed.map(({ name }) => name),
      ...service.spellings,
    ]);
    expect(offered.toSorted()).toEqual([...new Set(listed)].toSorted());
  });

  it.each(clouds)("offer the known actions of version 5.0 on %s, and take any other", (cloud) => {
    const before = `import type { Policy } from "eslint-plugin-huaweicloud-iam/${cloud}";
      export const policy = { Version: "5.0", Statement: [{ Effect: "Allow", Action: ["toy:boxes:open", "`;
    const offered = completionsAt(before, '"] }] } satisfies Policy;');
    const known = vocabularyOf(cloud).identityActions.map(({ name }) => name);
    expect(offered.filter((name) => name !== "toy:boxes:open").toSorted()).toEqual(known.toSorted());
  });
});

function completionsAt(before: string, after: string): readonly string[] {
  const file = join(project, "open.ts");
  const text = before + after;
  const { readFile, readDirectory, directoryExists, getDirectories } = ts.sys;
  const service = ts.createLanguageService({
    readFile,
    readDirectory,
    directoryExists,
    getDirectories,
    fileExists: (path) => path === file || ts.sys.fileExists(path),
    getCompilationSettings: () => options,
    getScriptFileNames: () => [file],
    getScriptVersion: () => "1",
    getScriptSnapshot: (path) =>
      path === file || ts.sys.fileExists(path)
        ? ts.ScriptSnapshot.fromString(path === file ? text : readFileSync(path, "utf8"))
        : undefined,
    getCurrentDirectory: () => project,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
  });
  return service.getCompletionsAtPosition(file, before.length, {})?.entries.map(({ name }) => name) ?? [];
}
