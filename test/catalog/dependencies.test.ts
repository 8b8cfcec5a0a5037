import { describe, expect, it } from "vitest";
import { cloudsThatRequire, dependenciesOf, type DependencyMode } from "../../src/catalog/dependencies.js";
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
    [
      "those of its rows with a dependency column",
      { rows: [{ actions: ["s:t:do"] }, { actions: ["s:t:do"], dependencies: ["a:b:c", "d:e:f"] }] },
      ["a:b:c", "d:e:f"],
    ],
    [
      "not another action of a row with such a column, if it is missing in one without",
      { rows: [{ actions: ["s:t:do"] }, { actions: ["s:t:do", "x:y:z"], dependencies: ["a:b:c"] }] },
      ["a:b:c"],
    ],
    [
      "not what rows with such a column disagree on",
      { rows: [...(rowsOf(["a:b:c", "d:e:f"], ["d:e:f"]).rows ?? []), { actions: ["s:t:do"] }] },
      ["d:e:f"],
    ],
    [
      "another action that all of its rows have, with or without such a column",
      { rows: [{ actions: ["s:t:do", "x:y:z"] }, { actions: ["s:t:do"], dependencies: ["x:y:z"] }] },
      ["x:y:z"],
    ],
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

  it("are none of a row that one cloud lists alone and another one with others", () => {
    const shared = { rows: [{ actions: ["s:t:do", "a:b:c"] }] };
    expect(namesOf({ otc: shared, huaweicloud: { rows: [{ actions: ["s:t:do"] }] } }, "common")).toEqual([]);
    expect(namesOf({ otc: shared, huaweicloud: shared }, "common")).toEqual(["a:b:c"]);
  });

  it.each(["common", "every"] as const)("are those of the clouds that have a dependency column (%s)", (mode) => {
    const silent = { rows: [{ actions: ["s:t:do"] }, { actions: ["s:t:do", "x:y:z"] }] };
    expect(namesOf({ otc: rowsOf(["a:b:c"]), "otc-swiss": silent, huaweicloud: silent }, mode)).toEqual(["a:b:c"]);
    expect(namesOf({ otc: rowsOf(["a:b:c"]), "otc-swiss": rowsOf([]), huaweicloud: silent }, mode)).toEqual([]);
  });

  it("are required by the clouds whose own tables have all of them", () => {
    const action = actionOf({
      otc: rowsOf(["a:b:c", "d:e:f"]),
      "otc-swiss": { rows: [{ actions: ["s:t:do", "a:b:c"] }] },
      huaweicloud: { rows: [{ actions: ["s:t:do"] }] },
    });
    const all = dependenciesOf(action, "common");
    expect(all.map(({ name }) => name)).toEqual(["a:b:c", "d:e:f"]);
    expect([...cloudsThatRequire(action, all, "common")]).toEqual(["otc"]);
    expect([...cloudsThatRequire(action, all.slice(0, 1), "common")]).toEqual(["otc", "otc-swiss"]);
  });

  it("are those of the clouds with tables", () => {
    const withoutRow = [{ name: "s:t:do", evidence: "dependency-only" as const }];
    expect(namesOf({ otc: rowsOf(["a:b:c"]), huaweicloud: { withoutRow } }, "common")).toEqual(["a:b:c"]);
    expect(namesOf({ otc: { withoutRow } }, "common")).toEqual([]);
  });

  it("are patterns", () => {
    const [dependency] = dependenciesOf(actionOf({ otc: rowsOf(["EVS:volumes:*"]) }), "common");
    expect(dependency).toEqual({ name: "EVS:volumes:*", pattern: parsePattern("EVS:volumes:*"), qualifier: undefined });
  });
});
