import { describe, expect, it } from "vitest";
import { coverageWith } from "../fixtures/coverage.js";
import { serviceOf, type CloudTables } from "./services.js";

describe("the actions of a service", () => {
  it("have the rows that name them, ignoring case, each once", () => {
    const { actions } = serviceOf("s", {
      otc: { rows: [{ actions: ["s:t:get", "S:T:List"] }, { actions: ["s:t:list"] }, { actions: [] }] },
    });
    expect([...actions.keys()]).toEqual(["s:t:get", "s:t:list"]);
    expect(actions.get("s:t:list")).toMatchObject({ name: "S:T:List", pattern: { text: "s:t:list" } });
    expect(actions.get("s:t:list")?.facts.map(({ rows }) => rows.map(({ source }) => source[2]))).toEqual([[1, 2]]);
  });

  it("exclude actions of other services in its rows", () => {
    const { actions } = serviceOf("s", { otc: { rows: [{ actions: ["s:t:get", "evs:volumes:get", "sx:t:get"] }] } });
    expect([...actions.keys()]).toEqual(["s:t:get"]);
  });

  it("may have a qualifier", () => {
    const { actions } = serviceOf("s", {
      otc: { rows: [{ actions: [{ name: "s:t:get", qualifier: "only-encrypted" }] }] },
    });
    expect(actions.get("s:t:get")?.facts).toHaveLength(1);
  });

  it("without a row have their evidence", () => {
    const { actions } = serviceOf("s", {
      otc: {
        withoutRow: [
          { name: "s:t:seen", evidence: "dependency-only" },
          { name: "s:t:gone", evidence: "former", presentNames: ["s:t:here"] },
        ],
      },
    });
    const facts = [...actions.values()].flatMap((action) => action.facts);
    expect(facts.map(({ evidence, rows, presentNames }) => [evidence, rows.length, presentNames])).toEqual([
      ["dependency-only", 0, []],
      ["former", 0, ["s:t:here"]],
    ]);
  });

  it.each<[what: string, rows: CloudTables["rows"], mayHaveRequirements: boolean]>([
    ["alone in its row", [{ actions: ["s:t:get"], dependencies: [], companionRoles: [] }], false],
    ["in a row with another action", [{ actions: ["s:t:get"] }, { actions: ["s:t:get", "x:y:z"] }], true],
    ["in a row with a dependency", [{ actions: ["s:t:get"], dependencies: ["x:y:z"] }], true],
    ["in a row with a role", [{ actions: ["s:t:get"], companionRoles: [{ anyOf: ["Admin"] }] }], true],
  ])("%s, may have requirements or not", (_, rows = [], mayHaveRequirements) => {
    const plain = { rows: [{ actions: ["s:t:get"] }] };
    const clouds = [{ otc: { rows } }, { otc: { rows }, huaweicloud: plain }, { otc: plain, huaweicloud: { rows } }];
    const actions = clouds.map((tables) => serviceOf("s", tables).actions.get("s:t:get"));
    expect(actions.map((action) => action?.mayHaveRequirements)).toEqual([
      mayHaveRequirements,
      mayHaveRequirements,
      mayHaveRequirements,
    ]);
  });

  it("that are not valid in a policy are left out", () => {
    const { actions } = serviceOf("s", { otc: { rows: [{ actions: ["s:t", "s:t:", "s:t:a:b", "s:t:do it"] }] } });
    expect([...actions.keys()]).toEqual([]);
  });

  it("of two clouds are merged by name", () => {
    const { actions } = serviceOf("s", {
      otc: { rows: [{ actions: ["s:t:getAll"] }] },
      huaweicloud: { rows: [{ actions: ["s:t:getall"] }, { actions: ["s:t:put"] }] },
    });
    const action = actions.get("s:t:getall");
    expect(action?.name).toBe("s:t:getAll");
    expect(action?.facts.map(({ cloud, name }) => [cloud, name])).toEqual([
      ["otc", "s:t:getAll"],
      ["huaweicloud", "s:t:getall"],
    ]);
    expect(actions.get("s:t:put")?.facts.map(({ cloud }) => cloud)).toEqual(["huaweicloud"]);
  });
});

describe("a service", () => {
  it.each([
    [true, ["complete", "mentioned"]],
    [true, ["mentioned", "partial"]],
    [false, ["mentioned", "mentioned"]],
  ] as const)("has a table: %s, where the clouds' coverage is %j", (hasTable, [otc, huaweicloud]) => {
    const service = serviceOf("s", {
      otc: { entry: { coverage: coverageWith(otc) } },
      huaweicloud: { entry: { coverage: coverageWith(huaweicloud) } },
    });
    expect(service.hasTable).toBe(hasTable);
  });
});

describe("the level of a service", () => {
  it.each([
    ["project", "project", "project"],
    ["global", "global", undefined],
    ["global", undefined, "global"],
    [undefined, "global", "project"],
    [undefined, undefined, undefined],
  ] as const)("is %s where the clouds say %s and %s", (level, otc, huaweicloud) => {
    const entryOf = (said: typeof level) => ({ entry: said ? { level: said } : {} });
    expect(serviceOf("s", { otc: entryOf(otc), huaweicloud: entryOf(huaweicloud) }).level).toBe(level);
  });
});
