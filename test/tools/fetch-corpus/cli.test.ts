import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { main } from "../../../tools/fetch-corpus/cli.js";
import { main as importCatalog } from "../../../tools/import-catalog/cli.js";
import { blobOf, makeRepository } from "./git-repository.js";

let folder: string;
let printed: string[];
let progress: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fetch-corpus-"));
  mkdirSync(join(folder, "project", "lists"), { recursive: true });
  writeFileSync(join(folder, "project", "lists", "example-actions.tsv"), "cloud\taction\npage\tjam:pot:wash\n");
  printed = [];
  progress = [];
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

function page(...actions: readonly string[]): string {
  const rows = actions.map((action) => `|Do|POST /${action.replaceAll(":", "/")}|${action}|Y|x|\n`);
  return `|Permission|API|Action|IAM Project|Enterprise Project|\n|--|--|--|--|--|\n${rows.join("")}`;
}

interface Listed {
  readonly repository?: string;
  readonly commit: string | undefined;
  readonly path: string;
  readonly text: string;
  readonly status?: string;
  readonly local?: string;
}

function list(...pages: readonly Listed[]): void {
  const lines = pages.map(({ repository = "docs/jam", commit = "", path, text, status = "head", local }) =>
    [
      "otc",
      repository,
      commit,
      path,
      status,
      local ?? `otc/${repository.split("/")[1] ?? ""}/${path}`,
      blobOf(text),
    ].join("\t"),
  );
  const head = "cloud\trepo\tcommit\tpath\tstatus\tlocal\tblob";
  writeFileSync(join(folder, "project", "lists", "SOURCES.tsv"), `${[head, ...lines].join("\n")}\n`);
  writeFileSync(
    join(folder, "project", "lists", "example-actions.tsv"),
    "cloud\taction\tpage\notc\tjam:pot:wash\tpots.md\n",
  );
}

/** Fetches into `pages` unless the arguments name another folder, from the repositories under `mirror`. */
function fetchCorpus(...args: readonly string[]): number {
  const target = args.some((arg) => !arg.startsWith("-")) ? [] : [join(folder, "pages")];
  return main(
    [...target, "--mirror", join(folder, "mirror"), ...args],
    { print: (line) => printed.push(line), progress: (line) => progress.push(line) },
    { folder: join(folder, "project"), lists: join(folder, "project", "lists") },
  );
}

function repository(commits: Parameters<typeof makeRepository>[1], name = "docs/jam", servesParts = true) {
  return makeRepository(join(folder, "mirror", name), commits, servesParts);
}

function filesIn(of: string): Readonly<Record<string, string>> {
  const names = readdirSync(join(folder, of), { recursive: true, encoding: "utf8" }).sort();
  const files = names.filter((name) => statSync(join(folder, of, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, of, name), "utf8")]));
}

function listOf(of: string): readonly string[] {
  const [, ...lines] = readFileSync(join(folder, of, "SOURCES.tsv"), "utf8")
    .trimEnd()
    .split("\n");
  return lines.map((line) => {
    const [, , commit = "", path = "", status = "", local = ""] = line.split("\t");
    return `${status} ${path} at ${commit.slice(0, 7)} in ${local}`;
  });
}

