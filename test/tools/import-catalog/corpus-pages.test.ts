import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Cloud, clouds } from "../../../src/catalog/format.js";
import { countPages } from "../../../tools/import-catalog/count.js";
import { findGuardViolations } from "../../../tools/import-catalog/guards.js";
import { importCorpus, problemsOf } from "../../../tools/import-catalog/import.js";
import { explainDifference, independentCount } from "../../../tools/import-catalog/independent-count.js";
import { knownFlaw } from "../../../tools/import-catalog/known-flaws.js";
import { readPage } from "../../../tools/import-catalog/page-rows.js";
import { parsePageTables } from "../../../tools/import-catalog/page-tables.js";
import { compact } from "./compact.js";
import { corpusFolder, hasCorpus } from "./corpus-folder.js";
import { pageExpectations } from "./page-expectations.js";

describe.skipIf(!hasCorpus)("pages of every format (needs the corpus next to the checkout)", () => {
  it.each(pageExpectations)("$format: $page", ({ page, rows }) => {
    const source = readFileSync(join(corpusFolder, page), "utf8");
    const reading = readPage(parsePageTables(page, source), new Set(["ims"]));
    expect(reading.problems).toEqual([]);
    expect(reading.rows.map((row) => `${row.at.join(".")} ${compact(row)}`)).toEqual(rows);
  });
});

describe.skipIf(!hasCorpus)("the whole corpus (needs the corpus next to the checkout)", () => {
  const imported = hasCorpus ? importCorpus(corpusFolder, "all") : undefined;
  const pages = imported?.current ?? [];
  const service = (cloud: string, name: string) =>
    imported?.built.find((one) => one.cloud === cloud)?.services.find(({ file }) => file.service === name);
  const evidenceOf = (cloud: string, name: string) =>
    service(cloud, name.slice(0, name.indexOf(":")))?.file.withoutRow.find((one) => one.name === name)?.evidence;

  it("has only known unreadable cells", () => {
    const unexplained = (imported === undefined ? [] : problemsOf(imported)).filter(
      ({ page, text }) => knownFlaw(page.repository, page.path, text) === undefined,
    );
    expect(unexplained).toEqual([]);
  });

  it("violates no guards", () => {
    expect(imported && findGuardViolations(imported, undefined, true)).toEqual([]);
  });

  it("has as many tables and rows on every newest page as the independent count", () => {
    const [head = "", ...lines] = readFileSync(join(corpusFolder, "SOURCES.tsv"), "utf8").trimEnd().split("\n");
    const columns = head.split("\t");
    const expected = new Map(
      lines.map((line) => {
        const cells = line.split("\t");
        const cell = (name: string): string => cells[columns.indexOf(name)] ?? "";
        return [cell("local"), { status: cell("status"), tables: cell("tables"), rows: cell("rows") }];
      }),
    );
    const differing = pages
      .filter(({ source }) => source.status === "head" && !imported?.additions.has(source))
      .filter(({ source, reading }) => {
        const rows = new Set([...reading.rows, ...reading.problems].map(({ at }) => at.join()));
        const page = expected.get(source.local);
        return String(reading.tables) !== page?.tables || String(rows.size) !== page.rows;
      })
      .map(({ source }) => source.local);
    expect(differing).toEqual([]);
  });

  it("differs from the independent count only for known reasons", () => {
    const unexplained = clouds.flatMap((cloud) => {
      const counts = countPages(pages.filter(({ source }) => source.cloud === cloud));
      const titles = Object.keys(counts) as (keyof typeof counts)[];
      return titles
        .map((title) => ({ cloud, title, more: counts[title] - independentCount[cloud][title] }))
        .filter(({ title, more }) => more !== 0 && explainDifference(cloud, title, more) === undefined);
    });
    expect(unexplained).toEqual([]);
  });

  it("keeps real names that look like typos", () => {
    for (const cloud of clouds) {
      const names = service(cloud, "as")?.file.rows.flatMap(({ actions }) => actions);
      expect(names).toContain("as:acivityLogs:list");
    }
  });

  it("gives the evidence of names without a row", () => {
    expect(evidenceOf("otc", "ecs:cloudServers:delete")).toBe("former");
    expect(evidenceOf("otc", "evs:volumes:manage")).toBe("dependency-only");
    expect(evidenceOf("otc", "iam:agencies:assume")).toBe("example-only");
    expect(service("otc", "funcitongraph")).toBeUndefined();
  });

  it("has the coverage of services", () => {
    const verdicts = (cloud: Cloud, ...names: string[]) =>
      names.map((name) => service(cloud, name)?.entry.coverage.verdict);
    expect(service("otc", "rms")?.entry).toMatchObject({ coverage: { verdict: "complete" }, level: "global" });
    expect(service("otc", "ims")?.entry).toMatchObject({ coverage: { verdict: "complete" }, documented: "2026-04-22" });
    expect(verdicts("otc", "iam", "css", "gaussdb")).toEqual(["likely", "mentioned", "partial"]);
    expect(verdicts("huaweicloud", "ims", "rds", "cbr")).toEqual(["complete", "partial", "mentioned"]);
  });

  it("prefers the older revision if the newer one lost its separators, and adds the new rows", () => {
    const objects = service("huaweicloud", "obs")?.file;
    const row = objects?.rows.find(({ actions }) => actions.includes("obs:object:PutObject"));
    expect(row?.apis).toHaveLength(7);
    expect(objects?.rows.filter(({ actions }) => actions.includes("obs:object:PutObjectRetention"))).toHaveLength(1);
  });
});
