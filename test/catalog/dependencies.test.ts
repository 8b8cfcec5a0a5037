import { describe, expect, it } from "vitest";
import { dependenciesOf, type DependencyMode } from "../../src/catalog/dependencies.js";
import type { NamedAction, Qualifier } from "../../src/catalog/format.js";
import { actionOf, type CloudTables } from "./services.js";
import { parsePattern } from "../../src/policy/pattern.js";

const system: Qualifier = "only-system-disk-import";
const data: Qualifier = "only-data-disk-import";

function named(name: string, qualifier: Qualifier): NamedAction {
  return { name, qualifier };
}

/** Rows of the action, each with these other actions. */
function rowsOf(...others: readonly (readonly NamedAction[])[]): CloudTables {
  return { rows: others.map((dependencies) => ({ actions: ["s:t:do"], dependencies })) };
}

function namesOf(clouds: Parameters<typeof actionOf>[0], mode: DependencyMode): string[] {
  return dependenciesOf(actionOf(clouds), mode).map(({ name, qualifier }) =>
    qualifier ? `${name} ${qualifier}` : name,
  );
}

describe("the dependencies of every API of an action", () => {
  it.each<[what: string, tables: CloudTables, names: readonly string[]]>([
    ["none without a dependency column", { rows: [{ actions: ["s:t:do"] }] }, []],
    ["none if the column is empty", rowsOf([]), []],
    ["the dependencies of its only row", rowsOf(["evs:v:Get", "ims:i:*"]), ["evs:v:Get", "ims:i:*"]],
    ["the ones that its rows have in common, ignoring case", rowsOf(["a:b:c", "d:e:f"], ["D:E:F", "g:h:i"]), ["d:e:f"]],
    ["none if a row has none", rowsOf(["a:b:c"], []), []],
    ["the other actions of its row", { rows: [{ actions: ["s:t:get", "s:t:do", "x:y:z"] }] }, ["s:t:get", "x:y:z"]],
    ["not the action itself", { rows: [{ actions: ["S:T:Do"], dependencies: ["s:t:do", "a:b:c"] }] }, ["a:b:c"]],
    [
      "an action that is also a dependency only once",
      { rows: [{ actions: ["s:t:do", "a:b:c"], dependencies: ["A:B:C", "d:e:f"] }] },
      ["a:b:c", "d:e:f"],
    ],
    ["a duplicate in a cell only once", rowsOf(["a:b:c", "a:b:c"]), ["a:b:c"]],
    ["not a pattern and one of its actions in common", rowsOf(["a:b:*"], ["a:b:c"]), []],
    ["not the ones of a special case", rowsOf([named("a:b:c", system), "d:e:f"]), ["d:e:f"]],
    ["not the names that are not actions", rowsOf(["a:b", "see below", "a:b:c"]), ["a:b:c"]],
  ])("are %s", (_, tables, names) => {
    expect(namesOf({ otc: tables }, "common")).toEqual(names);
  });

  it("are not those of another case than the action's own", () => {
    const rows = [{ actions: [named("s:t:do", system), named("a:b:c", data), named("d:e:f", system), "g:h:i"] }];
    expect(namesOf({ otc: { rows } }, "common")).toEqual(["d:e:f", "g:h:i"]);
  });
});

describe("the dependencies of some API of an action", () => {
  it.each<[what: string, tables: CloudTables, names: readonly string[]]>([
    ["those of its only row", rowsOf(["a:b:c"]), ["a:b:c"]],
    ["those of several rows, each once", rowsOf(["a:b:c"], ["d:e:f", "A:B:C"], []), ["a:b:c", "d:e:f"]],
    ["those of a special case, with the case", rowsOf([named("a:b:c", system)]), [`a:b:c ${system}`]],
  ])("are %s", (_, tables, names) => {
    expect(namesOf({ otc: tables }, "every")).toEqual(names);
  });

  it("are not those of another case only", () => {
    const rows = [{ actions: [named("s:t:do", system), named("a:b:c", data)] }];
    expect(namesOf({ otc: { rows } }, "every")).toEqual([]);
  });

  it("are unconditional if they are unconditional in one row", () => {
    expect(namesOf({ otc: rowsOf([named("a:b:c", system)], ["a:b:c"]) }, "every")).toEqual(["a:b:c"]);
    expect(namesOf({ otc: rowsOf(["a:b:c"], [named("a:b:c", system)]) }, "every")).toEqual(["a:b:c"]);
  });
});

describe("the dependencies of several clouds", () => {
  it.each(["common", "every"] as const)("are the ones that they agree on (%s)", (mode) => {
    const clouds = { otc: rowsOf(["a:b:c", "d:e:f"]), huaweicloud: rowsOf(["g:h:i", "d:e:f"]) };
    expect(namesOf(clouds, mode)).toEqual(["d:e:f"]);
  });

  it("are none if one cloud documents that there are none", () => {
    expect(namesOf({ otc: rowsOf(["a:b:c"]), huaweicloud: rowsOf([]) }, "common")).toEqual([]);
  });

  it("are those of the clouds with tables", () => {
    const withoutRow = [{ name: "s:t:do", evidence: "dependency-only" as const }];
    expect(namesOf({ otc: rowsOf(["a:b:c"]), huaweicloud: { withoutRow } }, "common")).toEqual(["a:b:c"]);
    expect(namesOf({ otc: { withoutRow } }, "common")).toEqual([]);
  });

  it("are patterns", () => {
    const [dependency] = dependenciesOf(actionOf({ otc: rowsOf(["EVS:volumes:*"]) }), "common");
    expect(dependency).toEqual({ name: "EVS:volumes:*", pattern: parsePattern("evs:volumes:*"), qualifier: undefined });
  });
});
