import * as typescriptParser from "@typescript-eslint/parser";
import { describe, expect, it } from "vitest";
import { configOf, objectsOf, sourceOf } from "../sources.js";
import { carriedIn } from "./files.js";

const statement = { Effect: "Allow", Action: ["ims:images:list"] };
const policy = (version = "5.0") => JSON.stringify({ Version: version, Statement: [statement] });
const withPrincipal = JSON.stringify({ Version: "5.0", Statement: [{ ...statement, Principal: "*" }] });

/** Each resource of Terraform with the property that holds its policy, and the kind. */
const resources: readonly (readonly [type: string, property: string, kind: string])[] = [
  ["identity_policy", "policy_document", "identity"],
  ["identityv5_policy", "policy_document", "identity"],
  ["identity_trust_agency", "trust_policy", "trust"],
  ["organizations_policy", "content", "service-control"],
  ["organizations_dry_run_policy", "content", "service-control"],
  ["identitycenter_custom_policy_attachment", "custom_policy", "permission-set"],
  ["vpcep_endpoint", "policy_document", "endpoint"],
];

function kindsIn(code: string, config = configOf("JSON")) {
  return carriedIn(code, config).documents.map(({ dialect, kind, cloud }) => [dialect, kind, cloud]);
}

describe.each(resources)("the resource huaweicloud_%s", (type, property, kind) => {
  const found = [["5.0", kind, "huaweicloud"]];
  const name = `huaweicloud_${type}`;

  it("is read in HCL", () => {
    const resource = (value: string) => `resource "${name}" "a" {\n  ${property} = ${value}\n}\n`;
    expect(kindsIn(resource(`jsonencode(${policy()})`), configOf("jsonencode"))).toEqual(found);
    expect(kindsIn(resource(JSON.stringify(policy())), configOf("HCL text"))).toEqual(found);
    expect(kindsIn(resource(`<<EOT\n${withPrincipal}\nEOT`), configOf("heredoc"))).toEqual(found);
  });

  it("is read in JSON", () => {
    const resource = (value: unknown) => JSON.stringify({ resource: { [name]: { a: { [property]: value } } } });
    expect(kindsIn(resource(policy()))).toEqual(found);
    expect(kindsIn(resource("${var.policy}"))).toEqual([]);
  });

  it("is read as a class of CDK for Terraform", () => {
    const [className, key] = [pascalCase(type), camelCase(property)];
    const code = `import { ${className} } from "@cdktf/provider-huaweicloud/lib/x";\nnew ${className}(this, "a", { ${key}: JSON.stringify(${withPrincipal}) });`;
    const config = { languageOptions: { parser: typescriptParser } };
    expect(kindsIn(code, config)).toEqual(found);
    for (const module of ["./ours", "@cdktf/provider-aws/lib"]) {
      expect(kindsIn(code.replace("@cdktf/provider-huaweicloud/lib", module), config)).toEqual([]);
    }
  });
});

function camelCase(name: string): string {
  return name.replace(/_(?<letter>\w)/gu, (_, letter: string) => letter.toUpperCase());
}

function pascalCase(name: string): string {
  return camelCase(`_${name}`);
}

describe("a resource of an organisation", () => {
  const resource = (more: object) =>
    JSON.stringify({ resource: { huaweicloud_organizations_policy: { a: { content: policy(), ...more } } } });

  it.each([{ type: "service_control_policy" }, { type: "${var.type}" }, {}])("limits with %j", (more) => {
    expect(kindsIn(resource(more))).toEqual([["5.0", "service-control", "huaweicloud"]]);
  });

  it("with a policy of tags limits nothing", () => {
    expect(kindsIn(resource({ type: "tag_policy" }))).toEqual([["5.0", undefined, undefined]]);
  });
});

describe("an endpoint", () => {
  const endpoint = (document: object) =>
    JSON.stringify({ resource: { huaweicloud_vpcep_endpoint: { a: { policy_document: JSON.stringify(document) } } } });

  it.each([
    { Statement: [statement] },
    { Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: "*", Action: ["s3:*"] }] },
    { Version: "1.1", Statement: [{ Effect: "Allow", Principal: "*", Action: ["ims:images:list"] }] },
  ])("may have a policy in another language: %j", (document) => {
    expect(carriedIn(endpoint(document), configOf("JSON")).documents.map(({ kind }) => kind)).not.toContain("endpoint");
  });
});

