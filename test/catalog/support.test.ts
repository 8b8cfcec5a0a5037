import { describe, expect, it } from "vitest";
import { apisWithout, supportOf, type Support } from "../../src/catalog/support.js";
import { actionOf, type CloudTables } from "./services.js";

type Mark = boolean | undefined;

/** A row for each mark. */
function tables(marks: readonly Mark[]): CloudTables {
  return {
    rows: marks.map((mark) => ({ actions: ["s:t:do"], ...(mark === undefined ? {} : { enterpriseProject: mark }) })),
  };
}

const rollUps: readonly (readonly [marks: readonly Mark[], support: Support])[] = [
  [[true], "all"],
  [[true, true], "all"],
  [[false], "none"],
  [[false, false], "none"],
  [[true, false], "mixed"],
  [[false, true], "mixed"],
  [[true, false, undefined], "mixed"],
  [[undefined], "unknown"],
  // A table without the column says nothing.
  [[true, undefined], "all"],
  [[undefined, false], "none"],
  [[undefined, false, undefined, false], "none"],
];

describe("the support of an action in one cloud", () => {
  it.each(rollUps)("of rows with the marks %j is %s", (marks, support) => {
    expect(supportOf(actionOf({ otc: tables(marks) }), "enterpriseProject")).toBe(support);
  });

  it("is rolled up separately for each scope", () => {
    const action = actionOf({
      otc: { rows: [{ actions: ["s:t:do"], iamProject: true, enterpriseProject: false }] },
    });
    expect(supportOf(action, "iamProject")).toBe("all");
    expect(supportOf(action, "enterpriseProject")).toBe("none");
  });

  it.each<[present: readonly Mark[], abandoned: readonly Mark[], support: Support]>([
    [[true], [false], "all"],
    [[false], [true], "mixed"],
    [[false], [false], "none"],
    [[], [false], "none"],
    [[], [true, false], "mixed"],
    [[undefined], [false], "unknown"],
  ])("of APIs with the marks %j and abandoned ones with %j is %s", (present, abandoned, support) => {
    const rows = [
      ...(tables(present).rows ?? []),
      ...(tables(abandoned).rows ?? []).map((row) => ({ ...row, abandoned: true as const })),
    ];
    expect(supportOf(actionOf({ otc: { rows } }), "enterpriseProject")).toBe(support);
  });

  it("is unknown without a row", () => {
    const action = actionOf({ otc: { withoutRow: [{ name: "s:t:do", evidence: "dependency-only" }] } });
    expect(supportOf(action, "enterpriseProject")).toBe("unknown");
  });
});

describe("the support of an action in two clouds", () => {
  const pairs = rollUps.flatMap((one) => rollUps.map((other) => [...one, ...other] as const));

  it.each(pairs)(
    "of rows with the marks %j (%s) and %j (%s) is the one that they agree on",
    (one, first, other, second) => {
      const action = actionOf({ otc: tables(one), huaweicloud: tables(other) });
      expect(supportOf(action, "enterpriseProject")).toBe(first === second ? first : "unknown");
    },
  );
});

describe("the APIs without support", () => {
  it("are those of the unsupported rows of all clouds, each once", () => {
    const rows = [
      { actions: ["s:t:do"], apis: ["GET /yes"], enterpriseProject: true },
      { actions: ["s:t:do"], apis: ["GET /no", "PUT /no"], enterpriseProject: false },
      { actions: ["s:t:do"], apis: ["GET /unsaid"] },
      { actions: ["s:t:do"], apis: ["PUT /no"], enterpriseProject: false },
    ];
    const action = actionOf({ otc: { rows }, huaweicloud: { rows } });
    expect(apisWithout([action], "enterpriseProject")).toEqual(["GET /no", "PUT /no"]);
    expect(apisWithout([action], "iamProject")).toEqual([]);
  });
});
