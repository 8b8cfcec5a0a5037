import { describe, expect, it } from "vitest";
import type { PermissionRow } from "../../../src/catalog/format.js";
import { withNewerRows } from "../../../src/catalog/own/replaced-rows.js";

function rowOf(row: Partial<PermissionRow>): PermissionRow {
  return { apis: ["GET /v1/{a}"], actions: ["s:t:do"], ...row, source: [0, 1, 1] };
}

const old = rowOf({ dependencies: ["a:b:old"], iamProject: true, enterpriseProject: true });

describe("a newer row", () => {
  it.each([
    ["for the same API and action, whatever its parameters are called", { apis: ["get /V1/{b}"], actions: ["S:t:do"] }],
    ["for the same actions in another order", { actions: ["s:t:do"] }],
  ])("replaces one %s", (_, row) => {
    const newer = rowOf({ ...row, dependencies: [], iamProject: false, enterpriseProject: false });
    expect(withNewerRows([old], [newer])).toEqual([newer]);
  });

  it.each([
    ["another API", { apis: ["POST /v1/{a}"] }],
    ["another action", { actions: ["s:t:undo"] }],
    ["one action more", { actions: ["s:t:do", "s:t:undo"] }],
    ["no API", { apis: [] }],
  ])("is added to one for %s", (_, row) => {
    const newer = rowOf({ ...row, dependencies: [] });
    expect(withNewerRows([old], [newer])).toEqual([old, newer]);
  });

  it("leaves the other APIs of a row as they are", () => {
    const both = rowOf({ apis: ["GET /v1/{a}", "GET /v2/{a}"], dependencies: ["a:b:old"] });
    const newer = rowOf({ dependencies: [] });
    expect(withNewerRows([both], [newer])).toEqual([{ ...both, apis: ["GET /v2/{a}"] }, newer]);
  });

  it("keeps what its page has no column for", () => {
    const newer = rowOf({ enterpriseProject: false });
    expect(withNewerRows([old], [newer])).toEqual([{ ...old, enterpriseProject: false }]);
  });

  it("takes nothing from a row for something else", () => {
    const newer = rowOf({ actions: ["s:t:undo"] });
    expect(withNewerRows([old], [newer])).toEqual([old, newer]);
  });

  it("replaces one that says its API needs nothing", () => {
    const newer = rowOf({ dependencies: [] });
    expect(withNewerRows([rowOf({ actions: [] })], [newer])).toEqual([newer]);
  });

  it("replaces all cases of an older row by its own, which it keeps apart", () => {
    const cases = [rowOf({ dependencies: ["a:b:one"] }), rowOf({ dependencies: ["a:b:two"] })];
    const newer = [rowOf({ dependencies: ["c:d:one"] }), rowOf({ dependencies: ["c:d:two"] })];
    expect(withNewerRows(cases, newer)).toEqual(newer);
  });
});
