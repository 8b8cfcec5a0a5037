import { ESLint, Linter } from "eslint";
import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import type { OwnCatalog } from "../../src/catalog/own/format.js";
import { renderOwnCatalog } from "../../src/catalog/own/render.js";
import { catalogOf } from "../../src/catalog/catalog.js";
import { parsePattern } from "../../src/policy/pattern.js";
import plugin from "../../src/index.js";
import { ofOnePage, pageOf, rowOf } from "../catalog/own/pages.js";

const file = "huaweicloud-iam.catalog.json";
const shrink = { apis: ["POST /v2/images/{id}/shrink"], actions: ["ims:images:shrink"] };

/** The path of a new folder with a catalogue of its own, gone when the test has finished. */
function folderWith(own: OwnCatalog | string | undefined): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "huaweicloud-iam-own-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  write(folder, own);
  return folder;
}

function write(folder: string, own: OwnCatalog | string | undefined): void {
  if (own !== undefined) {
    const temporary = join(folder, "temporary");
    writeFileSync(temporary, typeof own === "string" ? own : renderOwnCatalog(own));
    renameSync(temporary, join(folder, file));
  }
}

function ownShrinking(...dependencies: readonly string[]): OwnCatalog {
  return ofOnePage(pageOf("pages/toy.md"), rowOf({ ...shrink, dependencies }));
}

const policy = (...actions: readonly string[]) =>
  JSON.stringify({ Version: "1.1", Statement: [{ Effect: "Allow", Action: actions }] });

function lint(text: string, cwd: string, setting: object = { catalog: `./${file}` }): readonly Linter.LintMessage[] {
  const settings = { "huaweicloud-iam": { cloud: "otc", ...setting } };
  return new Linter({ cwd }).verify(text, [{ ...plugin.configs["recommended-json"], settings }]);
}

describe("a policy in a project with a catalogue of its own", () => {
  it("is judged by it: what a row of its needs is missing, by file, page and day", () => {
    const text = policy("ims:images:list", "ims:images:shrink");
    const [message, ...others] = lint(text, folderWith(ownShrinking("evs:volumes:get")));
    const start = text.indexOf('ims:images:shrink"') + 1;
    expect([message, others]).toMatchObject([
      {
        ...{
          ruleId: "huaweicloud-iam/require-action-dependencies",
          column: start,
          endColumn: start + "ims:images:shrink".length,
        },
        message:
          '"ims:images:shrink" is missing its dependency action: evs:volumes:get. Grant it too. Documented by your project\'s catalogue, page pages/toy.md of 2026-11-14.',
      },
      [],
    ]);
  });

  it("has no finding where it grants what the page says", () => {
    expect(lint(policy("ims:images:shrink", "evs:volumes:get"), folderWith(ownShrinking("evs:volumes:get")))).toEqual(
      [],
    );
  });

  it("is judged by the package alone without the setting", () => {
    const folder = folderWith(ownShrinking("evs:volumes:get"));
    expect(lint(policy("ims:images:shrink"), folder, {}).map(({ ruleId }) => ruleId)).toEqual([
      "huaweicloud-iam/no-unknown-action",
    ]);
  });

  it("has no typo in the file of a service that only the project's pages have", () => {
    const own = ofOnePage(pageOf("toy.md"), rowOf({ apis: ["GET /v1/toys"], actions: ["functiongraphs:toys:list"] }));
    const statement = { Effect: "Allow", Action: ["ims:images:list"], Resource: ["functiongraphs:*:*:toys:a"] };
    const text = JSON.stringify({ Version: "1.1", Statement: [statement] });
    const messages = (setting?: object) => lint(text, folderWith(own), setting).map(({ message }) => message);
    expect(messages()).toEqual([]);
    expect(messages({})).toEqual([expect.stringContaining('Did you mean "functiongraph"?')]);
  });

  it("is judged by the row of the newer page in place of the package's", () => {
    const row = { apis: ["POST /v1/cloudimages/{image_id}/file"], actions: ["ims:images:export"], dependencies: [] };
    const text = policy("ims:images:export");
    expect(lint(text, folderWith(ofOnePage(pageOf("toy.md"), rowOf(row)))).map(({ ruleId }) => ruleId)).not.toContain(
      "huaweicloud-iam/require-action-dependencies",
    );
    expect(lint(text, folderWith(undefined), {}).map(({ ruleId }) => ruleId)).toContain(
      "huaweicloud-iam/require-action-dependencies",
    );
  });

  it("is judged by a page of a website that the package has read later", () => {
    const name = "ecs:servers:createImage";
    const pattern = parsePattern(name);
    const [facts] = (pattern && catalogOf("huaweicloud").action(pattern)?.facts) ?? [];
    const [live] = facts?.livePages ?? [];
    const day = live?.readByHand ?? live?.date ?? "";
    const row = rowOf({ apis: facts?.rows[0]?.apis ?? [], actions: [name], dependencies: [] });
    const rulesWith = (date: string) =>
      lint(policy(name), folderWith(ofOnePage(pageOf("toy.md", date, "huaweicloud"), row)), {
        cloud: "huaweicloud",
        catalog: `./${file}`,
      }).map(({ ruleId }) => ruleId);
    expect(day).toMatch(/^20/u);
    expect(rulesWith("2024-05-01")).toContain("huaweicloud-iam/require-action-dependencies");
    expect(rulesWith("2999-01-01")).not.toContain("huaweicloud-iam/require-action-dependencies");
  });

  it("is judged by what the file says now, as long as the process lives", () => {
    const folder = folderWith(ownShrinking("evs:volumes:get"));
    expect(lint(policy("ims:images:shrink"), folder)[0]?.message).toContain("evs:volumes:get");
    write(folder, ownShrinking("evs:volumes:use"));
    expect(lint(policy("ims:images:shrink"), folder)[0]?.message).toContain("evs:volumes:use");
  });
});

