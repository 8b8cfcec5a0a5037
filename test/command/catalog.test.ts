import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import type { OwnCatalog } from "../../src/catalog/own/format.js";
import { renderOwnCatalog } from "../../src/catalog/own/render.js";
import { tablesOfProject } from "../../src/catalog/own/read.js";
import { ask } from "./ask.js";

const name = "huaweicloud-iam.catalog.json";

/** The path of a new folder with some files, gone when the test has finished. */
function project(files: Readonly<Record<string, string>> = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "huaweicloud-iam-catalog-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    write(folder, path, text);
  }
  return folder;
}

function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

const run = (folder: string, ...words: readonly string[]) => ask(["catalog", ...words], { folder });

const head =
  "| Permission | API | Action | Dependencies | IAM Project | Enterprise Project |\n|:--|:--|:--|:--|:--|:--|\n";

/** A page in Markdown with a row for each action, which needs to see volumes. */
function pageOf(actions: readonly string[], date: string | null = "2026-11-14"): string {
  const rows = actions.map(
    (action) => `| Play | POST /v1/toys/{id}/${action.split(":")[2] ?? ""} | ${action} | evs:volumes:get | √ | × |\n`,
  );
  return `${date === null ? "" : `Updated on ${date} GMT+08:00\n\n`}${head}${rows.join("")}`;
}

const toy = pageOf(["toy:toys:wind", "toy:toys:drop"]);
const read = (folder: string) =>
  JSON.parse(readFileSync(join(folder, name), "utf8")) as { pages: object[]; rows: object[] };
const filesIn = (folder: string) => readdirSync(folder).sort();

