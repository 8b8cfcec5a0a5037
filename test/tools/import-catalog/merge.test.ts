import { describe, expect, it } from "vitest";
import { mergePages } from "../../../tools/import-catalog/merge.js";
import { page, readPageOf } from "./pages.js";

const list = { apis: ["GET /pots"], actions: ["jam:pot:list"] };

describe("rows of several pages", () => {
  it("merges a row on two pages and fills in its absent fields", () => {
    const main = readPageOf(page("main.md"), { ...list, iamProject: true });
    const appendix = readPageOf(page("api/appendix/all.md"), { ...list, enterpriseProject: false });
    const { rows, duplicates, contradictions } = mergePages([appendix, main]);
    expect(rows.map(({ page: { path }, row }) => [path, row.iamProject, row.enterpriseProject])).toEqual([
      ["main.md", true, false],
    ]);
    expect([duplicates, contradictions]).toEqual([1, []]);
  });

  it("lists contradictions between pages", () => {
    const first = readPageOf(page("a.md"), { ...list, enterpriseProject: true });
    const second = readPageOf(page("b.md"), { ...list, enterpriseProject: false });
    const { rows, contradictions } = mergePages([first, second]);
    expect(rows.map(({ row }) => row.enterpriseProject)).toEqual([true]);
    expect(contradictions.map(({ fields }) => fields)).toEqual([["enterpriseProject"]]);
  });

  it("keeps two rows of one page and rows that differ in an action", () => {
    const pages = [
      readPageOf(page("a.md"), list, list),
      readPageOf(page("b.md"), { apis: ["GET /pots"], actions: ["jam:pot:list", "jam:lid:list"] }),
    ];
    expect(mergePages(pages).rows).toHaveLength(3);
  });

  it("assigns a row to the service of its page, or else of its first action", () => {
    const source = readPageOf(
      page("a.md"),
      { apis: ["GET /a"], actions: ["jam:pot:list"] },
      { apis: ["GET /b"], actions: ["jam:pot:get"] },
      { apis: ["GET /c"], actions: ["tea:cup:get", "jam:pot:get"] },
      { apis: ["GET /d"], actions: ["tea:cup:get", "cake:piece:get"] },
      { apis: ["GET /"], actions: [] },
    );
    const merged = mergePages([source]);
    expect(merged.rows.map(({ service }) => service)).toEqual(["jam", "jam", "jam", "tea", "jam"]);
    expect([...merged.pageServices]).toEqual(["jam"]);
  });

  it("assigns a page without actions to the service of its repository", () => {
    const pages = [readPageOf(page("a.md"), list), readPageOf(page("b.md"), { apis: ["GET /"], actions: [] })];
    expect(mergePages(pages).rows.map(({ service }) => service)).toEqual(["jam", "jam"]);
  });

  it("leaves out empty rows and the content of system policies", () => {
    const source = readPageOf(
      page("a.md"),
      { apis: [], actions: ["jam:pot:list"] },
      { apis: [], actions: [] },
      { apis: [], actions: ["jam:*:get"] },
      { apis: [], actions: ["tea:cup:get"] },
    );
    const { rows, skipped } = mergePages([source]);
    expect(rows.map(({ row }) => row.actions)).toEqual([["jam:pot:list"]]);
    expect(skipped.map(({ reason }) => reason)).toEqual([
      "no-action-and-no-api",
      "pattern-without-api",
      "other-service-without-api",
    ]);
  });
});
