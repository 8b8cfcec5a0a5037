import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { coverageWith } from "../../fixtures/coverage.js";
import { catalogueProblems } from "../../../tools/check-catalog/problems.js";

type Json = Readonly<Record<string, unknown>>;

/** Texts by file. */
type Texts = Readonly<Record<string, string>>;

const row = {
  apis: ["POST /pots"],
  actions: ["jam:pot:cook"],
  dependencies: ["jam:pot:list", "jam:fruit:*", { name: "tea:leaf:get", qualifier: "only-in-some-cases" }],
  companionRoles: [{ anyOf: ["Tea Administrator"], service: "tea" }],
  source: [0, 1, 1],
};
const jam = {
  cloud: "otc",
  service: "jam",
  pages: [{ repository: "docs/jam", commit: "c0ffee".padEnd(40, "0"), path: "pots.md" }],
  withoutRow: [
    { name: "jam:pot:list", evidence: "dependency-only" },
    { name: "jam:pot:boil", evidence: "former", presentNames: ["jam:pot:cook"] },
  ],
  rows: [row],
};
const tea = {
  ...{ cloud: "otc", service: "tea", pages: [], rows: [] },
  withoutRow: [{ name: "tea:leaf:get", evidence: "dependency-only" }],
};
const jamEntry = { coverage: coverageWith("partial"), documented: "2026-04-22", level: "project", actions: 1, rows: 1 };
const teaEntry = { coverage: coverageWith("mentioned"), actions: 0, rows: 0 };

/** A catalogue that lacks nothing. */
const intact = sealed({ "otc/jam.json": [jam, jamEntry], "otc/tea.json": [tea, teaEntry] });

describe("the catalogue of this package", () => {
  it("has no problem", () => {
    expect(catalogueProblems(join(import.meta.dirname, "..", "..", "..", "catalog"))).toEqual([]);
  });
});

describe("a small catalogue", () => {
  it("has no problem", () => {
    expect(problemsOf(intact)).toEqual([]);
  });

  it.each(["identity.json", "index.json", "otc/jam.json"])("is incomplete without %s", (file) => {
    expect(problemsOf(without(intact, file))).toEqual([`${file}: is missing`]);
  });

  it.each(["index.json", "otc/jam.json"])("is refused with a changed letter in %s", (file) => {
    const changed = { ...intact, [file]: (intact[file] ?? "").replace("jam", "ham") };
    expect(problemsOf(changed)).toEqual([
      `${file}: does not match its recorded SHA-256. Do not edit it: run "npm run import-catalog", which writes both`,
    ]);
  });

  it("is refused with other files", () => {
    const more = { ...intact, "otc/tee.json": "{}", "cloud/jam.json": "{}", "otc/jam.json.new": "" };
    expect(problemsOf(more)).toEqual([
      "cloud/jam.json: is not in index.json",
      "otc/jam.json.new: is not in index.json",
      "otc/tee.json: is not in index.json",
    ]);
  });
});

describe("a file", () => {
  it.each([
    ["nothing", "", "Unexpected end of JSON input"],
    ["a syntax error", "{,}", "Expected property name or '}' in JSON at position 1"],
    ["null", "null", "the file must be object"],
    ["a list", "[]", "the file must be object"],
    ["no SHA-256", '{"sha256":"c0ffee"}', '/sha256 must match pattern "^[\\da-f]{64}$"'],
    [
      "something else",
      '{"sha512":""}',
      "the file must have required property 'sha256', the file with the key \"sha512\" must NOT have",
    ],
  ])("with %s is invalid", (_, text, problem) => {
    const [first] = problemsOf({ ...intact, "identity.json": text });
    expect(first).toContain(`identity.json: ${problem}`);
  });

  it("has the service of its name", () => {
    const swapped = sealed({ "otc/jam.json": [tea, teaEntry], "otc/tea.json": [tea, teaEntry] });
    expect(problemsOf(swapped)).toEqual(['otc/jam.json: contains the service "tea" of "otc"']);
  });
});

