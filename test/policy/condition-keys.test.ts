import { describe, expect, it } from "vitest";
import { customKeys, isIdentityPolicyKey, similarKeys } from "../../src/policy/condition-keys.js";

describe("similarKeys", () => {
  it.each([
    ["g:UserNmae", ["g:UserName"]],
    ["g:MFAPresnet", ["g:MFAPresent"]],
    ["g:ResourceTags/Team", ["g:ResourceTag/Team"]],
    [" g:UserName", ["g:UserName"]],
    ["g:UserName ", ["g:UserName"]],
    ["UserName", ["g:UserName"]],
    ["obs:maxkeys", ["obs:max-keys"]],
    // Keys that no service has of its own.
    ["ecs:ResourceTag/team", ["g:ResourceTag/team"]],
    ["EVS:resourcetag/Owner", ["g:ResourceTag/Owner"]],
    ["iam:MFAPresent", ["g:MFAPresent"]],
  ])("of %j are %j", (name, keys) => expect(similarKeys(name, false)).toEqual(keys));

  it.each([
    ...["g:UserName", "G:username", "g:ResourceTag/x", "g:SourceVpce", "g:SourceUrn", "obs:SourceVpce"],
    // Keys of other services are in no table, and some services have keys of the same name.
    ...["ims:SourceIp", "ecs:max-keys", "evs:versionId", "ecs:UserName"],
    // Unknown, and not similar to any key of this version.
    ...["g:PrincipalArn", "g:DomainId", "g:ProjectId", "g:UserTag/x", "g:ResourceTag", "obs:ac", "prefix", "x", ""],
  ])("are none of %j", (name) => expect(similarKeys(name, false)).toEqual([]));

  it("includes keys of OBS on request", () => {
    expect(similarKeys("prefix", true)).toEqual(["obs:prefix"]);
    expect(similarKeys("SourceIp", true)).toEqual(["g:SourceIp", "obs:SourceIp"]);
  });
});

it("types keys without case, and tags by their prefix", () => {
  expect(customKeys.typeOf("g:mfapresent")).toBe("bool");
  expect(customKeys.typeOf("g:ResourceTag/a/b")).toBe("string");
  expect(customKeys.typeOf("obs:prefix")).toBeUndefined();
  expect(customKeys.typeOf("ecs:x")).toBeUndefined();
});

it("knows the keys of version 5.0", () => {
  expect(["g:enterpriseprojectid", "g:RequestTag/x", "g:PrincipalUrn"].filter(isIdentityPolicyKey)).toHaveLength(3);
  expect(["g:SourceIp", "g:TagKeys", "g:ViaService", "g:UserName"].filter(isIdentityPolicyKey)).toEqual([]);
});
