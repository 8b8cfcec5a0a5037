import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { newRuleProject } from "./new-rule-project.js";

const project = newRuleProject();

describe("arguments and files", () => {
  const changelog =
    "# Changelog\n\n## 0.1.0 - unreleased\n\n### Added\n\n- A rule,\n  and more.\n\n### Fixed\n\n- A bug.\n";

  beforeEach(() => {
    for (const folder of ["docs/rules", "rules", "src/checks/actions", "src/checks/effect", "test/rules"]) {
      mkdirSync(join(project.folder, folder), { recursive: true });
    }
    write("CHANGELOG.md", changelog);
    write("src/checks/context.ts");
  });

  function write(path: string, text = ""): void {
    writeFileSync(join(project.folder, path), text);
  }

  const listing = () => readdirSync(project.folder, { recursive: true, encoding: "utf8" }).sort();

  async function refusal(...args: readonly string[]): Promise<readonly string[]> {
    const before = listing();
    expect(await project.newRule(...args)).toBe(1);
    expect(listing()).toEqual(before);
    return project.printed;
  }

  it("need a name", async () => {
    expect(await refusal()).toEqual(["Name the rule: npm run new-rule no-something."]);
  });

  it.each([
    "stale-grant",
    "no",
    "no-",
    "no-StaleGrant",
    "no_stale",
    "no-stale-",
    "no--stale",
    "no-1",
    "../no-stale",
    "",
  ])("have an invalid name: %j", async (name) => {
    expect(await refusal(name)).toEqual([
      `"${name}" is not a valid rule name: start with one of no-, require-, valid-, consistent-, followed by lowercase words joined by hyphens.`,
    ]);
  });

  it.each(["conditions", "context.ts", "", ".."])("have an unknown folder: %j", async (folder) => {
    expect(await refusal("no-stale-grant", folder)).toEqual([
      `src/checks has no folder "${folder}": choose one of actions, effect.`,
    ]);
  });

  it("are at most two", async () => {
    expect(await refusal("no-stale-grant", "effect", "actions")).toEqual([
      "Give one name and at most one folder of src/checks: npm run new-rule no-something effect.",
    ]);
  });

  it.each([
    "rules/no-stale-grant.ts",
    "src/checks/actions/stale-grant-problems.ts",
    "test/rules/no-stale-grant.test.ts",
    "docs/rules/no-stale-grant.md",
  ])("are not overwritten: %s", async (path) => {
    write(path, "mine");
    expect(await refusal("no-stale-grant")).toEqual([`${path} already exists: choose another name, or remove it.`]);
    expect(project.read(path)).toBe("mine");
  });

  it.each([
    ["one of a released version", changelog.replace("unreleased", "2026-12-01")],
    ["one that has none", changelog.replace("### Added", "### Changed")],
    ["one without versions", "# Changelog\n"],
  ])("need a changelog with additions, not %s", async (_, text) => {
    write("CHANGELOG.md", text);
    expect(await refusal("no-stale-grant")).toEqual([
      'CHANGELOG.md has to start with an unreleased version that has a list under "### Added": add it.',
    ]);
    expect(project.read("CHANGELOG.md")).toBe(text);
  });

  it("are removed again if one cannot be written", async () => {
    rmSync(join(project.folder, "docs/rules"), { recursive: true });
    write("docs/rules");
    const before = listing();
    await expect(project.newRule("no-stale-grant")).rejects.toThrow();
    expect(listing()).toEqual(before);
    expect(project.read("CHANGELOG.md")).toBe(changelog);
  });

  it("are written, with the rule at the end of the additions", async () => {
    expect(await project.newRule("require-note")).toBe(0);
    expect(project.read("CHANGELOG.md")).toBe(
      changelog.replace("and more.\n", "and more.\n- `require-note` (in `strict`): say here what it finds.\n"),
    );
    expect(project.read("rules/index.ts")).toContain('"require-note": requireNote');
    expect(project.read("docs/rules/require-note.md")).toContain("📝 Require note.");
  });
});
