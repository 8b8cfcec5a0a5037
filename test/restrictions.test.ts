import { ESLint } from "eslint";
import { join } from "node:path";
import ts from "typescript";
import { expect, it } from "vitest";

/** SECURITY.md says that the plugin reads files and does nothing else: this project's ESLint configuration sees to it. */
const imports = "@typescript-eslint/no-restricted-imports";
const globals = "no-restricted-globals";
const evaluation = "@typescript-eslint/no-implied-eval";

/** Lines of a module, each with what it must break. */
const lines: readonly (readonly [line: string, broken?: string])[] = [
  ['import { spawn } from "node:child_process";', imports],
  ['import { exec } from "child_process";', imports],
  ['import { get } from "node:https";', imports],
  ['import net from "node:net";', imports],
  ['import { Worker } from "node:worker_threads";', imports],
  ['import { createRequire } from "node:module";', imports],
  ['import { writeFileSync } from "node:fs";', imports],
  ['import * as fs from "node:fs";', imports],
  ['import { readFile } from "node:fs/promises";', imports],
  ['import ts from "typescript";', imports],
  ['import { Linter } from "eslint";', imports],
  ['import "@eslint/json/types";', imports],
  ['import type { Rule } from "eslint";'],
  ['import { readFileSync, statSync } from "node:fs";'],
  ['import { createHash } from "node:crypto";'],
  ['import leven from "leven";'],
  ['void fetch("https://example.com");', globals],
  ['void globalThis.fetch("https://example.com");', globals],
  ['process.env["NAME"] = "value";', globals],
  ['new WebSocket("wss://example.com");', globals],
  ['void import("./wording.js");', "no-restricted-syntax"],
  ['eval("1");', "no-eval"],
  ['new Function("return 1")();', evaluation],
  ['setTimeout("1", 1);', evaluation],
  ['console.log("x");', "no-console"],
];

/** Lines of the folder that finds and parses modules: it loads two libraries when an import first needs them. */
const linesOfModules: typeof lines = [
  ...lines.filter(([line]) => !line.includes('"node:module"')),
  ['import { createRequire, isBuiltin } from "node:module";'],
  ['import { register } from "node:module";', imports],
  ['import * as module from "node:module";', imports],
  ['import { getTsconfig } from "get-tsconfig";', imports],
  ['import { resolveExports } from "resolve-pkg-maps";', imports],
];

const cwd = join(import.meta.dirname, "..");
const files: readonly (readonly [file: string, lines: typeof lines])[] = [
  ["src/text/wording.ts", lines],
  ["src/hosts/json/values.ts", lines],
  ["src/hosts/estree/modules/libraries.ts", linesOfModules],
  ["src/hosts/yaml/parser.ts", linesOfModules],
  ["src/hosts/yaml/values.ts", lines],
  ["rules/index.ts", lines],
];

const restrictions = new Set(lines.flatMap(([, broken]) => broken ?? []));
const eslint = new ESLint({
  cwd,
  ruleFilter: ({ ruleId, severity }) => severity === 2 && restrictions.has(ruleId),
  // Types without those of anything imported: no line needs them, and to load them takes four seconds.
  overrideConfig: { languageOptions: { parserOptions: { projectService: false, programs: [programOfFiles()] } } },
});

it.each(files)("%s does nothing but read files", async (file, linesOfFile) => {
  const [result] = await eslint.lintText(textOf(linesOfFile), { filePath: join(cwd, file) });
  const found = result?.messages.map(({ ruleId, line }) => [linesOfFile[line - 1]?.[0], ruleId]);
  expect(found).toEqual(linesOfFile.filter(([, broken]) => broken));
});

function textOf(linesOfFile: typeof lines): string {
  return linesOfFile.map(([line]) => `${line}\n`).join("");
}

/** The files, each of which holds its lines. */
function programOfFiles(): ts.Program {
  const texts = new Map(files.map(([file, its]) => [join(cwd, file).replaceAll("\\", "/"), textOf(its)]));
  const options = { lib: ["lib.es2023.d.ts"], noResolve: true, types: [] };
  const host = ts.createCompilerHost(options);
  const readFile = host.readFile.bind(host);
  host.readFile = (path) => texts.get(path) ?? readFile(path);
  return ts.createProgram([...texts.keys()], options, host);
}
