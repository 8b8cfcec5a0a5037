import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { main } from "../../../tools/fresh-catalog/cli.js";
import { main as importCatalog } from "../../../tools/import-catalog/cli.js";
import { blobOf, makeRepository } from "../fetch-corpus/git-repository.js";

let folder: string;
let printed: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fresh-catalog-"));
  mkdirSync(join(folder, "project", "lists"), { recursive: true });
  writeFileSync(join(folder, "project", "lists", "example-actions.tsv"), "cloud\taction\n");
  printed = [];
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Actions that every import of all pages must have (`guards.ts`). */
const wellKnown = {
  otc: [
    ...["ims:images:create", "ecs:cloudServers:createServers", "vpc:publicIps:create", "as:acivityLogs:list"],
    "obs:object:PutObject",
  ],
  "otc-swiss": ["ecs:cloudServers:create", "evs:volumes:create", "as:acivityLogs:list", "lts:groups:list"],
  huaweicloud: [
    ...["ims:images:copy", "ecs:cloudServers:changeOS", "dns:zone:create", "as:acivityLogs:list"],
    "cci:network:create",
  ],
};

function page(...actions: readonly string[]): string {
  const rows = actions.map((action) => `|Do|POST /${action.replaceAll(":", "/")}|${action}|Y|x|\n`);
  return `|Permission|API|Action|IAM Project|Enterprise Project|\n|--|--|--|--|--|\n${rows.join("")}`;
}

/** A project whose list and catalogue are of the first commit of `docs/jam`, which has these revisions of a page. */
function project(...revisions: readonly string[]): void {
  const others = Object.entries(wellKnown).map(([cloud, names]) => [`${cloud}.md`, page(...names)] as const);
  const commits = makeRepository(
    join(folder, "mirror", "docs", "jam"),
    revisions.map((text, index) => ({ "pots.md": text, ...(index === 0 && Object.fromEntries(others)) })),
  );
  const listed = [...others.map(([path, text]) => [path, text, path.slice(0, -3)]), ["pots.md", revisions[0], "otc"]];
  const lines = listed.map(([path = "", text = "", cloud = ""]) =>
    [cloud, "docs/jam", commits[0], path, "head", `${cloud}/jam/${path}`, blobOf(text)].join("\t"),
  );
  const head = "cloud\trepo\tcommit\tpath\tstatus\tlocal\tblob";
  writeFileSync(join(folder, "project", "lists", "SOURCES.tsv"), `${[head, ...lines].join("\n")}\n`);
  mkdirSync(join(folder, "first"));
  cpSync(join(folder, "project", "lists"), join(folder, "first"), { recursive: true });
  for (const [path = "", text = "", cloud = ""] of listed) {
    mkdirSync(join(folder, "first", cloud, "jam"), { recursive: true });
    writeFileSync(join(folder, "first", cloud, "jam", path), text);
  }
  importCatalog(["--corpus", join(folder, "first"), "--out", join(folder, "project", "catalog")], () => undefined);
}

function renew(...args: readonly string[]): number {
  const words = args.length > 0 ? args : [join(folder, "work"), "--mirror", join(folder, "mirror")];
  return main(words, (line) => printed.push(line), {
    folder: join(folder, "project"),
    lists: join(folder, "project", "lists"),
    catalogue: join(folder, "project", "catalog"),
  });
}

const read = (path: string) => readFileSync(join(folder, path), "utf8");
const state = () =>
  ["lists/SOURCES.tsv", "catalog/index.json", "catalog/otc/jam.json"].map((name) => read(`project/${name}`));

const first = page("jam:pot:list", "jam:pot:get", "jam:pot:cook");

describe("renewing the catalogue", () => {
  it("imports the newest pages, updates the list and writes the words for a pull request", () => {
    project(first, page("jam:pot:list", "jam:pot:get", "jam:pot:cook", "jam:pot:stir"));
    const [list] = state();
    expect([renew(), printed.filter((line) => line.startsWith("import-catalog"))]).toEqual([0, []]);
    expect(read("project/catalog/otc/jam.json")).toContain('"jam:pot:stir"');
    expect(read("project/lists/SOURCES.tsv")).not.toBe(list);
    const body = read("work/body.md");
    expect(body).toContain("## otc/jam\n\n- new: `jam:pot:stir`\n- new APIs: 1\n");
    expect(body).toContain("## Pages\n\n- changed: docs/jam: pots.md\n");
    expect(renew()).toBe(0);
    expect([existsSync(join(folder, "work", "body.md")), printed.at(-1)]).toEqual([false, "Nothing changed."]);
  });

  it("changes nothing if only commits are new", () => {
    project(first, `${first}\nMore prose.\n`);
    const before = state();
    expect(renew()).toBe(0);
    expect(state()).toEqual(before);
    expect(existsSync(join(folder, "work", "body.md"))).toBe(false);
  });

  it.each([
    ["a guard is violated", page("jam:pot:list"), "otc/jam: had 3 actions, now 1"],
    ["a cell cannot be read", first.replace("jam:pot:get", "jam:pot:get, but ask first"), "unreadable cell: docs/jam"],
  ])("changes nothing and fails if %s", (_, text, message) => {
    project(first, text);
    const before = state();
    expect(renew()).toBe(1);
    expect(printed.join("\n")).toContain(message);
    expect(state()).toEqual(before);
    expect(existsSync(join(folder, "work", "body.md"))).toBe(false);
  });

  it.each([[["--unknown"]], [["one", "two"]], [["--mirror", "somewhere"]]])("prints its usage for %j", (args) => {
    expect(renew(...args)).toBe(2);
    expect(printed[0]).toContain("npm run fresh-catalog");
  });
});
