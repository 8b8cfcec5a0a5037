import { describe, expect, it } from "vitest";
import { coverageWith } from "../../fixtures/coverage.js";
import type { CatalogIndex } from "../../../src/catalog/format.js";
import { liveSource } from "../../../tools/import-catalog/live-page.js";
import { buildCatalogue } from "../../../tools/import-catalog/catalogue.js";
import { findGuardViolations } from "../../../tools/import-catalog/guards.js";
import type { Import } from "../../../tools/import-catalog/import.js";
import type { ReadPage } from "../../../tools/import-catalog/merge.js";
import { page, readPageOf } from "./pages.js";

function importOf(...current: readonly ReadPage[]): Import {
  const built = buildCatalogue({
    current,
    former: [],
    examples: [],
    policiesInUse: [],
    typesOfPatterns: [],
    isWhole: false,
  });
  return { built, current, additions: new Set(), former: [], live: [], identity: [] };
}

function indexOf(actions: number): CatalogIndex {
  return { services: { otc: { jam: { coverage: coverageWith("complete"), actions, rows: actions, sha256: "" } } } };
}

const manyActions = Array.from({ length: 19 }, (_, index) => ({
  apis: [`GET /pots/${String(index)}`],
  actions: [`jam:pot:list${String(index)}`],
}));

describe("guards", () => {
  const imported = importOf(readPageOf(page("a.md"), ...manyActions));

  it("accept a service that loses up to 5 % of its actions", () => {
    expect(findGuardViolations(imported, indexOf(20), false)).toEqual([]);
    expect(findGuardViolations(imported, indexOf(21), false)).toEqual(["otc/jam: had 21 actions, now 19"]);
  });

  it("find a removed service", () => {
    const previous: CatalogIndex = {
      services: { huaweicloud: { tea: { coverage: coverageWith("complete"), actions: 3, rows: 3, sha256: "" } } },
    };
    expect(findGuardViolations(imported, previous, false)).toEqual(["huaweicloud/tea: had 3 actions, now 0"]);
  });

  it("find a page without a row, unless it only adds rows to another revision", () => {
    const empty = readPageOf(page("b.md"));
    const current = [...imported.current, empty];
    expect(findGuardViolations({ ...imported, current }, undefined, false)).toEqual([
      "no permission row on page docs/jam:b.md",
    ]);
    const additions = new Set([empty.source]);
    expect(findGuardViolations({ ...imported, current, additions }, undefined, false)).toEqual([]);
  });

  it("find lost actions of identity policies", () => {
    const previous: CatalogIndex = { services: {}, identity: { otc: { toy: { actions: 3, sha256: "" } } } };
    expect(findGuardViolations(imported, previous, false)).toEqual(["otc/identity/toy: had 3 actions, now 0"]);
  });

  it("find a live page that is no permission page, but not a reference of identity policies", () => {
    const live = readPageOf(liveSource("api-jam/a.html", undefined));
    const identity = { isComplete: true, actions: [], resources: [], conditionKeys: [], operations: [] };
    expect(findGuardViolations({ ...imported, live: [live] }, undefined, false)).toEqual([
      "no permission row on page support.huaweicloud.com:api-jam/a.html",
    ]);
    const reference = { ...live, reading: { ...live.reading, identity } };
    expect(findGuardViolations({ ...imported, live: [reference] }, undefined, false)).toEqual([]);
  });

  it("find a duplicate service", () => {
    const [cloud] = imported.built;
    const built = cloud === undefined ? [] : [{ ...cloud, services: [...cloud.services, ...cloud.services] }];
    expect(findGuardViolations({ ...imported, built }, undefined, false)).toEqual(["duplicate service: otc/jam"]);
  });

  it("find a missing well-known action in an import of all pages", () => {
    expect(findGuardViolations(imported, undefined, true)).toContain(
      "otc: as:acivityLogs:list is no longer in any row",
    );
  });
});
