import { describe, expect, it } from "vitest";
import { catalogOf } from "../../src/catalog/catalog.js";
import { documentationMonth, documentedBy, documentingClouds, serviceTitle } from "../../src/catalog/provenance.js";
import { parsePattern } from "../../src/policy/pattern.js";
import { coverageWith } from "../fixtures/coverage.js";
import { serviceOf } from "./services.js";

const otc = { entry: { documented: "2026-04-22" } };
const mentioned = { entry: { coverage: coverageWith("mentioned"), documented: "2026-07-01" } };

describe("the clouds that document a service", () => {
  it("are joined by or, without a date", () => {
    expect(documentingClouds(serviceOf("s", { otc, "otc-swiss": {}, huaweicloud: {} }))).toBe(
      "Open Telekom Cloud, Swiss OTC or Huawei Cloud",
    );
  });

  it("are those that have tables of it", () => {
    expect(documentingClouds(serviceOf("s", { otc, huaweicloud: mentioned }))).toBe("Open Telekom Cloud");
  });
});

describe("the month of a service's documentation", () => {
  it("is that of the newest table", () => {
    const older = { entry: { documented: "2022-12-07" } };
    expect(documentationMonth(serviceOf("s", { otc: older, "otc-swiss": {}, huaweicloud: otc }))).toBe("2026-04");
    expect(documentationMonth(serviceOf("s", { otc, huaweicloud: mentioned }))).toBe("2026-04");
  });

  it("is not known if no table has a date", () => {
    expect(documentationMonth(serviceOf("s", { "otc-swiss": {} }))).toBeUndefined();
  });
});

describe("the clouds that document some actions", () => {
  const catalog = catalogOf(undefined);

  function cloudsOf(...names: readonly string[]): string | undefined {
    const patterns = names.flatMap((name) => [parsePattern(name)].filter((pattern) => pattern !== undefined));
    return documentedBy(
      catalog,
      patterns.flatMap((pattern) => catalog.matching(pattern)),
    )[0];
  }

  it("are those whose tables have one of them", () => {
    expect(cloudsOf("kms:cmk:get")).toBe("Open Telekom Cloud");
    expect(cloudsOf("ecs:servers:list")).toBe("Open Telekom Cloud");
  });

  it("are named with the newest month only", () => {
    expect(cloudsOf("ims:images:list")).toBe("Open Telekom Cloud (2026-04) and Huawei Cloud");
    expect(cloudsOf("ecs:servers:list", "ecs:servers:createImage")).toBe(
      "Open Telekom Cloud and Huawei Cloud (2024-04)",
    );
  });

  it("are none that only mention an action that another one has in a table", () => {
    expect(cloudsOf("ims:images:archive")).toBe("Huawei Cloud (2022-12)");
    expect(cloudsOf("iam:agencies:assume")).toBe("Open Telekom Cloud and Huawei Cloud");
  });

  it("have shorter wordings", () => {
    const pattern = parsePattern("ims:images:list");
    expect(documentedBy(catalog, pattern ? catalog.matching(pattern) : [])).toEqual([
      "Open Telekom Cloud (2026-04) and Huawei Cloud",
      "Open Telekom Cloud and Huawei Cloud",
      "2 clouds",
    ]);
  });

  describe("whose pages are on a website", () => {
    const pages = [
      { repository: "docs/s", commit: "c0ffee", path: "t.md" },
      { address: "https://docs.example/new.html", date: "2025-11-14", readByHand: "2026-11-28" },
      { address: "https://docs.example/old.html", date: "2025-01-02" },
      { address: "https://docs.example/undated.html", readByHand: "2026-11-28" },
    ];
    const row = (action: string, page: number) => ({ actions: [`s:t:${action}`], source: [page, 1, 1] as const });
    const rows = [row("live", 1), row("live", 2), row("undated", 3), row("both", 0), row("both", 2), row("filed", 0)];
    const service = serviceOf("s", {
      otc: { rows: [row("filed", 0), row("live", 0)], entry: { documented: "2024-06-01" } },
      huaweicloud: { pages, rows, entry: { documented: "2024-04-18" } },
    });

    function wordings(...names: readonly string[]): readonly string[] {
      const actions = names.flatMap((name) => service.actions.get(`s:t:${name}`) ?? []);
      return documentedBy({ service: () => service }, actions);
    }

    it("are named with it, and with the month of the newest page", () => {
      expect(wordings("live")[0]).toBe("Open Telekom Cloud and Huawei Cloud's website (2025-11)");
      expect(wordings("live").slice(1)).toEqual(["Open Telekom Cloud and Huawei Cloud's website", "2 clouds"]);
      expect(wordings("undated")).toEqual(["Huawei Cloud's website", "Huawei Cloud's website"]);
    });

    it("are named as ever where a repository has some of the rows, or all", () => {
      expect(wordings("both")[0]).toBe("Huawei Cloud (2024-04)");
      expect(wordings("filed")[0]).toBe("Open Telekom Cloud (2024-06) and Huawei Cloud");
    });
  });

  it("are none without an action", () => {
    expect(cloudsOf()).toBe("");
  });
});

describe("the title of a service", () => {
  it.each([
    ["ims", "IMS"],
    ["rds", "RDS"],
    ["functiongraph", "functiongraph"],
  ])("of %s is %s", (service, title) => {
    expect(serviceTitle(service)).toBe(title);
  });
});
