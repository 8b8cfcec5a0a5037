import { describe, expect, it } from "vitest";
import { dependenciesOf, type DependencyReach } from "../../src/catalog/dependencies.js";
import type { NamedAction, Remark } from "../../src/catalog/format.js";
import { actionOf, type CloudTables } from "./services.js";
import { parsePattern } from "../../src/policy/pattern.js";

const system: Remark = "only-system-disk-import";
const data: Remark = "only-data-disk-import";

function named(name: string, remark: Remark): NamedAction {
  return { name, remark };
}

/** Rows of which each has the action itself, and these others. */
function rowsOf(...others: readonly (readonly NamedAction[])[]): CloudTables {
  return { rows: others.map((dependencies) => ({ actions: ["s:t:do"], dependencies })) };
}

function namesOf(clouds: Parameters<typeof actionOf>[0], reach: DependencyReach): string[] {
  return dependenciesOf(actionOf(clouds), reach).map(({ name, remark }) => (remark ? `${name} ${remark}` : name));
}

describe("what every API of an action needs", () => {
  it.each<[what: string, tables: CloudTables, names: readonly string[]]>([
    ["nothing without a column of dependencies", { rows: [{ actions: ["s:t:do"] }] }, []],
    ["nothing where the column is empty", rowsOf([]), []],
    ["the dependencies of its only row", rowsOf(["evs:v:Get", "ims:i:*"]), ["evs:v:Get", "ims:i:*"]],
    ["what its rows have in common, in any case", rowsOf(["a:b:c", "d:e:f"], ["D:E:F", "g:h:i"]), ["d:e:f"]],
    ["nothing where a row needs nothing", rowsOf(["a:b:c"], []), []],
    ["the other actions of its row", { rows: [{ actions: ["s:t:get", "s:t:do", "x:y:z"] }] }, ["s:t:get", "x:y:z"]],
    ["not the action itself", { rows: [{ actions: ["S:T:Do"], dependencies: ["s:t:do", "a:b:c"] }] }, ["a:b:c"]],
    [
      "what is both an action and a dependency once",
      { rows: [{ actions: ["s:t:do", "a:b:c"], dependencies: ["A:B:C", "d:e:f"] }] },
      ["a:b:c", "d:e:f"],
    ],
    ["what stands twice in a cell once", rowsOf(["a:b:c", "a:b:c"]), ["a:b:c"]],
    ["not a pattern and one of its actions in common", rowsOf(["a:b:*"], ["a:b:c"]), []],
    ["not what one case needs", rowsOf([named("a:b:c", system), "d:e:f"]), ["d:e:f"]],
    ["what is no action left out", rowsOf(["a:b", "see below", "a:b:c"]), ["a:b:c"]],
  ])("is %s", (_, tables, names) => {
    expect(namesOf({ otc: tables }, "common")).toEqual(names);
  });

  it("is what is not said to be for another case than the action's own", () => {
    const rows = [{ actions: [named("s:t:do", system), named("a:b:c", data), named("d:e:f", system), "g:h:i"] }];
    expect(namesOf({ otc: { rows } }, "common")).toEqual(["d:e:f", "g:h:i"]);
  });
});

describe("what some API of an action needs", () => {
  it.each<[what: string, tables: CloudTables, names: readonly string[]]>([
    ["of one row that row's", rowsOf(["a:b:c"]), ["a:b:c"]],
    ["of several rows all that they need, each once", rowsOf(["a:b:c"], ["d:e:f", "A:B:C"], []), ["a:b:c", "d:e:f"]],
    ["with the case that it is needed in", rowsOf([named("a:b:c", system)]), [`a:b:c ${system}`]],
  ])("is %s", (_, tables, names) => {
    expect(namesOf({ otc: tables }, "every")).toEqual(names);
  });

  it("is not what only another case needs", () => {
    const rows = [{ actions: [named("s:t:do", system), named("a:b:c", data)] }];
    expect(namesOf({ otc: { rows } }, "every")).toEqual([]);
  });

  it("is needed without a case where one row needs it in any", () => {
    expect(namesOf({ otc: rowsOf([named("a:b:c", system)], ["a:b:c"]) }, "every")).toEqual(["a:b:c"]);
    expect(namesOf({ otc: rowsOf(["a:b:c"], [named("a:b:c", system)]) }, "every")).toEqual(["a:b:c"]);
  });
});

describe("the dependencies of several clouds", () => {
  it.each(["common", "every"] as const)("are those that they agree on (%s)", (reach) => {
    const clouds = { otc: rowsOf(["a:b:c", "d:e:f"]), huaweicloud: rowsOf(["g:h:i", "d:e:f"]) };
    expect(namesOf(clouds, reach)).toEqual(["d:e:f"]);
  });

  it("are none where one says that there are none", () => {
    expect(namesOf({ otc: rowsOf(["a:b:c"]), huaweicloud: rowsOf([]) }, "common")).toEqual([]);
  });

  it("are those of the clouds that have tables", () => {
    const untabled = [{ name: "s:t:do", grade: "dependency-only" as const }];
    expect(namesOf({ otc: rowsOf(["a:b:c"]), huaweicloud: { untabled } }, "common")).toEqual(["a:b:c"]);
    expect(namesOf({ otc: { untabled } }, "common")).toEqual([]);
  });

  it("come as patterns, to be compared", () => {
    const [dependency] = dependenciesOf(actionOf({ otc: rowsOf(["EVS:volumes:*"]) }), "common");
    expect(dependency).toEqual({ name: "EVS:volumes:*", pattern: parsePattern("evs:volumes:*"), remark: undefined });
  });
});