describe("fetching the listed pages", () => {
  it("writes every page in its listed revision, and the lists for an import", () => {
    const now = page("jam:pot:cook");
    const [old, newest] = repository([
      { "docs/old.md": page("jam:pot:boil"), "pots.md": "old" },
      { "docs/old.md": null, "pots.md": now, "photo.png": "big" },
    ]);
    const [tea] = repository([{ "茶 (one)/[a]*.md": page("tea:cup:fill") }], "more-docs/tea");
    list(
      { commit: newest, path: "pots.md", text: now },
      { repository: "more-docs/tea", commit: tea, path: "茶 (one)/[a]*.md", text: page("tea:cup:fill") },
      { commit: old, path: "docs/old.md", text: page("jam:pot:boil"), status: "deleted" },
      { commit: old, path: "pots.md", text: "old", status: "seed", local: "seeds/1.md" },
    );

    expect(fetchCorpus()).toBe(0);
    const { "FETCHED.md": note, ...files } = filesIn("pages");
    expect(note).toContain("npm run fetch-corpus");
    expect(files).toEqual({
      "SOURCES.tsv": readFileSync(join(folder, "project", "lists", "SOURCES.tsv"), "utf8"),
      "example-actions.tsv": readFileSync(join(folder, "project", "lists", "example-actions.tsv"), "utf8"),
      "otc/jam/docs/old.md": page("jam:pot:boil"),
      "otc/jam/pots.md": now,
      "otc/tea/茶 (one)/[a]*.md": page("tea:cup:fill"),
      "seeds/1.md": "old",
    });
    expect(progress).toEqual(["1 of 2: docs/jam, 3 pages", "2 of 2: more-docs/tea, 1 page"]);
    expect(printed).toEqual([
      "4 pages of 2 repositories",
      `Written to ${join(folder, "pages")}.`,
      `Next: npm run import-catalog -- --corpus ${join(folder, "pages")}`,
    ]);
    expect(readdirSync(folder).sort()).toEqual(["mirror", "pages", "project"]);
  });

  it("gives the same catalogue, byte for byte, in every folder", () => {
    const [commit] = repository([{ "pots.md": page("jam:pot:cook"), "lids.md": page("jam:lid:turn") }]);
    list(
      { commit, path: "pots.md", text: page("jam:pot:cook") },
      { commit, path: "lids.md", text: page("jam:lid:turn") },
    );
    for (const [pages, out] of [
      ["one", "first"],
      ["two", "second"],
    ] as const) {
      expect(fetchCorpus(join(folder, pages))).toBe(0);
      const flags = ["--corpus", join(folder, pages), "--out", join(folder, out), "--accept-losses"];
      expect(importCatalog(flags, (line) => printed.push(line))).toBe(0);
    }
    expect(filesIn("first")["otc/jam.json"]).toContain('"jam:lid:turn"');
    expect(filesIn("first")).toEqual(filesIn("second"));
  });

  it("replaces the folder of an earlier fetch", () => {
    const [commit] = repository([{ "pots.md": page("jam:pot:cook"), "lids.md": page("jam:lid:turn") }]);
    list({ commit, path: "pots.md", text: page("jam:pot:cook") });
    fetchCorpus();
    list({ commit, path: "lids.md", text: page("jam:lid:turn") });
    expect(fetchCorpus()).toBe(0);
    expect(Object.keys(filesIn("pages"))).toContain("otc/jam/lids.md");
    expect(Object.keys(filesIn("pages"))).not.toContain("otc/jam/pots.md");
  });

  it("fetches from a copy that serves only whole commits", () => {
    const [commit] = repository([{ "pots.md": page("jam:pot:cook") }], "docs/jam", false);
    list({ commit, path: "pots.md", text: page("jam:pot:cook") });
    expect(fetchCorpus()).toBe(0);
    expect(filesIn("pages")["otc/jam/pots.md"]).toBe(page("jam:pot:cook"));
  });

  it("ignores the git variables of a surrounding repository", () => {
    const [commit] = repository([{ "pots.md": page("jam:pot:cook") }]);
    list({ commit, path: "pots.md", text: page("jam:pot:cook") });
    vi.stubEnv("GIT_DIR", join(folder, "elsewhere"));
    vi.stubEnv("GIT_OBJECT_DIRECTORY", join(folder, "elsewhere", "objects"));
    expect(fetchCorpus()).toBe(0);
    expect(existsSync(join(folder, "elsewhere"))).toBe(false);
  });
});

describe("a fetch that fails", () => {
  it.each([
    [
      "a repository that cannot be reached",
      "docs/tea",
      "c0ffee".padEnd(40, "0"),
      "pots.md",
      "docs/tea cannot be fetched from",
    ],
    [
      "a commit that is gone",
      "docs/jam",
      "c0ffee".padEnd(40, "0"),
      "pots.md",
      "docs/jam no longer has commit c0ffee00",
    ],
    ["a path that the commit lacks", "docs/jam", undefined, "cups.md", "cups.md is listed, but commit"],
    [
      "content that differs from the list",
      "docs/jam",
      undefined,
      "lids.md",
      "has different content. Correct SOURCES.tsv.",
    ],
  ])("explains it in one line and keeps the old folder: %s", (_, name, commit, path, message) => {
    const [real] = repository([{ "pots.md": page("jam:pot:cook"), "lids.md": "Lids" }]);
    list({ commit: real, path: "pots.md", text: page("jam:pot:cook") });
    fetchCorpus();
    const before = filesIn("pages");
    list(
      { commit: real, path: "pots.md", text: page("jam:pot:cook") },
      { repository: name, commit: commit ?? real, path, text: page("jam:pot:cook") },
    );
    printed = [];
    expect(fetchCorpus()).toBe(1);
    expect(printed).toHaveLength(1);
    expect(printed[0]).toContain(message);
    expect(printed[0]).not.toContain("\n");
    expect(filesIn("pages")).toEqual(before);
    expect(readdirSync(folder).sort()).toEqual(["mirror", "pages", "project"]);
  });

  it.each([
    ["the project", "project"],
    ["a folder in it", "project/catalog/pages"],
    ["a link into it", "link/pages"],
  ])("refuses %s", (_, target) => {
    symlinkSync(join(folder, "project"), join(folder, "link"));
    expect(fetchCorpus(join(folder, target))).toBe(2);
    expect(printed[0]).toContain("is inside the project. The pages belong to their owners and must stay outside");
  });

  it("refuses a folder with other content", () => {
    mkdirSync(join(folder, "photos"));
    writeFileSync(join(folder, "photos", "cat.png"), "cat");
    expect(fetchCorpus(join(folder, "photos"))).toBe(2);
    expect(printed[0]).toContain("was not written by this tool");
    expect(fetchCorpus(join(folder, "photos", "cat.png"))).toBe(2);
    expect(filesIn("photos")).toEqual({ "cat.png": "cat" });
  });

  it("writes nothing outside its folder", () => {
    const [commit] = repository([{ "pots.md": page("jam:pot:cook") }]);
    list({ commit, path: "pots.md", text: page("jam:pot:cook"), local: "../../pots.md" });
    expect(fetchCorpus()).toBe(1);
    expect(printed[0]).toContain("a page has a path outside the folder: ../../pots.md");
    expect(existsSync(join(folder, "pages"))).toBe(false);
  });

  it.each([
    ["an unknown flag", ["--latest"], "Unknown option '--latest'"],
    ["two folders", ["one", "two"], "expected one folder, got 2"],
  ])("prints the usage for %s", (_, args, message) => {
    expect(fetchCorpus(...args)).toBe(2);
    expect(printed[0]).toContain(message);
    expect(printed[0]).toContain("Usage:");
  });
});

