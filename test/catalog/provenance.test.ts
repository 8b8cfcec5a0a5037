import { describe, expect, it } from "vitest";
import { catalogOf } from "../../src/catalog/catalog.js";
import { documentingClouds, knowingClouds, serviceTitle } from "../../src/catalog/provenance.js";
import { parsePattern } from "../../src/policy/pattern.js";
import { serviceOf } from "./services.js";

const otc = { entry: { documented: "2026-04-22" } };

describe("the clouds that document a service", () => {
  it("are named with the month of their documentation", () => {
    expect(documentingClouds(serviceOf("s", { otc }))).toBe("Open Telekom Cloud (documented 2026-04)");
  });

  it("are named without a month if no date is known", () => {
    expect(documentingClouds(serviceOf("s", { "otc-swiss": {} }))).toBe("Swiss OTC");
  });

  it("are joined by or", () => {
    expect(documentingClouds(serviceOf("s", { otc, "otc-swiss": {}, huaweicloud: {} }))).toBe(
      "Open Telekom Cloud (documented 2026-04), Swiss OTC or Huawei Cloud",
    );
  });
});

describe("the clouds that know some actions", () => {
  const catalog = catalogOf(undefined);

  function cloudsOf(...names: readonly string[]): string {
    const patterns = names.flatMap((name) => [parsePattern(name)].filter((pattern) => pattern !== undefined));
    return knowingClouds(
      catalog,
      patterns.flatMap((pattern) => catalog.matching(pattern)),
    );
  }

  it("are those that have one of them", () => {
    expect(cloudsOf("kms:cmk:get")).toBe("Open Telekom Cloud");
    expect(cloudsOf("ecs:servers:list", "ecs:servers:createImage")).toBe(
      "Open Telekom Cloud and Huawei Cloud (documented 2024-04)",
    );
    expect(cloudsOf("ecs:servers:list")).toBe("Open Telekom Cloud");
  });

  it("are none without an action", () => {
    expect(knowingClouds(catalog, [])).toBe("");
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