describe("the SDK for Node.js", () => {
  it.each<[what: string, service: string, code: string, kind: string]>([
    ["an identity policy", "iam", `new CreatePolicyReqBody("a", '${policy()}')`, "identity"],
    ["its version", "iam", `new CreatePolicyVersionReqBody().withPolicyDocument('${policy()}')`, "identity"],
    ["an agency", "iam", `new CreateAgencyReqBody("a", '${withPrincipal}')`, "trust"],
    ["the trust of one", "iam", `new UpdateTrustPolicyReqBody('${policy()}')`, "trust"],
    [
      "an organisation",
      "organizations",
      `new CreatePolicyReqBody('${policy()}', "a", "b", CreatePolicyReqBodyTypeEnum.SERVICE_CONTROL_POLICY)`,
      "service-control",
    ],
    ["its change", "organizations", `new UpdatePolicyReqBody().withContent('${policy()}')`, "service-control"],
    ["a rehearsal", "organizations", `new CreateDryRunPolicyReqBody('${policy()}')`, "service-control"],
    [
      "a permission set",
      "identitycenter",
      `new PutCustomPolicyToPermissionSetReqBody('${policy()}')`,
      "permission-set",
    ],
    [
      "the access analyzer",
      "iamaccessanalyzer",
      `new ValidatePolicyReqBody('${policy()}', "identity_policy" as unknown as PolicyType)`,
      "identity",
    ],
    [
      "the same for an organisation",
      "iamaccessanalyzer",
      `new ValidatePolicyReqBody().withPolicyDocument('${policy()}').withPolicyType("service_control_policy")`,
      "service-control",
    ],
    [
      "the same for an agency",
      "iamaccessanalyzer",
      `new ValidatePolicyReqBody('${withPrincipal}', "resource_policy").withValidatePolicyResourceType("iam:agency")`,
      "trust",
    ],
    ["a session", "sts", `new AssumeAgencyReqBody("u", "n").withPolicy('${policy()}')`, "session"],
  ])("has the policy of %s", (_, service, code, kind) => {
    const [className = ""] = /(?<=new )\w+/u.exec(code) ?? [];
    const names = `${className}, CreatePolicyReqBodyTypeEnum`;
    const file = `import { ${names} } from "@huaweicloud/huaweicloud-sdk-${service}";\n${code};`;
    expect(kindsIn(file, { languageOptions: { parser: typescriptParser } })).toEqual([["5.0", kind, "huaweicloud"]]);
  });

  it.each([
    ["iam", "new UpdatePolicyReqBody()"],
    ["organizations", "new UpdateTrustPolicyReqBody()"],
    ["ecs", "new CreatePolicyReqBody()"],
    ["iam", "new ValidatePolicyReqBody()"],
    // What shall be checked there may be a policy of a bucket.
    ["iamaccessanalyzer", "new ValidatePolicyReqBody()"],
  ])("has none of other packages' names in %s: %s", (service, call) => {
    const [className = ""] = /(?<=new )\w+/u.exec(call) ?? [];
    const file = `import { ${className} } from "@huaweicloud/huaweicloud-sdk-${service}";\n${call.replace("()", `('${policy()}', '${policy()}')`)};`;
    expect(kindsIn(file, {}).filter(([, kind]) => kind !== undefined)).toEqual([]);
  });

  it("has a policy of tags in an organisation, which is none", () => {
    const file = `import { CreatePolicyReqBody, CreatePolicyReqBodyTypeEnum } from "@huaweicloud/huaweicloud-sdk-organizations";\nnew CreatePolicyReqBody('${policy()}', "a", "b", CreatePolicyReqBodyTypeEnum.TAG_POLICY);`;
    expect(kindsIn(file, {})).toEqual([["5.0", undefined, undefined]]);
  });
});