describe("the newest pages", () => {
  const pots = page("jam:pot:cook");

  it("are listed with their changes", () => {
    const lids = page("jam:lid:turn");
    const [first, second] = repository([
      {
        "docs/same.md": pots,
        "docs/changed.md": "old",
        "docs/moved.md": lids,
        "docs/moved-and-changed.md": pots,
        "docs/removed.md": pots,
        "docs/there-before.md": page("jam:spoon:stir"),
      },
      {
        "docs/changed.md": page("jam:pot:boil"),
        "docs/moved.md": null,
        "guide/lids.md": lids,
        "docs/moved-and-changed.md": null,
        "guide/moved-and-changed.md": page("jam:pot:stir"),
        "docs/removed.md": null,
        "docs/added.md": page("jam:cup:fill"),
        "guide/added.rst":
          "Title\n=====\n\n====== ============ =====\nAPI    Action       Scope\n====== ============ =====\nGET /a jam:cup:list Projects are supported.\n====== ============ =====\n",
        "docs/story.md": "Once upon a time",
        "elsewhere/added.md": page("jam:cup:wash"),
      },
    ]);
    list(
      { commit: first, path: "docs/same.md", text: pots },
      { commit: first, path: "docs/changed.md", text: "old" },
      { commit: first, path: "docs/moved.md", text: lids },
      { commit: first, path: "docs/moved-and-changed.md", text: pots },
      { commit: first, path: "docs/removed.md", text: pots },
      { commit: first, path: "docs/changed.md", text: "old", status: "seed", local: "seeds/1.md" },
    );

    expect(fetchCorpus("--newest")).toBe(0);
    expect(printed).toEqual([
      "changed: docs/jam: docs/changed.md",
      "moved: docs/jam: docs/moved.md -> guide/lids.md",
      "moved: docs/jam: docs/moved-and-changed.md -> guide/moved-and-changed.md",
      "removed: docs/jam: docs/removed.md",
      "added: docs/jam: docs/added.md",
      "added: docs/jam: guide/added.rst",
      "8 pages of 1 repository",
      "Since the listed commits: 1 changed, 2 moved, 2 added, 1 removed. Removed pages stay listed as deleted, for their former names.",
      `Written to ${join(folder, "pages")}.`,
      `Next: copy the folder catalog, then run npm run import-catalog -- --corpus ${join(folder, "pages")} and npm run diff-catalog -- <copy> catalog`,
    ]);
    const [old, now] = [first?.slice(0, 7) ?? "", second?.slice(0, 7) ?? ""];
    expect(listOf("pages")).toEqual([
      `head docs/same.md at ${now} in otc/jam/docs/same.md`,
      `head docs/changed.md at ${now} in otc/jam/docs/changed.md`,
      `head guide/lids.md at ${now} in otc/jam/guide/lids.md`,
      `head guide/moved-and-changed.md at ${now} in otc/jam/guide/moved-and-changed.md`,
      `deleted docs/removed.md at ${old} in otc/jam/docs/removed.md`,
      `seed docs/changed.md at ${old} in seeds/1.md`,
      `head docs/added.md at ${now} in otc/jam/docs/added.md`,
      `head guide/added.rst at ${now} in otc/jam/guide/added.rst`,
    ]);
    expect(filesIn("pages")["otc/jam/docs/changed.md"]).toBe(page("jam:pot:boil"));
  });

  it("are recognized by their original names, if they have a permission table", () => {
    const named = (name: string, text: string) => `:original_name: ${name}.html\n\n${text}`;
    const [first, second] = repository([
      { "docs/a.md": named("en_1", pots), "docs/b.md": named("en_2", pots), "docs/c.md": pots },
      {
        "docs/a.md": null,
        "docs/b.md": null,
        "docs/c.md": null,
        "guide/lids.md": named("en_1", page("jam:lid:turn")),
        "guide/story.md": named("en_2", "Once upon a time"),
      },
    ]);
    list(
      { commit: first, path: "docs/a.md", text: named("en_1", pots) },
      { commit: first, path: "docs/b.md", text: named("en_2", pots) },
      { commit: first, path: "docs/c.md", text: pots },
    );
    expect(fetchCorpus("--newest")).toBe(0);
    expect(printed.slice(0, 3)).toEqual([
      "moved: docs/jam: docs/a.md -> guide/lids.md",
      "removed: docs/jam: docs/b.md",
      "removed: docs/jam: docs/c.md",
    ]);
    expect(listOf("pages")[0]).toBe(`head guide/lids.md at ${second?.slice(0, 7) ?? ""} in otc/jam/guide/lids.md`);
  });

  it("include schemas, which stay listed in their last revision when they are removed", () => {
    const [first, second] = repository([
      { "toy.yaml": "actions: [{ name: toy::count }]", "old.yaml": "actions: [{ name: toy::open }]" },
      { "toy.yaml": "actions: [{ name: toy::list }]", "old.yaml": null },
    ]);
    list(
      { commit: first, path: "toy.yaml", text: "actions: [{ name: toy::count }]", status: "schema" },
      { commit: first, path: "old.yaml", text: "actions: [{ name: toy::open }]", status: "schema" },
    );
    expect(fetchCorpus("--newest")).toBe(0);
    expect(printed.slice(0, 2)).toEqual(["changed: docs/jam: toy.yaml", "removed: docs/jam: old.yaml"]);
    expect(listOf("pages")).toEqual([
      `schema toy.yaml at ${second?.slice(0, 7) ?? ""} in otc/jam/toy.yaml`,
      `schema old.yaml at ${first?.slice(0, 7) ?? ""} in otc/jam/old.yaml`,
    ]);
    const flags = ["--corpus", join(folder, "pages"), "--out", join(folder, "out"), "--accept-losses"];
    expect(importCatalog(flags, (line) => printed.push(line))).toBe(0);
    expect(filesIn("out")["otc/identity/toy.json"]).toContain('{"name":"toy::list"},\n    {"name":"toy::open"}');
  });

  it("can be fetched and updated again", () => {
    const [first] = repository([{ "docs/a.md": pots }, { "docs/a.md": null, "docs/b.md": page("jam:lid:turn") }]);
    list({ commit: first, path: "docs/a.md", text: pots });
    expect(fetchCorpus("--newest")).toBe(0);
    const newest = filesIn("pages");
    writeFileSync(join(folder, "project", "lists", "SOURCES.tsv"), newest["SOURCES.tsv"] ?? "");
    expect(fetchCorpus()).toBe(0);
    expect(filesIn("pages")).toEqual(newest);

    // The page comes back, where its last revision lies already.
    const [third] = repository([{ "docs/a.md": page("jam:pot:wash") }]).slice(-1);
    printed = [];
    expect(fetchCorpus("--newest")).toBe(0);
    expect(printed[0]).toBe("added: docs/jam: docs/a.md");
    expect(listOf("pages").at(-1)).toBe(
      `head docs/a.md at ${third?.slice(0, 7) ?? ""} in otc/jam@${third?.slice(0, 8) ?? ""}/docs/a.md`,
    );
    expect(filesIn("pages")["otc/jam/docs/a.md"]).toBe(pots);
  });

  it("are found even if the listed commit is gone", () => {
    const [commit] = repository([{ "pots.md": pots, "lids.md": page("jam:lid:turn") }]);
    list({ commit: "c0ffee".padEnd(40, "0"), path: "pots.md", text: "gone" });
    expect(fetchCorpus("--newest")).toBe(0);
    expect(printed[0]).toBe("changed: docs/jam: pots.md");
    expect(listOf("pages")).toEqual([`head pots.md at ${commit?.slice(0, 7) ?? ""} in otc/jam/pots.md`]);
  });
});
