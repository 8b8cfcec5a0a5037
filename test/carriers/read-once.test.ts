import { describe, expect, it, vi } from "vitest";
import { readDocument } from "../../src/policy/document.js";
import { configOf } from "../sources.js";
import { carriedIn } from "./files.js";

vi.mock("../../src/policy/document.js", async (importOriginal) => {
  const original = await importOriginal<typeof import("../../src/policy/document.js")>();
  return { ...original, readDocument: vi.fn(original.readDocument) };
});

const policy = JSON.stringify({ Version: "1.1", Statement: [{ Effect: "Allow", Action: ["ims:images:list"] }] });

const modules = {
  "an object": `export const policy = ${policy};`,
  "a role in CDKTF with the policy as an object": `
    import { IdentityRole } from "@cdktf/provider-huaweicloud/lib/identity-role";
    new IdentityRole(this, "images", { name: "images", type: "XA", policy: JSON.stringify(${policy}) });`,
  "a role in CDKTF with the policy as text": `
    import { IdentityRole } from "@cdktf/provider-huaweicloud/lib/identity-role";
    new IdentityRole(this, "images", { name: "images", type: "XA", policy: '${policy}' });`,
  "a request of the SDK": `
    import * as iam from "@huaweicloud/huaweicloud-sdk-iam/v3/public-api";
    const body = new iam.CreateCloudServiceCustomPolicyRequestBody(
      new iam.ServicePolicyRoleOption("images", "XA", "-",
        new iam.ServicePolicy("1.1", [new iam.ServiceStatement(["ims:images:list"], "Allow")])));
    const request = new iam.CreateCloudServiceCustomPolicyRequest().withBody(body);
    await client.createCloudServiceCustomPolicy(request);`,
};

describe("a policy is read once, however many carriers detect it:", () => {
  it.each(Object.entries(modules))("%s", (_, code) => {
    vi.mocked(readDocument).mockClear();
    expect(carriedIn(code, configOf("as const")).documents).toHaveLength(1);
    expect(readDocument).toHaveBeenCalledTimes(1);
  });
});
