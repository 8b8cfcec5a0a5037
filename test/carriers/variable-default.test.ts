import { describe, expect, it } from "vitest";
import { lintModule } from "./construct-modules.js";
import { everythingCarriedIn } from "./files.js";
import { typescript } from "./fixture-module.js";

const policy = '{ Version: "1.1", Statement: [{ Effect: "Allow", Action: ["ims:images:list"] }] }';

/** The texts that the only problem of a carrier is at, in a module that makes a variable. */
function respeltIn(properties: string, { after = ";", module = "cdktn", name = "TerraformVariable" } = {}): string[] {
  const text = `import { Fn, ${name} } from "${module}";
const policy = JSON.stringify(${policy});
new ${name}(stack, "policy", ${properties})${after}
`;
  const { problems } = everythingCarriedIn(text, typescript);
  expect(problems.map(({ id }) => id)).toEqual(problems.map(() => "defaultRespelt"));
  return problems.map(({ range }) => text.slice(...range));
}

describe("a policy as the default of a variable of CDK for Terraform", () => {
  it.each([
    ["as an object", `{ type: "any", default: ${policy} }`],
    ["in a record", `{ default: { reader: ${policy} } }`],
    ["in a record of records", `{ default: { production: { reader: ${policy} } } }`],
    ["of version 5.0", `{ default: ${policy.replace("1.1", "5.0")} }`],
  ])("is reported, since its keys are respelt: %s", (_, properties) => {
    expect(respeltIn(properties)).toEqual(["default"]);
    expect(respeltIn(properties, { module: "cdktf" })).toEqual(["default"]);
  });

  it.each([
    ["as text", `{ default: JSON.stringify(${policy}) }`],
    ["as text, in a record", `{ default: { reader: JSON.stringify(${policy}) } }`],
    ["as text, in a list", `{ default: [JSON.stringify(${policy})] }`],
    ["encoded by Terraform", `{ default: Fn.jsonencode(${policy}) }`],
    ["that may be one as text", "{ default: policy }"],
    ["in another property", "{ description: policy }"],
    ["of AWS", '{ default: { Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: ["s3:GetObject"] }] } }'],
    ["that is a list of actions", '{ default: ["ims:images:list"] }'],
    ["that is a map of actions", '{ default: { reader: ["ims:images:list"] } }'],
    ["that is not known", "props.variable"],
    ["that is no object", '"policy"'],
  ])("is not reported where there is none: one %s", (_, properties) => {
    expect(respeltIn(properties)).toEqual([]);
  });

  it.each([
    ["an override follows", { after: '.addOverride("default", policy);' }],
    ["the class is of another module", { module: "./variables" }],
    ["it is a local", { name: "TerraformLocal" }],
  ])("is not reported where keys are kept: %s", (_, more) => {
    expect(respeltIn(`{ default: ${policy} }`, more)).toEqual([]);
  });

  it("is reported at its property, beside the mistakes in it", () => {
    const code = (value: string) =>
      `import { TerraformVariable } from "cdktn";\nnew TerraformVariable(stack, "policy", { default: ${value} });\n`;
    expect(lintModule(code(policy.replace("list", "lsit")))).toMatchObject([
      {
        rule: "valid-policy",
        message:
          'The keys in this default are synthesised in snake case, so "Statement" becomes "statement", and no policy is left. Put the policy into a TerraformLocal, or into JSON.stringify().',
        line: 2,
        column: 42,
        endColumn: 49,
      },
      { rule: "no-unknown-action", line: 2 },
    ]);
    expect(lintModule(code(`JSON.stringify(${policy})`))).toEqual([]);
  });
});