describe("catalog add", () => {
  it("writes what the pages say, with their names, days, addresses and hashes", async () => {
    const folder = project({
      "pages/toy.md": `<!-- saved from url=(0042)https://docs.otc.t-systems.com/toy/a.html -->\n${toy}`,
    });
    const { exitCode, output, errors } = await run(folder, "add", "pages", "--cloud", "otc");
    expect([exitCode, errors]).toEqual([0, ""]);
    expect(output).toMatch(/^Written: huaweicloud-iam\.catalog\.json\n\n/u);
    expect(output).toMatch(/^toy\.md +Open Telekom Cloud +2026-11-14 +toy +2 +2 +2$/mu);
    expect(output).toContain(`settings: { "huaweicloud-iam": { catalog: "./${name}" } }`);
    expect(read(folder)).toMatchObject({
      pages: [
        {
          cloud: "otc",
          name: "toy.md",
          date: "2026-11-14",
          address: "https://docs.otc.t-systems.com/toy/a.html",
          sha256: expect.stringMatching(/^[\da-f]{64}$/u) as string,
        },
      ],
      rows: [
        {
          service: "toy",
          apis: ["POST /v1/toys/{id}/wind"],
          actions: ["toy:toys:wind"],
          dependencies: ["evs:volumes:get"],
          iamProject: true,
          enterpriseProject: false,
          source: [0, 1, 1],
        },
        { actions: ["toy:toys:drop"], source: [0, 1, 2] },
      ],
    });
    expect(filesIn(folder)).toEqual([name, "pages"]);
  });

  it("writes the same bytes again for the same pages, in whatever order", async () => {
    const pages = { "a.md": toy, "sub/b.rst": "", "sub/c.md": pageOf(["toy:toys:paint"]) };
    const [one, other] = [project(pages), project(pages)];
    await run(one, "add", "sub", "a.md", "--cloud", "otc");
    await run(other, "add", "a.md", "--cloud", "otc");
    await run(other, "add", "sub/c.md", "--cloud", "otc");
    const text = readFileSync(join(one, name), "utf8");
    expect(readFileSync(join(other, name), "utf8")).toBe(text);
    expect((await run(one, "add", "sub", "a.md", "--cloud", "otc")).output).toMatch(/^Unchanged: /u);
    expect(readFileSync(join(one, name), "utf8")).toBe(text);
  });

  it("replaces a page by its newer version, and keeps the others", async () => {
    const folder = project({ "toy.md": toy, "other.md": pageOf(["other:things:do"]) });
    await run(folder, "add", "toy.md", "other.md", "--cloud", "otc");
    write(folder, "toy.md", pageOf(["toy:toys:wind", "toy:toys:drop", "toy:toys:paint"], "2026-11-20"));
    expect((await run(folder, "add", "toy.md", "--cloud", "otc")).output).toMatch(/^Changed: /u);
    expect(read(folder).pages).toMatchObject([{ name: "other.md" }, { name: "toy.md", date: "2026-11-20" }]);
    expect(read(folder).rows).toHaveLength(4);
  });

  it("finds the catalogue above the folder that it runs in", async () => {
    const folder = project({ "toy.md": toy, "iam/other.md": pageOf(["other:things:do"]) });
    await run(folder, "add", "toy.md", "--cloud", "otc");
    const { output } = await run(join(folder, "iam"), "add", "other.md", "--cloud", "otc");
    expect(output).toContain(`Changed: ../${name}`);
    expect(read(folder).pages).toHaveLength(2);
  });

  it("takes the day of pages that print none from --date, and only of these", async () => {
    const folder = project({ "a.md": toy, "b.md": pageOf(["toy:toys:paint"], null) });
    const refused = await run(folder, "add", "a.md", "b.md", "--cloud", "otc");
    expect(refused).toMatchObject({ exitCode: 1, output: "" });
    expect(refused.errors).toBe(
      'No date is printed on "b.md". Add the day of their last change, or the day on which you saved them: --date 2026-11-14.\nNothing was written.\n',
    );
    await run(folder, "add", "a.md", "b.md", "--cloud", "otc", "--date", "2026-10-01");
    expect(read(folder).pages).toMatchObject([{ date: "2026-11-14" }, { date: "2026-10-01" }]);
  });

  it("does not say of a page without a day how old it is", async () => {
    const folder = project({ "a.md": pageOf(["ims:images:paint"], null) });
    expect((await run(folder, "add", "a.md", "--cloud", "otc")).errors).toMatch(
      /^No date is printed on "a\.md"\. .*\nNothing was written\.\n$/u,
    );
  });

  it("names the pages of a folder without a permission table, and adds the others", async () => {
    const folder = project({
      "pages/toy.md": toy,
      "pages/intro.md": "# Toys",
      "pages/.hidden/a.md": toy,
      "pages/note.txt": "",
    });
    const { exitCode, errors } = await run(folder, "add", "pages", "--cloud", "otc");
    expect([exitCode, errors]).toEqual([0, 'No permission row in "intro.md".\n']);
    expect(read(folder).pages).toHaveLength(1);
  });

  it("reads a page as a browser has saved it", async () => {
    const cells = (tag: string, ...texts: readonly string[]) =>
      `<tr>${texts.map((text) => `<${tag}><p>${text}</p></${tag}>`).join("")}</tr>`;
    const page = [
      '<html><head><link rel="canonical" href="https://support.huaweicloud.com/intl/en-us/api-toy/toy_06_0006.html"></head><body>',
      "<div>Updated&nbsp;on <span>2026-11-13</span> GMT+08:00</div><table>",
      cells("th", "Permission", "API", "Action", "Dependencies"),
      cells("td", "Wind up a toy", "POST /v1/toys/{id}/wind", "toy:toys:wind", "evs:volumes:get</p><p>ims:images:list"),
      "</table></body></html>",
    ];
    const folder = project({ "toy_06_0006.html": page.join("\n") });
    expect((await run(folder, "add", ".", "--cloud", "huaweicloud")).errors).toBe("");
    expect(read(folder)).toMatchObject({
      pages: [{ date: "2026-11-13", address: "https://support.huaweicloud.com/intl/en-us/api-toy/toy_06_0006.html" }],
      rows: [{ actions: ["toy:toys:wind"], dependencies: ["evs:volumes:get", "ims:images:list"] }],
    });
  });

  it("tells what it leaves out", async () => {
    const folder = project({ "toy.md": `${toy}| All |  | toy:toys:* |  |  |  |\n` });
    expect((await run(folder, "add", "toy.md", "--cloud", "otc")).errors).toBe(
      'Left out of "toy.md": 1 row without an action of its service.\n',
    );
  });
});

