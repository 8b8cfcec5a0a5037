import type { ESLint, Linter } from "eslint";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.js";
import { markedText } from "./findings.js";
import { guide } from "./guide.js";
import { blockOf } from "./page.js";
import { createProject, type Project } from "./project.js";

const oxlint = guide("docs/oxlint.md");
const recommended = plugin.configs.recommended.rules;

/** What a linter says of a place. */
interface Found {
  /** `src/images.ts: huaweicloud-iam/no-unknown-action at "updaet"` */
  readonly finding: string;
  readonly message: string;
  readonly severity: string;
  /** Where it begins, in characters of the file. */
  readonly start: number;
}

interface OxlintReport {
  readonly diagnostics: readonly {
    readonly code?: string;
    readonly message: string;
    readonly severity: string;
    readonly filename: string;
    /** In bytes of UTF-8. */
    readonly labels: readonly { readonly span: { readonly offset: number; readonly length: number } }[];
  }[];
}

const policy = (...actions: readonly string[]) =>
  `{ Version: "1.1", Statement: [{ Effect: "Allow", Action: ${JSON.stringify(actions)} }] }`;

/** The configuration of the page without what it says of the user's cloud. */
const { settings, ...config } = JSON.parse(oxlint.block("config")) as { rules: object; settings: object };

/** oxlint lints every folder that is not ignored, and follows links: `--fix` would change what is installed. */
const ignored = { ".gitignore": "node_modules\n" };

const set = {
  ...ignored,
  "eslint.config.mjs": blockOf("README.md", "typescript").replace('"**/*.ts"', '"**/*.{js,ts,tsx}"'),
  ".oxlintrc.json": JSON.stringify(config),
};

describe("the configurations of the page", () => {
  it("have the recommended rules", () => {
    expect(config.rules).toEqual(recommended);
    expect(oxlint.block("install").split(" ")).toContain("oxlint");
  });

  it.each([
    ["config", ".oxlintrc.json", oxlint.block("lint")],
    ["config-js", "oxlint.config.mjs", "npx oxlint --config oxlint.config.mjs"],
  ])('"%s" fails where a policy has a mistake, and passes its correct twin', (name, path, command) => {
    const project = createProject({
      ...ignored,
      [path]: oxlint.block(name),
      "images.ts": `use(${policy("ims:images:lst")});`,
    });
    const mistaken = project.shell(command);
    expect(mistaken.stdout).toContain('huaweicloud-iam(no-unknown-action): "ims:images:lst" is not an action of IMS');
    expect(mistaken.status).toBe(1);

    project.write({ "images.ts": `use(${policy("ims:images:list")});` });
    expect(project.shell(command)).toMatchObject({ status: 0, stderr: "" });
  });
});

describe("oxlint finds what ESLint finds", () => {
  const modules = {
    "in the mistakes of the quick start": modulesOf("examples/quickstart/src/mistakes"),
    "in classes of CDKTF, Pulumi and other libraries": modulesOf("test/fixtures/carriers"),
    "in classes of the clouds' own SDK": modulesOf("test/fixtures/huaweicloud-sdk"),
    "behind letters of more than one byte": {
      "emoji.ts": `const key = "🔑 ключ";\nuse(key, '日本', ${policy("ims:images:updaet")});\n`,
      "text.ts": `/* é */ use(\`🖼 \${key}\`, '{ "Statement": [{ "Effect": "Allow", "Action": ["ims:images:\\u0075plaod"] }] }');\n`,
    },
    "in lines that end as those of Windows": {
      "lines.ts": `// é\r\nuse(\r\n  ${policy("ims:images:*", "ims:images:list")},\r\n);\r\n`,
    },
    "behind a byte order mark": { "mark.js": `\uFEFF"use strict";\nuse(${policy("ims:images:updaet")});\n` },
    "in JSX": { "view.tsx": `export const view = <Grant policy={${policy("ims:images:updaet")}}>é</Grant>;\n` },
    "under the settings of a comment": {
      "comment.ts": `// huaweicloud-iam scope: enterprise-project\nuse(${policy("ims:images:create")});\n`,
      "misspelt.ts": `// huaweicloud-iam scope: project\nuse(${policy("ims:images:create")});\n`,
    },
    "where comments disable a rule": {
      "disabled.ts": [
        "// eslint-disable-next-line huaweicloud-iam/no-unknown-action -- to come",
        `use(${policy("ims:images:updaet")});`,
        `use(${policy("ims:images:lst")});\n`,
      ].join("\n"),
    },
  };

  it.each(Object.entries(modules))("%s", (_, files) => {
    const project = createProject({ ...set, ...files });
    const found = foundByOxlint(project, ...Object.keys(files));
    expect(found).toEqual(foundByEslint(project, ...Object.keys(files)));
    expect(found).not.toEqual([]);
  });

  it("which is nothing in the correct files of the quick start", () => {
    const files = modulesOf("examples/quickstart/src/correct");
    const project = createProject({ ...set, ...files });
    expect(foundByOxlint(project, ...Object.keys(files))).toEqual([]);
    expect(foundByEslint(project, ...Object.keys(files))).toEqual([]);
  });

  it("under the settings of the configuration", () => {
    const project = createProject({
      ".oxlintrc.json": oxlint.block("config"),
      "eslint.config.mjs": set["eslint.config.mjs"].replace(
        /\]\);\n$/u,
        `{ settings: ${JSON.stringify(settings)} }]);`,
      ),
      "images.ts": `use(${policy("ims:images:updaet")});\n`,
    });
    const [found, ...others] = foundByOxlint(project, "images.ts");
    expect([found, ...others]).toEqual(foundByEslint(project, "images.ts"));
    expect(found?.message).toContain("not an action of IMS on Open Telekom Cloud. Did you");
  });
});

