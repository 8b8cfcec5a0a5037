import type { ESLint, Linter } from "eslint";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";

/**
 * Packs the plugin, installs it in empty folders as a user does and lints with the configurations of the README.
 * Fails when a finding is missing, is not expected or marks other text than it should. Needs the npm registry.
 */

/** What to install beside the plugin, and which of the README's configurations must work with it. */
interface Installation {
  readonly name: string;
  readonly packages: readonly string[];
  readonly configs: readonly string[];
}

const installations: readonly Installation[] = [
  { name: "ESLint 10, JSON only", packages: ["eslint@10"], configs: ["json", "jsonc", "settings"] },
  {
    name: "ESLint 10",
    packages: ["eslint@10", "@typescript-eslint/parser@8", "typescript@6", "jsonc-eslint-parser@3"],
    configs: ["json", "typescript", "jsonc", "jsonc-eslint-parser", "settings", "carriers"],
  },
  {
    name: "ESLint 9.15.0",
    packages: ["eslint@9.15.0", "@typescript-eslint/parser@8", "typescript@6"],
    configs: ["eslint-9.15"],
  },
];

const unknown = (text: string) => ({ rule: "huaweicloud-iam/no-unknown-action", text });
const withoutSupport = (text: string) => ({ rule: "huaweicloud-iam/require-enterprise-project-support", text });

const list = '"Statement": [{ "Effect": "Allow", "Action": ["ims:images:get", "ims:images:uplaod"] }]';
const files: Readonly<Record<string, string>> = {
  "iam/policy.json": `{ "Version": "1.1", ${list} }\n`,
  "iam/policy.jsonc": `// 🔑\n{ "Version": "1.1", ${list}, }\n`,
  "iam/policy.json5": `{ Version: "1.1", ${list}, }\n`,
  "iam/projects/policy.json": `{ "Version": "1.1", ${list.replace("uplaod", "create")} }\n`,
  "src/grant.ts": `import { grantPolicy } from "./iam.js";\ngrantPolicy({ ${list.replace('"ims:images:get", ', "")} });\n`,
  "src/policy.ts": `export const policy: object = JSON.stringify({ Version: "1.1", ${list} } as const);\n`,
};

const inJson = { "iam/policy.json": unknown("uplaod") };
const inTypescript = { "src/policy.ts": unknown("uplaod") };

/** The finding of each file that has one, under each configuration. */
const expected: Readonly<Record<string, Readonly<Record<string, Finding>>>> = {
  json: inJson,
  typescript: { ...inJson, ...inTypescript },
  jsonc: { "iam/policy.jsonc": unknown("uplaod"), "iam/policy.json5": unknown("uplaod") },
  "jsonc-eslint-parser": inJson,
  settings: { ...inJson, "iam/projects/policy.json": withoutSupport("ims:images:create") },
  carriers: { ...inTypescript, "src/grant.ts": unknown("uplaod") },
  "eslint-9.15": { ...inJson, ...inTypescript },
};

interface Finding {
  readonly rule: string;
  /** What stands in the file where the finding points at. */
  readonly text: string;
}

const root = join(import.meta.dirname, "..");
const configs = configsOfReadme();
const folder = mkdtempSync(join(tmpdir(), "huaweicloud-iam-smoke-"));
try {
  const tarball = pack();
  for (const installation of installations) {
    const project = install(installation, tarball);
    for (const name of installation.configs) {
      verify(installation, project, name);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The configurations in the README, by the name in the comment before each; all of them must be tried. */
function configsOfReadme(): ReadonlyMap<string, string> {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const blocks = readme.matchAll(/^<!-- try (?<name>\S+) -->\n\n```js\n(?<code>[^]*?)^```$/gmu);
  const found = new Map([...blocks].map(({ groups }) => [groups?.["name"] ?? "", groups?.["code"] ?? ""]));
  const tried = new Set(installations.flatMap((installation) => installation.configs));
  const differing = [...found.keys(), ...tried].filter((name) => !found.has(name) || !tried.has(name));
  if (differing.length > 0) {
    throw new Error(`The README and the smoke test do not have the same configurations: ${differing.join(", ")}.`);
  }
  return found;
}

function pack(): string {
  npm(root, "pack", "--silent", "--pack-destination", folder);
  const [tarball = ""] = readdirSync(folder).filter((file) => file.endsWith(".tgz"));
  return join(folder, tarball);
}

function install({ name, packages }: Installation, tarball: string): string {
  const project = mkdtempSync(join(folder, "project-"));
  writeFileSync(join(project, "package.json"), JSON.stringify({ name: "smoke", private: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(project, path)), { recursive: true });
    writeFileSync(join(project, path), text);
  }
  print(`${name}: installing ${packages.join(", ")} and the packed plugin`);
  npm(project, "install", "--save-dev", "--no-audit", "--no-fund", "--loglevel=error", ...packages, tarball);
  return project;
}

function verify({ name: installation }: Installation, project: string, name: string): void {
  writeFileSync(join(project, "eslint.config.mjs"), configs.get(name) ?? "");
  const found = lint(project);
  const wanted = Object.entries(expected[name] ?? {}).map(([file, { rule, text }]) => `${file}: ${rule} at "${text}"`);
  if (found.sort().join("\n") !== wanted.sort().join("\n")) {
    throw new Error(
      `${installation}, configuration "${name}" of the README:\nexpected\n${wanted.join("\n")}\nfound\n${found.join("\n")}`,
    );
  }
  print(`${installation}: configuration "${name}" gives ${wanted.join("; ")}`);
}

/** Each finding in the words of `verify`. */
function lint(project: string): string[] {
  const eslint = join(project, "node_modules/eslint/bin/eslint.js");
  const { stdout, stderr } = spawnSync(process.execPath, [eslint, ".", "--format", "json"], {
    cwd: project,
    encoding: "utf8",
  });
  if (!stdout.startsWith("[")) {
    throw new Error(`ESLint gave no result: ${stdout}${stderr}`);
  }
  return (JSON.parse(stdout) as ESLint.LintResult[]).flatMap(({ filePath, messages }) => {
    const path = relative(project, filePath).replaceAll("\\", "/");
    const text = readFileSync(filePath, "utf8");
    return messages.map((message) => `${path}: ${message.ruleId ?? message.message} at "${markedText(text, message)}"`);
  });
}

/** What a message marks; the marks of these files stay in one line. */
function markedText(text: string, { line, column, endColumn }: Linter.LintMessage): string {
  return text.split("\n")[line - 1]?.slice(column - 1, (endColumn ?? column) - 1) ?? "";
}

function npm(cwd: string, ...args: readonly string[]): void {
  execFileSync("npm", args, { cwd, stdio: ["ignore", "inherit", "inherit"] });
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
