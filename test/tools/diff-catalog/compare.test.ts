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
  it("are none between equal ones", () => {
    expect(compareCatalogues([file([list])], [file([list])])).toEqual([]);
  });

  it("include new and removed services", () => {
    expect(compareCatalogues([], [file([list])])).toEqual(["## otc/jam", "", "- new service, 1 action", ""]);
    expect(compareCatalogues([file([list])], [])).toEqual(["## otc/jam", "", "- removed service, had 1 action", ""]);
  });

  it("include new and removed actions and APIs", () => {
    const cook = { apis: ["POST /pots"], actions: ["jam:pot:cook"] };
    expect(compareCatalogues([file([list])], [file([cook])])).toEqual([
      "## otc/jam",
      "",
      "- new: `jam:pot:cook`",
      "- removed: `jam:pot:list`",
      "- new APIs: 1",
      "- removed APIs: 1",
      "",
    ]);
  });

  it("include the changed facts of an action", () => {
    const other = {
      ...list,
      apis: ["GET /pots"],
      enterpriseProject: true,
      dependencies: ["jam:lid:get", { name: "jam:lid:list", qualifier: "only-in-some-cases" as const }],
    };
    expect(compareCatalogues([file([list])], [file([list, other])])).toEqual([
      "## otc/jam",
      "",
      "- `jam:pot:list`: enterprise project support changed from none to mixed",
      "",
    ]);
    expect(compareCatalogues([file([list])], [file([other])])).toEqual([
      "## otc/jam",
      "",
      "- `jam:pot:list`: enterprise project support changed from none to all",
      "- `jam:pot:list`: now also requires jam:lid:get",
      "",
    ]);
  });

  it("include an action that lost its row", () => {
    expect(compareCatalogues([file([list])], [file([], [{ name: "jam:pot:list", evidence: "former" }])])).toEqual([
      "## otc/jam",
      "",
      "- `jam:pot:list`: evidence changed from table to former",
      "- `jam:pot:list`: IAM project support changed from all to unknown",
      "- `jam:pot:list`: enterprise project support changed from none to unknown",
      "- removed APIs: 1",
      "",
    ]);
  });
});
