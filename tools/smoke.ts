import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type ConfigurationName, configurations, exampleFiles } from "../test/e2e/configurations.js";
import { findingsOf } from "../test/e2e/findings.js";
import { blockOf } from "../test/e2e/page.js";

/**
 * Packs the plugin, installs it in empty projects together with the newest versions of its peers, and lints with the
 * configurations of the README and of docs/set-up.md, on the current Node.js. Fails if the findings or their ranges
 * differ from the expected ones. Needs the npm registry.
 */

interface Installation {
  readonly name: string;
  /** Installed besides the plugin. */
  readonly packages: readonly string[];
  readonly works: readonly ConfigurationName[];
  /** Configurations that cannot work, with the block of docs/troubleshooting.md that shows ESLint's message. */
  readonly fails?: Readonly<Partial<Record<ConfigurationName, string>>>;
}

const typescript = ["@typescript-eslint/parser@8", "typescript@6", "@types/node@20", "jiti@2"];
const otherJson = ["jsonc-eslint-parser@3", "eslint-plugin-jsonc@3"];
const yaml = ["yaml-eslint-parser@2", "eslint-plugin-yml@3"];
const names = Object.keys(configurations) as ConfigurationName[];
const allWithDefineConfig = names.filter((name) => name !== "eslint-9.15");

const installations: readonly Installation[] = [
  { name: "ESLint 10, JSON only", packages: ["eslint@10"], works: ["json", "jsonc", "settings", "commonjs"] },
  {
    name: "ESLint 10",
    packages: ["eslint@10", "@eslint/js@10", "@eslint/json@2", ...typescript, ...otherJson, ...yaml],
    works: allWithDefineConfig,
  },
  {
    name: "ESLint 9",
    packages: ["eslint@9", "@eslint/json@0.14.0", ...typescript, ...otherJson, ...yaml],
    works: allWithDefineConfig,
  },
  {
    name: "ESLint 9, older JSON language",
    packages: ["eslint@9", "@eslint/json@0.13.2"],
    works: ["json"],
    fails: { "json-language": "old-json" },
  },
  {
    name: "ESLint 9.15.0",
    packages: ["eslint@9.15.0", ...typescript],
    works: ["eslint-9.15"],
    fails: { json: "no-define-config" },
  },
];

const root = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "huaweicloud-iam-smoke-"));
try {
  const tarball = pack();
  for (const { name, packages, works, fails = {} } of installations) {
    print(`${name} on Node.js ${process.versions.node}: installing ${packages.join(", ")} and the packed plugin`);
    const project = install(packages, tarball);
    works.forEach((configuration) => verifyFindings(project, configuration));
    Object.entries(fails).forEach(([configuration, block]) =>
      verifyMessage(project, configuration as ConfigurationName, block),
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function pack(): string {
  npm(root, "pack", "--silent", "--pack-destination", folder);
  const [tarball = ""] = readdirSync(folder).filter((file) => file.endsWith(".tgz"));
  return join(folder, tarball);
}

function install(packages: readonly string[], tarball: string): string {
  const project = mkdtempSync(join(folder, "project-"));
  writeFileSync(join(project, "package.json"), JSON.stringify({ name: "smoke", private: true }));
  for (const [path, text] of Object.entries(exampleFiles)) {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), text);
  }
  npm(project, "install", "--save-dev", "--no-audit", "--no-fund", "--loglevel=error", ...packages, tarball);
  return project;
}

function verifyFindings(project: string, name: ConfigurationName): void {
  const { findings, file } = configurations[name];
  const config = writeConfiguration(project, name);
  const { stdout, stderr } = lint(project);
  const found = findingsOf(stdout || stderr, project);
  if (found.join("\n") !== findings.join("\n")) {
    throw new Error(`"${name}":\nexpected\n${findings.join("\n")}\nfound\n${found.join("\n")}`);
  }
  if (file.endsWith(".ts")) {
    verifyTypes(project, file);
  }
  rmSync(config);
  print(`  "${name}" gives ${findings.join("; ")}`);
}

function verifyMessage(project: string, name: ConfigurationName, block: string): void {
  const message = blockOf("docs/troubleshooting.md", block).trim();
  const config = writeConfiguration(project, name);
  const { stderr } = lint(project);
  if (!stderr.includes(message)) {
    throw new Error(`"${name}":\nexpected\n${message}\nfound\n${stderr}`);
  }
  rmSync(config);
  print(`  "${name}" says ${message}`);
}

/** Writes a configuration and returns its path. */
function writeConfiguration(project: string, name: ConfigurationName): string {
  const { page, block, file } = configurations[name];
  const path = join(project, file);
  writeFileSync(path, blockOf(page, block));
  return path;
}

function lint(project: string): Printed {
  return node(project, "node_modules/eslint/bin/eslint.js", ".", "--format", "json");
}

/** Type-checks a configuration, libraries included: the types of ESLint and of the plugin must be compatible. */
function verifyTypes(project: string, file: string): void {
  const options = ["--noEmit", "--strict", "--target", "es2023", "--module", "nodenext", "--types", "node"];
  const { stdout } = node(project, "node_modules/typescript/bin/tsc", ...options, file);
  if (stdout !== "") {
    throw new Error(`${file} has type errors:\n${stdout}`);
  }
}

interface Printed {
  readonly stdout: string;
  readonly stderr: string;
}

function node(project: string, ...args: readonly string[]): Printed {
  return spawnSync(process.execPath, args, { cwd: project, encoding: "utf8" });
}

function npm(cwd: string, ...args: readonly string[]): void {
  execFileSync("npm", args, { cwd, stdio: ["ignore", "inherit", "inherit"] });
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