describe("a service", () => {
  it.each<[string, Json, string]>([
    ["no rows", { rows: undefined }, "the file must have required property 'rows'"],
    ["rows that are not a list", { rows: {} }, "/rows must be array"],
    ["an unknown key", { version: 2 }, 'the file with the key "version" must NOT have additional properties'],
    [
      "the former key of withoutRow",
      { withoutRow: undefined, untabled: [] },
      "the file must have required property 'withoutRow', the file with the key \"untabled\" must NOT have",
    ],
    [
      "the former key of evidence",
      { withoutRow: [{ name: "jam:pot:get", grade: "former" }] },
      "/withoutRow/0 must have required property 'evidence', /withoutRow/0 with the key \"grade\" must NOT have",
    ],
    [
      "the former key of a qualifier",
      rowWith({ actions: [{ name: "jam:pot:cook", remark: "only-encrypted" }] }),
      "/rows/0/actions/0",
    ],
    ["an unknown cloud", { cloud: "aws" }, "/cloud must be equal to one of the allowed values"],
    ["a branch as commit", { pages: [{ ...jam.pages[0], commit: "main" }] }, "/pages/0/commit must match pattern"],
    ["an empty API", rowWith({ apis: [""] }), "/rows/0/apis/0 must match pattern"],
    ["a control character", rowWith({ apis: ["GET /\u0007"] }), "/rows/0/apis/0 must match pattern"],
    ["an action of two parts", rowWith({ actions: ["jam:pot"] }), "/rows/0/actions/0 must match pattern"],
    ["a mark that is a string", rowWith({ iamProject: "true" }), "/rows/0/iamProject must be boolean"],
    [
      "an unknown qualifier",
      rowWith({ actions: [{ name: "jam:pot:cook", qualifier: "rarely" }] }),
      "/rows/0/actions/0",
    ],
    ["a role without a name", rowWith({ companionRoles: [{ anyOf: [] }] }), "/rows/0/companionRoles/0/anyOf must NOT"],
    ["a row with table 0", rowWith({ source: [0, 0, 1] }), "/rows/0/source/1 must be >= 1"],
    [
      "a pattern without a row",
      { withoutRow: [{ name: "jam:*:get", evidence: "former" }] },
      "/withoutRow/0/name must match",
    ],
    [
      "an unknown kind of evidence",
      { withoutRow: [{ name: "jam:pot:get", evidence: "new" }] },
      "/withoutRow/0/evidence must be equal to",
    ],
  ])("with %s is refused", (_, change, problem) => {
    const changed = sealed({ "otc/jam.json": [{ ...jam, ...change }, jamEntry], "otc/tea.json": [tea, teaEntry] });
    expect(problemsOf(changed)).toEqual([expect.stringContaining(`otc/jam.json: ${problem}`)]);
  });

  it.each<[string, Json, string]>([
    ["a page", rowWith({ source: [1, 1, 1] }), "has a row with a page that it does not list: [1,1,1]"],
    ["an action", rowWith({ actions: ["jam:pot:cook", "tea:leaf:dry"] }), "needs tea:leaf:dry, which no file"],
    [
      "a dependency",
      rowWith({ dependencies: ["jam:pot:look"] }),
      "needs jam:pot:look, which no file of this cloud has",
    ],
    ["a dependency's service", rowWith({ dependencies: ["ham:leg:get"] }), "needs ham:leg:get, which no file"],
    [
      "a role's service",
      rowWith({ companionRoles: [{ anyOf: ["A"], service: "ham" }] }),
      "names a role of ham, which has no",
    ],
    [
      "a present name",
      { withoutRow: [jam.withoutRow[0], { ...jam.withoutRow[1], presentNames: ["jam:pot:stir"] }] },
      "needs jam:pot:stir, which no file of this cloud has",
    ],
    [
      "a name of its own",
      { withoutRow: [...jam.withoutRow, { name: "tea:leaf:dry", evidence: "former" }] },
      "lists a name of another service: tea:leaf:dry",
    ],
  ])("with an unresolved reference to %s is refused", (_, change, problem) => {
    const changed = sealed({ "otc/jam.json": [{ ...jam, ...change }, jamEntry], "otc/tea.json": [tea, teaEntry] });
    expect(problemsOf(changed)).toEqual([expect.stringContaining(`otc/jam.json: ${problem}`)]);
  });

  it("may need a pattern without matches only if its tables are incomplete", () => {
    const complete = sealed({
      "otc/jam.json": [jam, { ...jamEntry, coverage: coverageWith("complete") }],
      "otc/tea.json": [tea, teaEntry],
    });
    expect(problemsOf(complete)).toEqual(["otc/jam.json: needs jam:fruit:*, which no file of this cloud has"]);
  });

  const counts = { listed: 1, used: 2, missing: 1 };

  it.each([
    [{ verdict: "complete" }, "has the verdict complete for the reason no-longer-updated"],
    [{ used: 1, missing: 2 }, "lacks 2 of 1 names in use"],
    [{ ...coverageWith("mentioned"), newTypes: counts }, "has exceptions, but no table"],
    [
      { ...coverageWith("likely"), partialTypes: { pot: { ...counts, listed: 3 } } },
      "has 1 actions of pot, but index.json says 3",
    ],
    [{ ...coverageWith("likely"), newTypes: { ...counts, listed: 3 } }, "has 1 resource types, but index.json says 3"],
  ])("with the coverage %j is refused", (change, problem) => {
    const entry = { ...jamEntry, coverage: { ...jamEntry.coverage, ...change } };
    const withFruit = { ...jam, withoutRow: [...jam.withoutRow, { name: "jam:fruit:wash", evidence: "former" }] };
    const changed = sealed({ "otc/jam.json": [withFruit, entry], "otc/tea.json": [tea, teaEntry] });
    expect(problemsOf(changed)).toEqual([`otc/jam.json: ${problem}`]);
  });

  it("is not found in the files of another cloud", () => {
    const clouds = sealed({
      "otc/jam.json": [jam, jamEntry],
      "otc-swiss/tea.json": [{ ...tea, cloud: "otc-swiss" }, teaEntry],
    });
    expect(problemsOf(clouds)).toEqual([
      "otc/jam.json: names a role of tea, which has no file in this cloud",
      "otc/jam.json: needs tea:leaf:get, which no file of this cloud has",
    ]);
  });

  it.each([
    ["rows", "otc/jam.json: has 1 rows, but index.json says 2"],
    ["actions", "otc/jam.json: has 1 actions with a row, but index.json says 2"],
  ])("has as many %s as the index says", (what, problem) => {
    const changed = sealed({ "otc/jam.json": [jam, { ...jamEntry, [what]: 2 }], "otc/tea.json": [tea, teaEntry] });
    expect(problemsOf(changed)).toEqual([problem]);
  });
});

