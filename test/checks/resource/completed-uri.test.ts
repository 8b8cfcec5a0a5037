import { describe, expect, it } from "vitest";
import { completedUri, exampleUri } from "../../../src/checks/resource/completed-uri.js";

describe("a resource that lacks parts", () => {
  it.each([
    ["rds:instance:*", "rds:*:*:instance:*"],
    ["RDS:instance", "RDS:*:*:instance:*"],
    ["kms:KeyId:0d04:66b0", "kms:*:*:KeyId:0d04:66b0"],
    ["obs:object:my-bucket/*", "obs:*:*:object:my-bucket/*"],
    ["obs:eu-de:1:bucket", "obs:eu-de:1:bucket:*"],
    ["obs:*:*:my-bucket", "obs:*:*:bucket:my-bucket"],
    ["obs:::my-bucket/*", "obs:*:*:object:my-bucket/*"],
    ["modelarts:*:*:trainingJobs", "modelarts:*:*:trainingJobs:*"],
    ["modelarts:*:*:trainingJobs/*", "modelarts:*:*:trainingJobs:*"],
  ])("%s stands for %s", (written, meant) => {
    expect(completedUri(written, [])).toBe(meant);
  });

  it("is a bucket or its objects if all actions are of OBS", () => {
    expect(completedUri("my-bucket", ["obs"])).toBe("obs:*:*:bucket:my-bucket");
    expect(completedUri("my-bucket/*", ["obs"])).toBe("obs:*:*:object:my-bucket/*");
    expect(completedUri("my-bucket", ["obs", "kms"])).toBeUndefined();
  });

  it.each(["dds:instance:*", "obs:*", "ims:images", "kms", "waf:*:*:*", "a:b:c:$"])("%s is ambiguous", (written) => {
    expect(completedUri(written, [])).toBeUndefined();
  });

  it("has an example of its service", () => {
    expect(exampleUri("dds:instance:*", [])).toBe("dds:*:*:instanceName:*");
    expect(exampleUri("x", ["kms"])).toBe("kms:*:*:KeyId:*");
    expect(exampleUri("ims:images", [])).toBe("obs:*:*:bucket:*");
  });
});
