import { describe, expect, it } from "vitest";
import { identityService } from "../../src/catalog/identity.js";

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