describe("a name that every object has", () => {
  it.each(["__proto__", "constructor", "toString", "valueOf", "hasOwnProperty"])("%s is not a service", (name) => {
    const changed = sealed({ [`otc/${name}.json`]: [{ ...tea, service: name }, teaEntry] });
    expect(problemsOf(changed)).toContainEqual(
      expect.stringContaining(`/services/otc with the key "${name}" must match format "no-prototype-name"`),
    );
  });

  it.each(["__proto__:pot:get", "jam:constructor:get", "jam:pot:toString"])("is refused in %s", (name) => {
    const change = rowWith({ actions: ["jam:pot:cook", name] });
    const changed = sealed({ "otc/jam.json": [{ ...jam, ...change }, jamEntry], "otc/tea.json": [tea, teaEntry] });
    expect(problemsOf(changed)).toEqual([expect.stringContaining('must match format "no-prototype-name"')]);
  });

  it("is not a key", () => {
    const text = JSON.stringify(tea).replace("{", '{"__proto__":{"isAdmin":true},');
    const changed = sealed({ "otc/tea.json": [text, teaEntry] });
    expect(problemsOf(changed)).toEqual([
      'otc/tea.json: the file with the key "__proto__" must NOT have additional properties',
    ]);
  });
});

function rowWith(change: Json): Json {
  return { rows: [{ ...row, ...change }] };
}

/** The files of a catalogue, with an index and an identity that have matching hashes. */
function sealed(files: Readonly<Record<string, readonly [file: Json | string, entry: Json]>>): Texts {
  const texts: Record<string, string> = {};
  const services: Record<string, string[]> = {};
  for (const [path, [file, entry]] of Object.entries(files)) {
    const [cloud = "", service] = path.replace(".json", "").split("/");
    const text = typeof file === "string" ? file : JSON.stringify(file);
    texts[path] = text;
    // Written as text: an object literal takes "__proto__" for something else.
    (services[cloud] ??= []).push(`"${service ?? ""}":${JSON.stringify({ ...entry, sha256: sha256(text) })}`);
  }
  const clouds = Object.entries(services).map(([cloud, entries]) => `"${cloud}":{${entries.join(",")}}`);
  const index = `{"services":{${clouds.join(",")}}}`;
  return { ...texts, "index.json": index, "identity.json": JSON.stringify({ sha256: sha256(index) }) };
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

function without(texts: Texts, path: string): Texts {
  return Object.fromEntries(Object.entries(texts).filter(([other]) => other !== path));
}

/** Writes the files into a folder and says what is wrong with it, one line a problem. */
function problemsOf(texts: Texts): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), "check-catalog-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return catalogueProblems(folder)
    .map(({ file, problem }) => `${file}: ${problem}`)
    .toSorted();
}
