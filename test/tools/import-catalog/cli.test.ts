import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { main } from "../../../tools/import-catalog/cli.js";

let folder: string;
let printed: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "import-catalog-"));
  printed = [];
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const head = "cloud\trepo\tcommit\tpath\tstatus\tlocal";
const table = "|Permission|API|Action|IAM Project|Enterprise Project|\n|--|--|--|--|--|\n";
const good = `${table}|Look|GET /pots|jam:pot:list|Y|x|\n|Cook|POST /pots|jam:pot:cook|Y|Y|\n`;

/** Writes a corpus of Markdown seeds and returns its folder. */
function corpus(pages: Readonly<Record<string, string>>): string {
  const lines = Object.keys(pages).map((name) => `otc\tdocs/jam\tc0ffee\t${name}\tseed\tpages/${name}`);
  mkdirSync(join(folder, "corpus", "pages"), { recursive: true });
  writeFileSync(join(folder, "corpus", "SOURCES.tsv"), `${[head, ...lines].join("\n")}\n`);
  writeFileSync(join(folder, "corpus", "example-actions.tsv"), "cloud\taction\n");
  for (const [name, text] of Object.entries(pages)) writeFileSync(join(folder, "corpus", "pages", name), text);
  return join(folder, "corpus");
}

/** A file of rows that a person wrote down. */
function handWritten(...lines: readonly string[]): string {
  const columns =
    "cloud address date read table row api actions dependencies iamProject enterpriseProject identityActions";
  return `${[columns.replaceAll(" ", "\t"), ...lines].join("\n")}\n`;
}

function run(...args: readonly string[]): number {
  const handWrittenRows = join(folder, "hand-written-rows.tsv");
  if (!existsSync(handWrittenRows)) writeFileSync(handWrittenRows, handWritten());
  return main(args, (line) => printed.push(line), { corpus: join(folder, "fetched"), handWrittenRows });
}

function importSeeds(from: string, ...flags: readonly string[]): number {
  return run("--corpus", from, "--pages", "seeds", "--out", join(folder, "out"), ...flags);
}

function written(): Readonly<Record<string, string>> {
  const names = readdirSync(join(folder, "out"), { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.\w+$/u.test(name),
  );
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(folder, "out", name), "utf8")]));
}

describe("import", () => {
  it("writes an index, a report, and a file for each service with one row per line", () => {
    expect(importSeeds(corpus({ "pots.md": good }))).toBe(0);
    const files = written();
    expect(Object.keys(files)).toEqual(["REPORT.md", "identity.json", "index.json", "otc/jam.json"]);
    expect(files["otc/jam.json"]?.split("\n")).toEqual([
      "{",
      '  "cloud": "otc",',
      '  "service": "jam",',
      '  "pages": [',
      '    {"repository":"docs/jam","commit":"c0ffee","path":"pots.md"}',
      "  ],",
      '  "withoutRow": [],',
      '  "rows": [',
      '    {"apis":["GET /pots"],"actions":["jam:pot:list"],"iamProject":true,"enterpriseProject":false,"source":[0,1,1]},',
      '    {"apis":["POST /pots"],"actions":["jam:pot:cook"],"iamProject":true,"enterpriseProject":true,"source":[0,1,2]}',
      "  ]",
      "}",
      "",
    ]);
    expect(JSON.parse(files["index.json"] ?? "")).toMatchObject({
      services: { otc: { jam: { coverage: { verdict: "partial" }, actions: 2, rows: 2 } } },
    });
    expect(printed).toEqual(["otc: services 1, rows 2, actions 2"]);
  });

  it("takes over rows that a person wrote down, apart from the tables", () => {
    const line =
      "huaweicloud https://jam.example/a.html 2025-11-14 2026-11-28 2 3 PUT~/pots jam:pot:stir none yes no -";
    writeFileSync(join(folder, "hand-written-rows.tsv"), handWritten(line.replaceAll(" ", "\t").replaceAll("~", " ")));
    expect(run("--corpus", corpus({}), "--out", join(folder, "out"), "--accept-losses")).toBe(0);
    const { "huaweicloud/jam.json": jam, "REPORT.md": report } = written();
    expect(jam).toContain('{"address":"https://jam.example/a.html","date":"2025-11-14","readByHand":"2026-11-28"}');
    expect(jam).toContain(
      '"actions":["jam:pot:stir"],"dependencies":[],"iamProject":true,"enterpriseProject":false,"source":[0,2,3]',
    );
    expect(report).toContain("- https://jam.example/a.html, changed 2025-11-14, read 2026-11-28: 2.3");
    importSeeds(corpus({ "pots.md": good }), "--accept-losses");
    expect(Object.keys(written())).not.toContain("huaweicloud/jam.json");
  });

  it("reads saved pages of the website, one edition of each, and what they say of identity policies", () => {
    const save = (path: string, text: string): void => {
      mkdirSync(dirname(join(folder, "saved", path)), { recursive: true });
      writeFileSync(join(folder, "saved", path), text);
    };
    const old = `Updated on 2024-01-01 GMT+08:00\n\n${good}`;
    save("eu/api-jam/a.html", "<p>Updated on 2024-01-01 GMT+08:00</p><table></table>");
    save("intl/zh-cn/api-jam/a.md", old.replace("2024-01-01", "2025-01-01"));
    save("api-jam/Permission.md", "|Action|Access Level|Alias|\n|--|--|--|\n|jar:pots:list|list|jam:pot:list|\n");
    save("notes.txt", "Not a page");
    expect(importSeeds(corpus({ "pots.md": good }), "--live", join(folder, "saved"))).toBe(0);
    const { "huaweicloud/jam.json": jam, "huaweicloud/identity/jar.json": jar } = written();
    expect(jam).toContain('{"address":"https://support.huaweicloud.com/intl/zh-cn/api-jam/a.md","date":"2025-01-01"}');
    expect(jar).toContain('{"name":"jar:pots:list","accessLevel":"list","aliases":["jam:pot:list"]}');
    expect(importSeeds(corpus({ "pots.md": good }), "--accept-losses")).toBe(0);
    expect(Object.keys(written())).not.toContain("huaweicloud/identity/jar.json");
    expect(importSeeds(corpus({ "pots.md": good }), "--live", join(folder, "nowhere"))).toBe(2);
    expect(printed.at(-1)).toContain("cannot read");
  });

  it("gives the same bytes for the same pages", () => {
    const from = corpus({ "pots.md": good });
    importSeeds(from);
    const first = written();
    importSeeds(from);
    expect(written()).toEqual(first);
  });

  it("deletes only the files of removed services", () => {
    importSeeds(corpus({ "pots.md": good, "cups.md": good.replaceAll("jam:pot", "tea:cup") }));
    writeFileSync(join(folder, "out", "otc", "notes.txt"), "kept");
    expect(importSeeds(corpus({ "pots.md": good }), "--accept-losses")).toBe(0);
    expect(Object.keys(written())).toEqual([
      "REPORT.md",
      "identity.json",
      "index.json",
      "otc/jam.json",
      "otc/notes.txt",
    ]);
  });
});

