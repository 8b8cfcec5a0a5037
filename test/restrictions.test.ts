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

const text = lines.map(([line]) => `${line}\n`).join("");
const cwd = join(import.meta.dirname, "..");
const files = ["src/text/wording.ts", "src/hosts/json/values.ts", "rules/index.ts"];

const restrictions = new Set(lines.flatMap(([, broken]) => broken ?? []));
const eslint = new ESLint({
  cwd,
  ruleFilter: ({ ruleId, severity }) => severity === 2 && restrictions.has(ruleId),
  // Types without those of anything imported: no line needs them, and to load them takes four seconds.
  overrideConfig: { languageOptions: { parserOptions: { projectService: false, programs: [programOfLines()] } } },
});

it.each(files)("%s does nothing but read files", async (file) => {
  const [result] = await eslint.lintText(text, { filePath: join(cwd, file) });
  const found = result?.messages.map(({ ruleId, line }) => [lines[line - 1]?.[0], ruleId]);
  expect(found).toEqual(lines.filter(([, broken]) => broken));
});

/** The files, each of which holds the lines. */
function programOfLines(): ts.Program {
  const paths = files.map((file) => join(cwd, file).replaceAll("\\", "/"));
  const options = { lib: ["lib.es2023.d.ts"], noResolve: true, types: [] };
  const host = ts.createCompilerHost(options);
  const readFile = host.readFile.bind(host);
  host.readFile = (path) => (paths.includes(path) ? text : readFile(path));
  return ts.createProgram(paths, options, host);
}
