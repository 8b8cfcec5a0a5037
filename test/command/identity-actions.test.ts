import { describe, expect, it } from "vitest";
import { ask } from "./ask.js";

const schema =
  "https://github.com/opentelekomcloud-infra/otc-openapi-schema-validator/blob/7d35055bcb/src/tests/functional/specs/dc_v1_en_test.yaml";

/** What the command prints, without the address of the site. */
async function explained(...words: readonly string[]): Promise<string> {
  const { output } = await ask(["explain", ...words], { width: 120 });
  return output.replace(/\n *https:\S+\/catalog\/#\S+\n/u, "");
}

describe("an action of identity policies (version 5.0)", () => {
  it("that only they have", async () => {
    expect(await explained("dcaas:directConnect:createHostedDirectConnect", "--cloud", "otc")).toBe(
      [
        "dcaas:directConnect:createHostedDirectConnect\n",
        "Open Telekom Cloud  DCAAS, identity policies (version 5.0)",
        "  CreateHostedDirectConnect",
        "      access      write",
        "      in 1.1      dcaas:directConnect:create",
        "      resources   directConnect (required)",
        "      conditions  g:EnterpriseProjectId, g:ResourceTag/<tag-key>",
        `  ${schema}\n`,
        "No table of Open Telekom Cloud has it for custom policies (version 1.1).\n",
      ].join("\n"),
    );
  });

  it("stands below the one of the same name in custom policies", async () => {
    const output = await explained("dcaas:vgw:create", "--cloud", "otc");
    expect(output.match(/^Open Telekom Cloud.*$/gmu)).toEqual([
      "Open Telekom Cloud  DCAAS, project-level, coverage: complete",
      "Open Telekom Cloud  DCAAS, identity policies (version 5.0)",
    ]);
    expect(output).toMatch(/^ {6}also needs {2}er:/mu);
    expect(output).not.toContain("custom policies");
  });

  it.each([
    ["sts::decodeAuthorizationMessage", "STS"],
    ["STS::decodeauthorizationmessage", "STS"],
    ["iam:policies:createV5", "IAM"],
  ])("that only the guides mention: %s", async (name, service) => {
    const output = await explained(name);
    expect(output).toContain(`Any cloud  ${service}, identity policies (version 5.0)\n`);
    expect(output).toContain("Named by Huawei Cloud's guides");
    expect(output).toContain("No table has it for custom policies (version 1.1).");
  });

  it("has no name in version 1.1, as a source says", async () => {
    expect(await explained("iam:policies:createV5")).toContain("      in 1.1      no name\n");
  });

  it("takes no resource, as a source says", async () => {
    expect(await explained("dcaas:quota:listUsage")).toContain('      resources   "*" only\n');
  });

  it("is one of many that a pattern matches", async () => {
    const output = await explained("dcaas:directConnect:*", "--cloud", "otc");
    expect(output).toMatch(/^5 actions\n\n(?:.*\n)*10 actions of identity policies \(version 5\.0\)\n\n/u);
    expect(output).toMatch(
      /^dcaas:directConnect:getHostedDirectConnect +read +dcaas:directConnect:get +GetHostedDirectConnect$/mu,
    );
    const only = await explained("dcaas:resources:*", "--cloud", "otc");
    expect(only).toMatch(/^6 actions of identity policies/u);
  });

  it("is printed as data", async () => {
    const { output } = await ask(["explain", "eip:publicIps:associateInstance", "--cloud", "huaweicloud", "--json"]);
    expect(JSON.parse(output)).toMatchObject({
      ...{ kind: "action", found: true, actions: [] },
      identityActions: [
        {
          ...{ name: "eip:publicIps:associateInstance", cloud: "huaweicloud", service: "eip", accessLevel: null },
          ...{ aliases: ["vpc:publicIps:update"], resources: null, operations: [], dependencies: [] },
        },
      ],
    });
  });

  it.each([
    [
      "Policy does not allow action sts::decodeAuthorizationMessage to be performed.",
      "sts::decodeAuthorizationMessage",
    ],
    ['"sts::decodeAuthorizationMessage",', "sts::decodeAuthorizationMessage"],
    ["From fe80::1, iam:policies:createV5 is not allowed", "iam:policies:createV5"],
    ["iam:policies:creat?V5", "iam:policies:createV5"],
  ])("is found in %s", async (text, name) => {
    expect(await explained(text)).toMatch(new RegExp(`^${name}\n\nAny cloud `, "u"));
  });

  it.each([
    ["iam:policies:createV5", ""],
    ["eip:publicIps:associateInstance", 'Did you mean "vpc:publicIps:update"?\n'],
  ])("cannot be granted by a custom policy: %s", async (name, alias) => {
    expect(await ask(["policy", "--action", name, "--cloud", "huaweicloud"])).toEqual({
      exitCode: 1,
      output: "",
      errors: `"${name}" is an action of version 5.0. This command writes custom policies, version 1.1.\n${alias}`,
    });
  });

  it("is not what a misspelt name in a custom policy may mean", async () => {
    const { errors } = await ask(["policy", "--action", "iam:policies:creatV5"]);
    expect(errors).toMatch(/^No table of .* has "iam:policies:creatV5"\.\n$/u);
  });

  it("is what a misspelt name may mean", async () => {
    const { errors, exitCode } = await ask(["explain", "sts::decodeAuthorizationMesage"]);
    expect(exitCode).toBe(1);
    expect(errors).toContain('Did you mean "sts::decodeAuthorizationMessage"?');
  });

  it("is what an action of version 1.1 is called there, by the guides, too", async () => {
    expect(await explained("ecs:cloudServers:create", "--cloud", "huaweicloud")).toContain(
      "In identity policies (version 5.0): ecs:cloudServers:createServers.",
    );
  });

  it("is found by words", async () => {
    const { output } = await ask(["search", "decode", "authorization", "--cloud", "otc"], { width: 120 });
    expect(output).toMatch(/^sts::decodeAuthorizationMessage +\(identity policies, version 5\.0\)$/mu);
    const { output: ofBoth } = await ask(["search", "dcaas", "vgw", "create", "--cloud", "otc", "--json"]);
    expect(JSON.parse(ofBoth)).toMatchObject({ results: [{ actions: ["dcaas:vgw:create"], version: "1.1" }] });
  });
});
