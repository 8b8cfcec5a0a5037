import { describe, expect, it } from "vitest";
import { catalogOf } from "../../src/catalog/catalog.js";
import { parsePattern, ActionPattern } from "../../src/policy/pattern.js";

const all = catalogOf(undefined);
const otc = catalogOf("otc");
const huawei = catalogOf("huaweicloud");
const swiss = catalogOf("otc-swiss");

describe("a catalogue", () => {
  it("is cached", () => {
    expect(catalogOf("otc")).toBe(otc);
    expect(catalogOf(undefined)).toBe(all);
    expect(otc).not.toBe(huawei);
  });

  it("has the services of its cloud", () => {
    expect(otc.serviceNames()).toEqual(expect.arrayContaining(["ims", "ecs", "kms"]));
    expect(huawei.serviceNames()).toEqual(["iam", "obs", "elb", "ims", "ecs", "vpc"]);
    expect(swiss.serviceNames()).toEqual([]);
  });

  it("of all clouds has each service once", () => {
    const names = all.serviceNames();
    expect(names).toEqual([...new Set(names)]);
    expect(new Set(names)).toEqual(new Set([...otc.serviceNames(), ...huawei.serviceNames()]));
  });
});

describe("a service", () => {
  it("is read once", () => {
    expect(otc.service("ims")).toBe(otc.service("ims"));
  });

  it("has the clouds that document it", () => {
    expect([...(all.service("ims")?.clouds.keys() ?? [])]).toEqual(["otc", "huaweicloud"]);
    expect([...(all.service("kms")?.clouds.keys() ?? [])]).toEqual(["otc"]);
    expect([...(huawei.service("ims")?.clouds.keys() ?? [])]).toEqual(["huaweicloud"]);
  });

  it.each(["", "dns", "IMS", "__proto__", "constructor", "toString", "hasOwnProperty", "*", "../index"])(
    "that is not documented is undefined: %j",
    (name) => {
      expect(all.service(name)).toBeUndefined();
      expect(all.action(new ActionPattern(name, "images", "list"))).toBeUndefined();
      expect(all.matching(new ActionPattern(name, "*", "*"))).toEqual([]);
    },
  );

  it("that only another cloud documents is undefined", () => {
    expect(huawei.service("kms")).toBeUndefined();
  });
});

describe("an action", () => {
  it("is found by its name in lower case and has its documented spelling", () => {
    expect(all.action(patternOf("IMS:SERVERIMAGES:CREATE"))?.name).toBe("ims:serverImages:create");
  });

  it.each(["__proto__", "constructor", "toString"])("that is not documented is undefined: %s", (name) => {
    expect(all.action(new ActionPattern("ims", "images", name))).toBeUndefined();
    expect(all.action(new ActionPattern("ims", name, "list"))).toBeUndefined();
  });

  it("that one cloud documents is in its catalogue and in the merged one", () => {
    const pattern = patternOf("kms:cmk:get");
    expect([all, otc, huawei].map((catalog) => catalog.action(pattern) !== undefined)).toEqual([true, true, false]);
  });

  it("has the documentation of each cloud", () => {
    const clouds = (catalog: typeof all) =>
      catalog.action(patternOf("ims:images:list"))?.facts.map(({ cloud }) => cloud);
    expect([clouds(all), clouds(otc), clouds(huawei)]).toEqual([["otc", "huaweicloud"], ["otc"], ["huaweicloud"]]);
  });
});

describe("the actions that a pattern matches", () => {
  it.each([
    ["kms:cmk:list", ["kms:cmk:list"]],
    ["kms:cmk:list*", ["kms:cmk:list", "kms:cmk:lists"]],
    ["KMS:*:*", ["kms:cmk:get", "kms:cmk:set", "kms:cmk:list", "kms:cmk:lists", "kms:cmk:export"]],
    ["kms:*:?et", []],
    ["kms:cmk:put", []],
    ["kms:keys:*", []],
    ["*:cmk:get", []],
  ])("%s are %j", (text, names) => {
    const pattern = parsePattern(text);
    expect(pattern ? otc.matching(pattern).map(({ name }) => name) : []).toEqual(names);
  });
});

function patternOf(text: string): ActionPattern {
  return parsePattern(text) ?? new ActionPattern("", "", "");
}
