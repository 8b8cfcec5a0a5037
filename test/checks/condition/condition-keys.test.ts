import { describe, expect, it } from "vitest";
import { isOfIdentityPolicies, nearKeys, typeOfKey } from "../../../src/checks/condition/condition-keys.js";

describe("nearKeys", () => {
  it.each([
    ["g:UserNmae", ["g:UserName"]],
    ["g:MFAPresnet", ["g:MFAPresent"]],
    ["g:ResourceTags/Team", ["g:ResourceTag/Team"]],
    [" g:UserName", ["g:UserName"]],
    ["g:UserName ", ["g:UserName"]],
    ["UserName", ["g:UserName"]],
    ["obs:maxkeys", ["obs:max-keys"]],
  ])("of %j are %j", (name, keys) => expect(nearKeys(name, false)).toEqual(keys));

  it.each([
    ...["g:UserName", "G:username", "g:ResourceTag/x", "g:SourceVpce", "g:SourceUrn", "obs:SourceVpce"],
    // Of other services, no table is known; and these have their own.
    ...["ims:SourceIp", "ecs:max-keys", "evs:versionId", "ecs:UserName"],
    // Unknown, and near to none of this version.
    ...["g:PrincipalArn", "g:DomainId", "g:ProjectId", "g:UserTag/x", "g:ResourceTag", "obs:ac", "prefix", "x", ""],
  ])("are none of %j", (name) => expect(nearKeys(name, false)).toEqual([]));

  it("are those of OBS where they are meant", () => {
    expect(nearKeys("prefix", true)).toEqual(["obs:prefix"]);
    expect(nearKeys("SourceIp", true)).toEqual(["g:SourceIp", "obs:SourceIp"]);
  });
});

it("types keys without case, and tags by their prefix", () => {
  expect(typeOfKey("g:mfapresent")).toBe("bool");
  expect(typeOfKey("g:ResourceTag/a/b")).toBe("string");
  expect(typeOfKey("obs:prefix")).toBeUndefined();
  expect(typeOfKey("ecs:x")).toBeUndefined();
});

it("knows the keys of version 5.0", () => {
  expect(["g:enterpriseprojectid", "g:RequestTag/x", "g:PrincipalUrn"].filter(isOfIdentityPolicies)).toHaveLength(3);
  expect(["g:SourceIp", "g:TagKeys", "g:ViaService", "g:UserName"].filter(isOfIdentityPolicies)).toEqual([]);
});