it("reads the fetched corpus by default", () => {
  renameSync(corpus({ "pots.md": good }), join(folder, "fetched"));
  expect(run("--pages", "seeds", "--out", join(folder, "out"))).toBe(0);
  expect(Object.keys(written())).toContain("otc/jam.json");
});

describe("an import that stops", () => {
  it("lists an unreadable cell and writes nothing", () => {
    const from = corpus({ "pots.md": `${good}|Stir|PUT /pots|jam:pot:stir|perhaps|Y|\n` });
    expect(importSeeds(from)).toBe(1);
    expect(printed[0]).toBe("unreadable cell: docs/jam:pots.md, table 1, row 3, iamProject: perhaps");
    expect(existsSync(join(folder, "out"))).toBe(false);
  });

  it("still lists the cell with --accept-unread", () => {
    const from = corpus({ "pots.md": `${good}|Stir|PUT /pots|jam:pot:stir|perhaps|Y|\n` });
    expect(importSeeds(from, "--accept-unread")).toBe(0);
    expect(printed[0]).toContain("unreadable cell");
    expect(written()["REPORT.md"]).toContain("table 1, row 3, iamProject: perhaps");
  });

  it("keeps the old catalogue when a service loses actions", () => {
    importSeeds(corpus({ "pots.md": good }));
    const before = written();
    const from = corpus({ "pots.md": `${table}|Look|GET /pots|jam:pot:list|Y|x|\n` });
    expect(importSeeds(from)).toBe(1);
    expect(printed).toContain("otc/jam: had 2 actions, now 1");
    expect(written()).toEqual(before);
    expect(importSeeds(from, "--accept-losses")).toBe(0);
  });

  it("lists a page without a permission row", () => {
    expect(importSeeds(corpus({ "pots.md": good, "empty.md": "# Nothing\n" }))).toBe(1);
    expect(printed[0]).toBe("no permission row on page docs/jam:empty.md");
  });

  it.each([
    ["an unknown flag", ["--corpse", "x"], "Unknown option '--corpse'"],
    ["no corpus", [], "Run npm run fetch-corpus, or name their folder: --corpus <folder>."],
    ["a wrong selection", ["--corpus", "x", "--pages", "some"], '--pages must be all or seeds, not "some"'],
    ["a missing corpus", ["--corpus", "/nowhere"], "cannot read the list SOURCES.tsv"],
  ])("explains %s", (_, args, message) => {
    expect(run(...args)).toBe(2);
    expect(printed).toHaveLength(1);
    expect(printed[0]).toContain(message);
  });

  it("names the page that it cannot read", () => {
    const from = corpus({ "pots.md": good });
    rmSync(join(from, "pages", "pots.md"));
    expect(importSeeds(from)).toBe(2);
    expect(printed[0]).toContain("cannot read page docs/jam:pots.md");
    expect(existsSync(join(folder, "out"))).toBe(false);
  });

  it("refuses an invalid list", () => {
    const from = corpus({ "pots.md": good });
    writeFileSync(join(from, "SOURCES.tsv"), `${head}\nmars\tdocs/jam\tc0ffee\tpots.md\tseed\tpages/pots.md\n`);
    expect(importSeeds(from)).toBe(2);
    expect(printed[0]).toContain('unknown cloud "mars"');
  });
});
