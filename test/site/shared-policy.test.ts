import { deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { fragmentOf, isLink, policyIn, type SharedPolicy } from "../../site/engine/shared-policy.js";

const policy: SharedPolicy = {
  language: "yaml",
  text: 'Version: "1.1" # grüßt 😀\n',
  set: "strict",
  settings: { cloud: "otc" },
  rules: { "huaweicloud-iam/no-broad-grant": "off" },
};

const linkTo = (value: unknown) => `#policy=${deflateRawSync(JSON.stringify(value)).toString("base64url")}`;

describe("a link", () => {
  it("carries a policy and how it is checked", async () => {
    const fragment = await fragmentOf(policy);
    expect(fragment).toMatch(/^#policy=[\w-]+$/u);
    expect(await policyIn(fragment)).toEqual(policy);
    expect([fragment, "#policy=%%%", "#options", ""].map(isLink)).toEqual([true, true, false, false]);
  });

  it("has what is left out as nothing", async () => {
    expect(await policyIn(linkTo({ language: "json", text: "{}", set: "all", rules: [], settings: 1 }))).toEqual({
      language: "json",
      text: "{}",
      set: "recommended",
      settings: {},
      rules: {},
    });
  });

  it.each([
    ["none", ""],
    ["a heading", "#options"],
    ["damaged", "#policy=%%%"],
    ["cut off", "#policy=q1ZKzs9Ny"],
    ["of another language", linkTo({ language: "toString", text: "" })],
    ["without a text", linkTo({ language: "json" })],
    ["nothing", linkTo(null)],
    ["a bomb", linkTo({ language: "json", text: " ".repeat(20_000_000) })],
  ])("that is %s carries no policy", async (_, fragment) => {
    expect(await policyIn(fragment)).toBeUndefined();
  });
});