describe("a catalogue that is no use", () => {
  const broken = (own: OwnCatalog | string | undefined, setting?: object) => () => lint("{}", folderWith(own), setting);

  it("ends the run with one error that says what to do, also in a file without a policy", () => {
    expect(broken(undefined)).toThrow(
      /There is no catalogue "\/.*catalog\.json"\. Make it: npx huaweicloud-iam catalog add/u,
    );
    expect(broken("{")).toThrow(/cannot be used: it is not valid JSON\. Delete it and add its pages anew: npx/u);
    expect(broken('{ "format": 9 }')).toThrow(
      /cannot be used: a newer version of this package has written it\. Update this package\.$/mu,
    );
    expect(broken(renderOwnCatalog(ownShrinking()).replaceAll("shrink", "shrimp"))).toThrow("its SHA-256 differs");
  });

  it("is one with a page that the package has caught up with", () => {
    const old = { ...rowOf({ actions: ["ims:images:list"] }), source: [1, 1, 1] as const };
    const own = {
      pages: [pageOf("a.md", "2020-01-01"), pageOf("b.md", "2020-01-01")],
      rows: [rowOf({ actions: ["ims:images:get"] }), old],
    };
    expect(broken(own)).toThrow(
      /the page "a\.md" of 2020-01-01 \(and 1 more\) is older than what this package has of IMS on Open Telekom Cloud \(20\d\d-\d\d-\d\d\)\. Remove what is outdated: npx huaweicloud-iam catalog remove --outdated\./u,
    );
  });

  it("is a folder", () => {
    const folder = folderWith(undefined);
    mkdirSync(join(folder, file));
    expect(() => lint("{}", folder)).toThrow("cannot be read (EISDIR");
  });

  it.each([["other.json"], [`${file}/`], [1]])("cannot be called %j", (catalog) => {
    expect(broken(ownShrinking(), { catalog })).toThrow(`"catalog" must be the path of a file called "${file}".`);
  });

  it("cannot be where ESLint's cache does not see it", () => {
    const folder = folderWith(ownShrinking());
    mkdirSync(join(folder, "iam"));
    expect(() => lint("{}", folder, { catalog: `iam/${file}` })).toThrow("in the working directory");
    expect(lint("{}", join(folder, "iam"), { catalog: `../${file}` })).toEqual([]);
    expect(lint("{}", folder, { catalog: join(folder, file) })).toEqual([]);
  });
});

describe("the version of the plugin", () => {
  it("changes with the catalogues in the working directory and above, and with nothing else", () => {
    const before = process.cwd();
    onTestFinished(() => process.chdir(before));
    const folder = folderWith(undefined);
    mkdirSync(join(folder, "iam"));
    process.chdir(join(folder, "iam"));
    const none = plugin.meta?.version;
    write(folder, ownShrinking());
    const [first, second] = [plugin.meta?.version, plugin.meta?.version];
    expect(first).toBe(second);
    expect(first?.slice(0, -9)).toBe(none);
    write(folder, ownShrinking("evs:volumes:get"));
    expect(plugin.meta?.version).not.toBe(first);
    rmSync(join(folder, file));
    mkdirSync(join(folder, file));
    expect(plugin.meta?.version).toBe(none);
  });

  it("is a part of what ESLint's cache goes by: a changed catalogue makes it lint again", async () => {
    const before = process.cwd();
    onTestFinished(() => process.chdir(before));
    const folder = folderWith(ownShrinking("evs:volumes:get"));
    process.chdir(folder);
    writeFileSync(join(folder, "policy.json"), policy("ims:images:shrink"));
    const settings = { "huaweicloud-iam": { cloud: "otc", catalog: `./${file}` } };
    const config = { ...plugin.configs["recommended-json"], files: ["*.json"], settings };
    const lintCached = async () => {
      const eslint = new ESLint({ cwd: folder, cache: true, overrideConfigFile: true, overrideConfig: [config] });
      const [result] = await eslint.lintFiles(["policy.json"]);
      return result?.messages[0]?.message;
    };
    expect(await lintCached()).toContain("evs:volumes:get");
    write(folder, ownShrinking("evs:volumes:use"));
    expect(await lintCached()).toContain("evs:volumes:use");
  });
});
