import { describe, expect, it } from "vitest";
import type { PermissionRow, ServiceFile } from "../../../src/catalog/format.js";
import { compareCatalogues } from "../../../tools/diff-catalog/compare.js";

function file(rows: readonly Omit<PermissionRow, "source">[], withoutRow: ServiceFile["withoutRow"] = []): ServiceFile {
  return {
    cloud: "otc",
    service: "jam",
    pages: [],
    withoutRow,
    rows: rows.map((row, index) => ({ ...row, source: [0, 1, index + 1] })),
  };
}

const list = { apis: ["GET /pots"], actions: ["jam:pot:list"], iamProject: true, enterpriseProject: false };

describe("differences between two catalogues", () => {
  it("says nothing when nothing changed", () => {
    expect(compareCatalogues([file([list])], [file([list])])).toEqual([]);
  });

  it("names services that are new or gone", () => {
    expect(compareCatalogues([], [file([list])])).toEqual(["## otc/jam", "", "- new service, 1 action", ""]);
    expect(compareCatalogues([file([list])], [])).toEqual(["## otc/jam", "", "- service is gone; it had 1 action", ""]);
  });

  it("names actions and APIs that are new or gone", () => {
    const cook = { apis: ["POST /pots"], actions: ["jam:pot:cook"] };
    expect(compareCatalogues([file([list])], [file([cook])])).toEqual([
      "## otc/jam",
      "",
      "- new: `jam:pot:cook`",
      "- gone: `jam:pot:list`",
      "- APIs new in the tables: 1",
      "- APIs gone from the tables: 1",
      "",
    ]);
  });

  it("says what changed for an action", () => {
    const other = {
      ...list,
      apis: ["GET /pots"],
      enterpriseProject: true,
      dependencies: ["jam:lid:get", { name: "jam:lid:list", qualifier: "only-in-some-cases" as const }],
    };
    expect(compareCatalogues([file([list])], [file([list, other])])).toEqual([
      "## otc/jam",
      "",
      "- `jam:pot:list`: support of enterprise projects was none, is mixed",
      "",
    ]);
    expect(compareCatalogues([file([list])], [file([other])])).toEqual([
      "## otc/jam",
      "",
      "- `jam:pot:list`: support of enterprise projects was none, is all",
      "- `jam:pot:list`: now also requires jam:lid:get",
      "",
    ]);
  });

  it("says when an action lost its row", () => {
    expect(compareCatalogues([file([list])], [file([], [{ name: "jam:pot:list", evidence: "former" }])])).toEqual([
      "## otc/jam",
      "",
      "- `jam:pot:list`: documentation was table, is former",
      "- `jam:pot:list`: support of IAM projects was all, is unknown",
      "- `jam:pot:list`: support of enterprise projects was none, is unknown",
      "- APIs gone from the tables: 1",
      "",
    ]);
  });
});