describe("a request body of an organisation", () => {
  const body = (more: object, content = policy()) => JSON.stringify({ content, name: "a", ...more });
  const scp = { type: "service_control_policy" };

  it("limits", () => {
    const found = [["5.0", "service-control", undefined]];
    expect(kindsIn(body(scp))).toEqual(found);
    expect(kindsIn(`send(${JSON.stringify(body(scp))});`, {})).toEqual(found);
    expect(kindsIn(`send({ type: "service_control_policy", content: JSON.stringify(${policy()}) });`, {})).toEqual(
      found,
    );
    expect(kindsIn(`type: service_control_policy\ncontent: |\n  ${policy()}\n`, configOf("YAML"))).toEqual(found);
    const hcl = `locals {\n  body = { type = "service_control_policy", content = jsonencode(${policy()}) }\n}\n`;
    expect(kindsIn(hcl, configOf("HCL object"))).toEqual(found);
  });

  it("is only looked for where its word stands", () => {
    const pages = Array.from({ length: 3 }, () => ({ type: "text", content: "a" }));
    const candidates = (file: object) => objectsOf(sourceOf(JSON.stringify(file), configOf("JSON"))).length;
    expect(candidates({ pages })).toBe(0);
    expect(candidates({ pages, of: "service_control_policy" })).toBe(3);
  });

  it("limits with a Principal, which is a mistake, and with a lone star", () => {
    for (const Action of ["ecs:*:*", "*"]) {
      const content = { Version: "5.0", Statement: [{ Effect: "Deny", Principal: "*", Action, Resource: ["*"] }] };
      expect(kindsIn(body(scp, JSON.stringify(content)))).toEqual([["5.0", "service-control", undefined]]);
      expect(kindsIn(body({}, JSON.stringify(content)))).toEqual([]);
    }
  });

  it("limits in no other version", () => {
    const { documents } = carriedIn(body(scp, policy("1.1")), configOf("JSON"));
    expect(documents).toMatchObject([{ dialect: "1.1", kind: "service-control", takes: "5.0" }]);
  });

  // The policy itself is one, whatever holds it.
  it.each([{}, { type: "tag_policy" }, { type: "SERVICE_CONTROL_POLICY" }, { type: "text" }, { type: "{{ type }}" }])(
    "does not with %j",
    (more) => {
      expect(kindsIn(body(more))).toEqual([["5.0", undefined, undefined]]);
    },
  );

  it.each([
    JSON.stringify({ tags: { team: { tag_key: { "@@assign": "team" } } } }),
    JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: ["s3:*"], Resource: "*" }] }),
    JSON.stringify({ Statement: [{ Effect: "Deny", Action: "*", Resource: "*" }] }),
    "{",
    "",
  ])("has none in %s", (content) => {
    expect(carriedIn(body(scp, content), configOf("JSON"))).toEqual({ documents: [], problems: [] });
  });
});

describe("a request to the access analyzer", () => {
  const body = (more: object) => JSON.stringify({ policy_document: policy(), ...more });

  it.each([
    [{ policy_type: "identity_policy" }, "identity"],
    [{ policy_type: "service_control_policy" }, "service-control"],
    [{ policy_type: "resource_policy", validate_policy_resource_type: "iam:agency" }, "trust"],
    [{ policy_type: "resource_policy", validate_policy_resource_type: "obs:bucket" }, undefined],
    [{ policy_type: "resource_policy" }, undefined],
    [{ policy_type: "IDENTITY_POLICY" }, undefined],
    [{ policy_type: "${type}" }, undefined],
  ])("tells the kind by %j", (more, kind) => {
    expect(kindsIn(body(more))).toEqual([["5.0", kind, undefined]]);
  });
});

describe("a request body", () => {
  it.each([
    ["policy_document", "identity"],
    ["trust_policy", "trust"],
    ["custom_policy", "permission-set"],
  ])("has the policy in %s", (key, kind) => {
    const body = { name: "a", [key]: policy() };
    expect(kindsIn(JSON.stringify(body))).toEqual([["5.0", kind, undefined]]);
    expect(kindsIn(`send(${JSON.stringify(JSON.stringify(body))});`, {})).toEqual([["5.0", kind, undefined]]);
    expect(kindsIn(`send({ ${key}: JSON.stringify(${policy()}) });`, {})).toEqual([["5.0", kind, undefined]]);
    expect(kindsIn(`name: a\n${key}: |\n  ${policy()}\n`, configOf("YAML"))).toEqual([["5.0", kind, undefined]]);
  });

  it.each(['"policy_type": type', '"vpc_id": "a", "endpoint_service_id": "b"', "...others"])(
    "has a policy of any kind beside %s",
    (neighbour) => {
      const body = `{ ${neighbour}, "policy_document": JSON.stringify(${policy()}) }`;
      expect(kindsIn(`send(${body});`, {})).toEqual([["5.0", undefined, undefined]]);
      const ofTrust = `{ ${neighbour}, "trust_policy": JSON.stringify(${policy()}) }`;
      expect(kindsIn(`send(${ofTrust});`, {})).toEqual([["5.0", "trust", undefined]]);
    },
  );

  it.each([policy("1.1"), policy("2012-10-17"), withPrincipal, '{ "Version": "5.0" }', "{"])(
    "has no policy of version 5.0 in %s",
    (text) => {
      expect(kindsIn(JSON.stringify({ policy_document: text })).filter(([, kind]) => kind !== undefined)).toEqual([]);
    },
  );
});