describe("catalog add refuses, and writes nothing, where", () => {
  const cell = `${toy}| Lend | POST /v1/toys/{id}/lend | only on weekdays | evs:volumes:get | √ | √ |\n`;
  const address = "<!-- saved from url=(0042)https://support.huaweicloud.com/intl/en-us/a.html -->\n";

  it.each([
    [
      "no page has a permission table",
      { "a.md": "# Toys" },
      ["a.md"],
      1,
      'No permission row in "a.md". Nothing was written.',
    ],
    [
      "a cell cannot be read",
      { "a.md": cell },
      ["a.md"],
      1,
      /^1 cell cannot be read:\n {2}"a\.md", table 1, row 3, action: only on weekdays\n.*--accept-unread\.\nNothing was written\.$/u,
    ],
    [
      "a page is of another cloud by its address",
      { "a.md": address + toy },
      ["a.md"],
      1,
      /^"a\.md" is a page of Huawei Cloud: https:\S+\. It cannot be added for Open Telekom Cloud\./u,
    ],
    [
      "a page is of another cloud by its language",
      { "a.md": toy.replace("Permission", "权限").replace("Dependencies", "依赖的授权项") },
      ["a.md"],
      1,
      /^"a\.md" is a page of Huawei Cloud, by its language\./u,
    ],
    [
      "a page is older than the package",
      { "a.md": pageOf(["ims:images:list"], "2020-01-01") },
      ["a.md"],
      1,
      /^"a\.md" of 2020-01-01 is older than what this package has of IMS on Open Telekom Cloud \(20\d\d-\d\d-\d\d\)\./u,
    ],
    ["no file is named", {}, [], 2, /^Say what to add/u],
    ["there is no such file", {}, ["a.md"], 2, 'There is no file "a.md".'],
    ["a file is no page", { "a.pdf": "" }, ["a.pdf"], 2, /^"a\.pdf" cannot be read\. A page is/u],
    ["a file is in another encoding", { "a.md": "\uFFFD" }, ["a.md"], 2, /is not in UTF-8/u],
    ["a folder is empty", { "pages/.keep": "" }, ["pages"], 2, /^The folder "pages" has no page/u],
    [
      "two pages have one name",
      { "a/x.md": toy, "b/x.md": toy },
      ["a", "b"],
      2,
      /^Two pages are called "x\.md"\. .*rename one/u,
    ],
  ] as const)("%s", async (_, files, paths, exitCode, problem) => {
    const folder = project(files);
    const before = filesIn(folder);
    const reply = await run(folder, "add", ...paths, "--cloud", "otc");
    expect(reply).toMatchObject({ exitCode, output: "" });
    if (typeof problem === "string") {
      expect(reply.errors.trimEnd()).toBe(problem);
    } else {
      expect(reply.errors.trimEnd().replaceAll("\n", "\n")).toMatch(new RegExp(problem.source, "su"));
    }
    expect(filesIn(folder)).toEqual(before);
  });

  it("the cloud or the day is not one", async () => {
    const folder = project({ "a.md": toy });
    expect((await run(folder, "add", "a.md")).errors).toMatch(/^Say which cloud/u);
    const { errors } = await run(folder, "add", "a.md", "--cloud", "otc", "--date", "2026-02-30");
    expect(errors).toBe('--date is "2026-02-30", but must be a day such as 2026-11-14.\n');
    const { errors: ofLater } = await run(folder, "add", "a.md", "--cloud", "otc", "--date", "9999-01-01");
    expect(ofLater).toMatch(/^--date is "9999-01-01", which is still to come\. /u);
    expect((await run(folder, "frob")).errors).toBe('"catalog" can be followed by "add" or "remove", not by "frob".\n');
    expect(existsSync(join(folder, name))).toBe(false);
  });

  it("a page has lost actions, unless that is right", async () => {
    const folder = project({ "toy.md": toy });
    await run(folder, "add", "toy.md", "--cloud", "otc");
    const before = readFileSync(join(folder, name), "utf8");
    write(folder, "toy.md", pageOf(["toy:toys:wind"]));
    const { exitCode, errors } = await run(folder, "add", "toy.md", "--cloud", "otc");
    expect([exitCode, errors]).toEqual([
      1,
      '"toy.md" had 2 actions when it was added, and has 1 now.\nIf that is right: --accept-losses.\nNothing was written.\n',
    ]);
    expect(readFileSync(join(folder, name), "utf8")).toBe(before);
    await run(folder, "add", "toy.md", "--cloud", "otc", "--accept-losses");
    expect(read(folder).rows).toHaveLength(1);
  });

  it("the catalogue is broken, which it does not make worse", async () => {
    const folder = project({ "toy.md": toy, [name]: "{" });
    const { exitCode, errors } = await run(folder, "add", "toy.md", "--cloud", "otc");
    expect(exitCode).toBe(2);
    expect(errors).toContain("Delete it and add its pages anew");
    expect(readFileSync(join(folder, name), "utf8")).toBe("{");
  });

  it("it cannot write", async () => {
    const folder = project({ "toy.md": toy });
    mkdirSync(join(folder, `${name}.new`));
    const { exitCode } = await run(folder, "add", "toy.md", "--cloud", "otc");
    expect(exitCode).toBe(2);
    expect(existsSync(join(folder, name))).toBe(false);
  });

  it("a file is no folder", async () => {
    const { exitCode, errors } = await run(project({ "toy.md": toy }), "add", "toy.md/a", "--cloud", "otc");
    expect([exitCode, errors]).toEqual([2, expect.stringContaining('"toy.md/a" cannot be read: ENOTDIR')]);
  });
});

