import { describe, expect, it } from "vitest";
import type { CatalogIndex } from "../../../src/catalog/format.js";
import { buildCatalogue } from "../../../tools/import-catalog/catalogue.js";
import { findGuardViolations } from "../../../tools/import-catalog/guards.js";
import type { Import } from "../../../tools/import-catalog/import.js";
import type { ReadPage } from "../../../tools/import-catalog/merge.js";
import { page, readPageOf } from "./pages.js";

function importOf(...current: readonly ReadPage[]): Import {
  const built = buildCatalogue({ current, former: [], examples: [], isWhole: false });
  return { built, current, additions: new Set(), former: [] };
}

function indexOf(actions: number): CatalogIndex {
  return { services: { otc: { jam: { coverage: "complete", actions, rows: actions, sha256: "" } } } };
}

const manyActions = Array.from({ length: 19 }, (_, index) => ({
  apis: [`GET /pots/${String(index)}`],
  actions: [`jam:pot:list${String(index)}`],
}));

describe("guards", () => {
  const imported = importOf(readPageOf(page("a.md"), ...manyActions));

  it("accept a service that loses up to 5 % of its actions", () => {
    expect(findGuardViolations(imported, indexOf(20), false)).toEqual([]);
    expect(findGuardViolations(imported, indexOf(21), false)).toEqual(["otc/jam: 21 actions before, 19 now"]);
  });

  it("notice a service that is gone", () => {
    const previous: CatalogIndex = {
      services: { huaweicloud: { tea: { coverage: "complete", actions: 3, rows: 3, sha256: "" } } },
    };
    expect(findGuardViolations(imported, previous, false)).toEqual(["huaweicloud/tea: 3 actions before, 0 now"]);
  });

  it("notice a page without a row, unless it only adds rows to another revision", () => {
    const empty = readPageOf(page("b.md"));
    const current = [...imported.current, empty];
    expect(findGuardViolations({ ...imported, current }, undefined, false)).toEqual([
      "page without a row: docs/jam:b.md",
    ]);
    const additions = new Set([empty.source]);
    expect(findGuardViolations({ ...imported, current, additions }, undefined, false)).toEqual([]);
  });

  it("notice a service that is there twice", () => {
    const [cloud] = imported.built;
    const built = cloud === undefined ? [] : [{ ...cloud, services: [...cloud.services, ...cloud.services] }];
    expect(findGuardViolations({ ...imported, built }, undefined, false)).toEqual(["service twice: otc/jam"]);
  });

  it("notice a well-known action that is gone from a whole import", () => {
    expect(findGuardViolations(imported, undefined, true)).toContain("otc: no row has as:acivityLogs:list any more");
  });
});
