import { describe, expect, it } from "vitest";
import { identityActionsFor, identityService } from "../../src/catalog/identity.js";

describe("a service in identity policies", () => {
  it("has its actions by name, without case, and is read once", () => {
    const jar = identityService("otc", "jar");
    expect([...(jar?.actions.keys() ?? [])]).toEqual(["jar::list", "jar:lids:open"]);
    expect(jar?.file.isComplete).toBe(true);
    expect(identityService("otc", "jar")).toBe(jar);
  });

  it.each([
    ["otc", "ecs"],
    ["huaweicloud", "jar"],
    ["otc", "constructor"],
  ] as const)("is not known on %s: %s", (cloud, name) => {
    expect(identityService(cloud, name)).toBeUndefined();
  });
});

describe("the identity actions for an action of version 1.1", () => {
  const namesFor = (action: string) => identityActionsFor("otc", action).map(({ name }) => name);

  it("are those paired with it, of any service, and the one of the same name", () => {
    expect(namesFor("ims:images:list")).toEqual(["jar::list", "ims:images:list"]);
  });

  it("are none without a pair", () => {
    expect(namesFor("ims:images:get")).toEqual([]);
    expect(identityActionsFor("huaweicloud", "ims:images:list")).toEqual([]);
  });
});