describe("with oxlint", () => {
  it("what is imported is not known, where ESLint follows it", () => {
    const files = modulesOf("examples/cdktf-two-files/src");
    const project = createProject({ ...set, ...files });
    expect(foundByEslint(project, ...Object.keys(files)).map(({ finding }) => finding)).toEqual([
      'assignments.ts: huaweicloud-iam/require-enterprise-project-support at "creator.id"',
      'roles.ts: huaweicloud-iam/no-unknown-action at "imageWrites"',
    ]);
    expect(foundByOxlint(project, ...Object.keys(files))).toEqual([]);
  });

  it("a setting that is none stops the run with its name", () => {
    const wrong = { ...config, settings: { "huaweicloud-iam": { clod: "otc" } } };
    const project = createProject({
      ".oxlintrc.json": JSON.stringify(wrong),
      "images.ts": "use({ Statement: [] });\n",
    });
    const { status, stdout } = project.run("oxlint", "images.ts");
    expect(status).toBe(1);
    expect(stdout).toContain('In the setting "huaweicloud-iam": "clod" is not a setting.');
  });

  it("JSON is not linted", () => {
    const project = createProject({
      ...set,
      "iam/images.json": policy("ims:images:updaet").replace("Version", '"Version"'),
    });
    expect(project.run("oxlint", "iam").stdout).toContain("No files found to lint");
  });

  it("its own comments disable a rule, too", () => {
    const comment = "// oxlint-disable-next-line huaweicloud-iam/no-unknown-action";
    const project = createProject({ ...set, "images.ts": `${comment}\nuse(${policy("ims:images:updaet")});\n` });
    expect(foundByOxlint(project, "images.ts")).toEqual([]);
  });

  it("--fix grants the same as before, --fix-suggestions does not", () => {
    const written = `/* 🔑 */ use(${policy("ims:images:*", "ims:images:list", "ecs:servers:lst")});\n`;
    const project = createProject({ ...set, "images.ts": written });
    project.run("oxlint", "--fix", "images.ts");
    expect(project.read("images.ts")).toBe(written.replace(',"ims:images:list"', ""));
    project.run("oxlint", "--fix-suggestions", "images.ts");
    expect(project.read("images.ts")).toBe(`/* 🔑 */ use(${policy("ims:images:*", "ecs:servers:list")});\n`);
  });
});

/** The modules of a folder of this repository, without the marks that some tests have in theirs. */
function modulesOf(folder: string): Record<string, string> {
  const absolute = join(import.meta.dirname, "../..", folder);
  const names = readdirSync(absolute).filter((name) => /\.[jt]s$/u.test(name));
  return Object.fromEntries(
    names.map((name) => [name, readFileSync(join(absolute, name), "utf8").replaceAll(/\[\[(.+?)\]\]/gu, "$1")]),
  );
}

function foundByEslint(project: Project, ...paths: readonly string[]): Found[] {
  const { stdout } = project.run("eslint", "--format", "json", ...paths);
  return inOrder(
    (JSON.parse(stdout) as ESLint.LintResult[]).flatMap(({ filePath, messages }) => {
      const path = relative(project.folder, filePath);
      const text = project.read(path);
      return messages.map((message) => ({
        finding: `${path}: ${message.ruleId ?? "parser"} at "${markedText(text, message)}"`,
        message: message.message,
        severity: message.severity === 2 ? "error" : "warning",
        start: startOf(text, message),
      }));
    }),
  );
}

function startOf(text: string, { line, column }: Linter.LintMessage): number {
  const before = text.split("\n").slice(0, line - 1);
  return before.join("\n").length + Math.min(before.length, 1) + column - 1;
}

function foundByOxlint(project: Project, ...paths: readonly string[]): Found[] {
  const { stdout } = project.run("oxlint", "--format", "json", ...paths);
  const { diagnostics } = JSON.parse(stdout) as OxlintReport;
  // oxlint has findings of its own, in its default rules.
  const ours = diagnostics.filter(({ code = "" }) => code.startsWith("huaweicloud-iam(") || code === "");
  return inOrder(
    ours.map(({ code = "", message, severity, filename, labels: [label] }) => {
      const bytes = Buffer.from(project.read(filename));
      const { offset, length } = label?.span ?? { offset: 0, length: 0 };
      return {
        finding: `${filename}: ${code.replace(/\((.*)\)/u, "/$1")} at "${String(bytes.subarray(offset, offset + length))}"`,
        message,
        severity,
        start: String(bytes.subarray(0, offset)).length,
      };
    }),
  );
}

/** By file and place: oxlint gives them in the order in which its threads end. */
function inOrder(found: readonly Found[]): Found[] {
  const keyOf = ({ finding, message, start }: Found) =>
    `${finding.slice(0, finding.indexOf(":"))} ${String(start).padStart(6, "0")} ${finding} ${message}`;
  return found.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
}
