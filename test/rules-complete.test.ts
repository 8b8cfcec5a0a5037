import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { ruleNames } from "../tools/rule-index.js";

const root = join(import.meta.dirname, "..");

describe("what belongs to a rule is there:", () => {
  it.each(ruleNames(join(root, "rules")))("%s", (rule) => {
    expect(missingParts(root, rule)).toEqual([]);
  });

  it("and no page is left of a rule that is gone", () => {
    const pages = readdirSync(join(root, "docs/rules")).map((file) => file.replace(/\.md$/u, ""));
    expect(pages.sort()).toEqual(ruleNames(join(root, "rules")));
  });
});

describe("the links of a rule's page lead to files:", () => {
  it.each(ruleNames(join(root, "rules")))("%s", (rule) => {
    const links = [...readFileSync(join(root, `docs/rules/${rule}.md`), "utf8").matchAll(/\]\((?<path>\.[^)#]+)/gu)];
    const paths = links.map(({ groups }) => join("docs/rules", groups?.["path"] ?? ""));
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

describe("what a rule lacks is said in a sentence:", () => {
  const project = mkdtempSync(join(tmpdir(), "rules-complete-"));
  afterAll(() => rmSync(project, { recursive: true }));

  const rule = "rules/no-thing.ts";
  const test = "test/rules/no-thing.test.ts";
  const page = "docs/rules/no-thing.md";
  const links = "- [Rule](../../rules/no-thing.ts)\n- [Test](../../test/rules/no-thing.test.ts)\n";
  const complete: Readonly<Record<string, string>> = {
    [rule]: "",
    [test]: "",
    [page]: `# no-thing\n\n## Examples\n\n## Sources\n\n${links}`,
    "README.md": `| [no-thing](${page}) | Disallow things |\n`,
  };

  it.each<[what: string, change: Readonly<Record<string, string | undefined>>, sentences: readonly string[]]>([
    ["nothing", {}, []],
    ["its test", { [test]: undefined }, [`no-thing has no test: write ${test}.`]],
    ["its page", { [page]: undefined }, [`no-thing has no page: write ${page}.`]],
    [
      "its row in the README",
      { "README.md": `[no-thing](${page})` },
      ['no-thing is not in the table of README.md: run "npm run docs".'],
    ],
    [
      "the sources on its page",
      { [page]: "# no-thing\n" },
      [`${page} does not end with "## Sources": name there what the rule stands on.`],
    ],
    [
      "an end of its page",
      { [page]: `# no-thing\n\n## Sources\n\n${links}\n## More\n` },
      [`${page} does not end with "## Sources": name there what the rule stands on.`],
    ],
    [
      "the links to its code and its test",
      { [page]: "# no-thing\n\n## Sources\n\n- [The guide](https://example.com)\n" },
      [`"## Sources" of ${page} has no link to ${rule}.`, `"## Sources" of ${page} has no link to ${test}.`],
    ],
  ])("%s", (_, change, sentences) => {
    for (const [path, text] of Object.entries({ ...complete, ...change })) {
      mkdirSync(dirname(join(project, path)), { recursive: true });
      if (text === undefined) {
        rmSync(join(project, path), { force: true });
      } else {
        writeFileSync(join(project, path), text);
      }
    }
    expect(missingParts(project, "no-thing")).toEqual(sentences);
  });
});

/** What a rule of a project lacks, each in a sentence that says what to do. */
function missingParts(project: string, rule: string): string[] {
  const [test, page] = [`test/rules/${rule}.test.ts`, `docs/rules/${rule}.md`];
  const readme = readFileSync(join(project, "README.md"), "utf8");
  const hasPage = existsSync(join(project, page));
  return [
    ...(existsSync(join(project, test)) ? [] : [`${rule} has no test: write ${test}.`]),
    ...(hasPage ? [] : [`${rule} has no page: write ${page}.`]),
    ...(readme.split("\n").some((line) => line.startsWith(`| [${rule}](${page}) `))
      ? []
      : [`${rule} is not in the table of README.md: run "npm run docs".`]),
    ...(hasPage ? missingSources(page, readFileSync(join(project, page), "utf8"), [`rules/${rule}.ts`, test]) : []),
  ];
}

function missingSources(page: string, text: string, files: readonly string[]): string[] {
  const [heading = "", ...section] = text.split(/^## /mu).at(-1)?.split("\n") ?? [];
  if (heading !== "Sources") {
    return [`${page} does not end with "## Sources": name there what the rule stands on.`];
  }
  return files
    .filter((file) => !section.join("\n").includes(`/${file})`))
    .map((file) => `"## Sources" of ${page} has no link to ${file}.`);
}