it("catalog add --accept-unread leaves out the rows that cannot be read", async () => {
  const folder = project({ "a.md": `${toy}${"| Lend | POST /v1/toys | on weekdays |  | √ | √ |\n".repeat(7)}` });
  expect((await run(folder, "add", "a.md", "--cloud", "otc")).errors).toContain("\n  and 2 more.\n");
  const { exitCode, errors } = await run(folder, "add", "a.md", "--cloud", "otc", "--accept-unread");
  expect([exitCode, errors]).toEqual([0, 'Left out of "a.md": 7 rows that cannot be read.\n']);
  expect(read(folder).rows).toHaveLength(2);
});

describe("catalog remove", () => {
  async function withTwo(): Promise<string> {
    const folder = project({ "a.md": toy, "b.md": pageOf(["other:things:do"]) });
    await run(folder, "add", "a.md", "b.md", "--cloud", "otc");
    return folder;
  }

  it("takes a page away with its rows", async () => {
    const folder = await withTwo();
    expect((await run(folder, "remove", "a.md")).output).toBe(
      'Removed "a.md" from huaweicloud-iam.catalog.json, which has 1 page now.\n',
    );
    expect(read(folder)).toMatchObject({ pages: [{ name: "b.md" }], rows: [{ service: "other", source: [0, 1, 1] }] });
    await run(folder, "remove", "b.md");
    expect(read(folder)).toMatchObject({ pages: [], rows: [] });
    expect((await run(folder)).errors).toMatch(/^This project's own catalogue is empty\./u);
  });

  it("refuses what is not there, also for another cloud", async () => {
    const folder = await withTwo();
    const before = readFileSync(join(folder, name), "utf8");
    expect(await run(folder, "remove", "a.md", "c.md")).toMatchObject({
      exitCode: 1,
      errors: 'This project\'s own catalogue has no page "c.md". Nothing was removed.\n',
    });
    expect((await run(folder, "remove", "a.md", "--cloud", "huaweicloud")).exitCode).toBe(1);
    expect((await run(folder, "remove")).exitCode).toBe(2);
    expect(readFileSync(join(folder, name), "utf8")).toBe(before);
  });

  it("takes away what the package has caught up with", async () => {
    const folder = await withTwo();
    expect((await run(folder, "remove", "--outdated")).output).toBe("No page is outdated.\n");
    const { pages, rows } = read(folder) as OwnCatalog;
    const old = {
      pages: pages.map((page) => ({ ...page, date: "2020-01-01" })),
      rows: rows.map((row) => ({ ...row, service: "ims" })),
    };
    write(folder, name, renderOwnCatalog({ ...old, rows: old.rows.filter(({ source }) => source[0] === 0) }));
    expect((await run(folder, "remove", "--outdated")).output).toMatch(/^Removed "a\.md" from /u);
    expect(read(folder).pages).toMatchObject([{ name: "b.md" }]);
  });
});

describe("the command in a project with a catalogue of its own", () => {
  async function asked(...words: readonly string[]) {
    const folder = project({ "toy.md": pageOf(["ims:images:shrink", "ims:images:grow"]) });
    await run(folder, "add", "toy.md", "--cloud", "otc");
    return ask(words, { folder, tables: tablesOfProject(join(folder)) });
  }

  it("explains what only that has, with the page and the day", async () => {
    const { exitCode, output } = await asked("explain", "ims:images:shrink", "--cloud", "otc");
    expect(exitCode).toBe(0);
    expect(output).toContain("└─ evs:volumes:get\n");
    expect(output).toContain("\n  your project's catalogue, page toy.md of 2026-11-14 (table 1, row 1)\n");
    const { output: json } = await asked("explain", "ims:images:shrink", "--json");
    expect(JSON.parse(json)).toMatchObject({
      actions: [{ rows: [{ source: { url: "", ownPage: "toy.md", date: "2026-11-14" } }] }],
    });
  });

  it("finds it, and writes policies with it", async () => {
    expect((await asked("search", "shrink")).output).toContain("ims:images:shrink");
    const { output } = await asked("policy", "--cloud", "otc", "--api", "POST /v1/toys/1/shrink", "--format", "json");
    expect(JSON.parse(output)).toMatchObject({ Statement: [{ Action: ["ims:images:shrink", "evs:volumes:get"] }] });
  });

  it("says that a service has grown since its tables were complete", async () => {
    expect((await asked("coverage", "ims", "--cloud", "otc")).output).toMatch(/Not all pages were read\./u);
  });

  it("answers nothing from one that is broken", async () => {
    const folder = project({ [name]: "{" });
    expect(() => tablesOfProject(folder)).toThrow("it is not valid JSON");
    expect(tablesOfProject(project())).toBe((await import("../../src/catalog/catalog.js")).publishedTables);
  });
});
