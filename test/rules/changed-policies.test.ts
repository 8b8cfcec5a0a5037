import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.js";

/** The messages of the recommended rules on a module. */
function messagesOn(code: string): string[] {
  const config = [{ files: ["**/*.ts"], languageOptions: { parser: typescriptParser } }, plugin.configs.recommended];
  return new Linter().verify(code, config, "policy.ts").map(({ message }) => message);
}

const role = (policy: string) => `{ role: { display_name: "x", type: "AX", description: "d", policy: ${policy} } }`;
const broad = '{ Version: "1.1", Statement: [{ Effect: "Allow", Action: ["*:*:*"] }] }';

describe("a policy that the program changes later", () => {
  it.each([
    [
      "statements that are pushed",
      `const body = ${role('{ Version: "1.1", Statement: [] }')};\nfor (const s of list) body.role.policy.Statement.push(s);`,
    ],
    ["statements that are set", `const body = ${role('{ Version: "1.1" }')};\nbody.role.policy.Statement = list;`],
    [
      "a type that is set",
      'const body = { role: { display_name: "x", policy: { Version: "1.1", Statement: [{ Effect: "Allow", Action: ["obs:bucket:ListBucket"] }] } } };\nbody.role.type = "AX";',
    ],
    [
      "a Deny that is pushed",
      `const policy = ${broad};\npolicy.Statement.push({ Effect: "Deny", Action: ["iam:*:*"] });`,
    ],
    [
      "a condition that is set",
      `const policy = ${broad};\npolicy.Statement[0].Condition = { Bool: { "g:MFAPresent": ["true"] } };`,
    ],
    [
      "resources that are pushed",
      'const policy = { Version: "1.1", Statement: [{ Effect: "Allow", Action: ["obs:object:GetObject"], Resource: ["obs:*:*:bucket:a"] }] };\npolicy.Statement[0].Resource.push("obs:*:*:object:a/*");',
    ],
    [
      "an empty list that is filled",
      'const policy = { Version: "1.1", Statement: [{ Effect: "Allow", Action: ["ims:images:list"] }, { Effect: "Allow", Action: [], Resource: [] }] };\npolicy.Statement[1].Action.push(more);\npolicy.Statement[1].Resource.push(more);',
    ],
    [
      "statements that another policy takes in",
      `const base = ${broad};\nexport const policy = { ...base, Statement: [...base.Statement, { Effect: "Deny", Action: ["iam:*:*"] }] };`,
    ],
    ["the field of a class", `class Policies { policy = ${broad}; deny() { this.policy.Statement.push(deny); } }`],
  ])("is not taken for all there is: %s", (_, code) => {
    expect(messagesOn(code)).toEqual([]);
  });

  it("still has its actions checked", () => {
    const code = `const policy = ${broad.replace("*:*:*", "ims:images:lst")};\npolicy.Statement.push(more);`;
    expect(messagesOn(code)).toEqual([expect.stringContaining('Did you mean "ims:images:list"?')]);
  });

  it("has them checked in each branch of a condition", () => {
    const choice =
      'all ? { Effect: "Allow", Action: ["ims:images:lst"] } : { Effect: "Deny", Action: ["ims:images:gte"] }';
    const code = `const policy = { Version: "1.1", Statement: [${choice}] };\npolicy.Statement.push(more);`;
    expect(messagesOn(code)).toEqual([
      expect.stringContaining('Did you mean "ims:images:list"?'),
      expect.stringContaining('Did you mean "ims:images:get"?'),
    ]);
  });

  it("is fully checked if nothing changes it", () => {
    expect(messagesOn(`const policy = ${broad};\nsend(policy);`)).toEqual([expect.stringContaining("every service")]);
  });
});

describe("a policy that a library merges with another", () => {
  const actions = '{ Version: "1.1", Statement: [{ Action: ["ims:images:list"] }] }';
  const effects = '{ Statement: [{ Effect: "Allow" }] }';

  it.each([
    ["a call of lodash", `import _ from "lodash-es";\nexport const policy = _.merge(${actions}, ${effects});`],
    [
      "a function of its own name",
      `import { toMerged } from "es-toolkit";\nexport default toMerged(${actions}, ${effects});`,
    ],
    [
      "what is not known",
      `import { mergeDeepRight } from "ramda";\nexport default mergeDeepRight(${actions}, effects);`,
    ],
    ["constants", `const actions = ${actions};\nconst effects = ${effects};\nexport default defu(effects, actions);`],
    ["a list", `import merge from "deepmerge";\nexport default merge.all([${actions}, ${effects}]);`],
    ["one of two", `export default merge(all ? ${actions} : ${broad}, ${effects});`],
    ["a draft", `export default produce(${actions}, (draft) => void (draft.Statement[0].Effect = "Allow"));`],
    ["a Deny", `const policy = ${broad};\nexport default deepmerge(policy, { Statement: [deny] });`],
  ])("is not taken for all there is: %s", (_, code) => {
    expect(messagesOn(code)).toEqual([]);
  });

  it("still has its actions checked", () => {
    const code = `export default merge(${broad.replace("*:*:*", "ims:images:lst")}, ${effects});`;
    expect(messagesOn(code)).toEqual([expect.stringContaining('Did you mean "ims:images:list"?')]);
  });

  it.each([
    ["sent", `createPolicy(${actions}, { retries: 3 });`],
    ["assigned to somebody", `assignPolicy(${actions}, { user: "x" });`],
    ["merged with nothing", `export default merge(${actions});`],
  ])("is fully checked if it is %s", (_, code) => {
    expect(messagesOn(code)).toEqual([expect.stringContaining('no "Effect"')]);
  });
});

describe("a member that is undefined", () => {
  const statement = (members: string) =>
    `export const policy = { Version: "1.1", Statement: [{ Effect: "Allow", ${members} }] };`;

  it.each([
    'Action: ["ims:images:list"], NotAction: undefined, Sid: void 0',
    'Action: all ? undefined : ["ims:images:list"], NotAction: all ? ["ims:images:get"] : undefined',
    'Action: ["ims:images:list"], NotAction: null, Condition: null, Resource: null',
  ])("is none: %s", (members) => {
    expect(messagesOn(statement(members))).toEqual([]);
  });
});

describe("a spread member that is set to undefined", () => {
  it.each([
    'const base = { Effect: "Allow", Action: ["obs:bucket:ListBucket"], Resource: ["obs:eu-de:*:bucket:x"] };\nexport const policy = { Version: "1.1", Statement: [{ ...base, Resource: undefined }, { ...base, Resource: all ? undefined : ["*"] }] };',
    'const base = { Effect: "Deny", NotAction: ["iam:users:getUser"] };\nexport const policy = { Version: "1.1", Statement: [{ ...base, NotAction: undefined, Action: ["iam:users:getUser"] }] };',
  ])("is gone: %s", (code) => {
    expect(messagesOn(code)).toEqual([]);
  });

  it("is present if it is spread later", () => {
    const code =
      'const base = { NotAction: ["ims:images:get"] };\nexport const policy = { Version: "1.1", Statement: [{ Effect: "Deny", Action: ["ims:images:list"], NotAction: undefined, ...base }] };';
    expect(messagesOn(code)).toEqual([expect.stringContaining("IAM.1031")]);
  });
});

describe("a placeholder", () => {
  it.each(["%s", "$(B)", "@B@", "$BUCKET", "[BUCKET]", "#{b}", "BUCKET", "xxx", "..."])(
    "is not known: %s",
    (bucket) => {
      const statement = `{ Effect: "Allow", Action: ["obs:bucket:ListBucket", "obs:bucket:HeadBucket"], Resource: ["obs:*:*:bucket:${bucket}"] }`;
      expect(
        messagesOn(
          `export const policy = { Version: "1.1", Statement: [${statement}, ${statement.replace("HeadBucket", "GetBucketLocation")}] };`,
        ),
      ).toEqual([]);
    },
  );
});

describe("the provider of Open Telekom Cloud", () => {
  const otc = (statement: string) =>
    `import { IdentityRoleV3 } from "@cdktf/provider-opentelekomcloud/lib/identity-role-v3";\nimport { Fn } from "cdktf";\nnew IdentityRoleV3(this, "a", { displayName: "a", displayLayer: "project", description: "b", statement: [${statement}] });`;

  it.each([
    '{ effect: "Allow", action: ["ims:images:list"], resource: [] }',
    '{ effect: "Allow", action: ["ims:images:list"], condition: "" }',
    '{ effect: "Allow", action: Fn.concat([["ims:images:list"], more.listValue]) }',
  ])("leaves out what is empty, and has functions of its own: %s", (statement) => {
    expect(messagesOn(otc(statement))).toEqual([]);
  });

  const branches = [
    '{ effect: "Allow", action: ["ims:images:lst"] }',
    '{ effect: "Deny", action: ["ims:images:gte"] }',
  ];

  it.each([
    ["blocks", otc(branches.join(" : ").replace("{", "all ? {"))],
    ["lists of blocks", otc("").replace("[]", `all ? [${branches.join("] : [")}]`)],
  ])("has the %s of each branch of a condition looked at", (_, code) => {
    expect(messagesOn(code)).toEqual([
      expect.stringContaining('Did you mean "ims:images:list"?'),
      expect.stringContaining('Did you mean "ims:images:get"?'),
    ]);
  });

  it("is not suggested a key of another name", () => {
    const config = [{ files: ["**/*.ts"], languageOptions: { parser: typescriptParser } }, plugin.configs.recommended];
    const found = new Linter().verify(otc('{ action: ["ims:images:list"] }'), config, "policy.ts");
    expect(found.map(({ suggestions }) => suggestions)).toEqual([undefined]);
  });
});

describe("nested constants", () => {
  const doubled = (levels: number, of: (name: string) => string) =>
    Array.from({ length: levels }, (_, level) => `const a${level + 1} = ${of(`a${level}`)};`).join("\n");

  it("do not grow exponentially", () => {
    const statement = '{ Effect: "Allow", Action: ["ims:images:list"], Condition: a40 }';
    const code = `const a0 = { c: 1 };\n${doubled(40, (name) => `{ a: ${name}, b: ${name} }`)}\nexport const policy = { Version: "1.1", Statement: [${statement}, ${statement}] };`;
    expect(() => messagesOn(code)).not.toThrow();
  });

  it("may be many", () => {
    const code = `const a0 = ["ims:images:list"];\n${doubled(3_000, (name) => `[...${name}]`)}\nexport const policy = { Version: "1.1", Statement: [{ Effect: "Allow", Action: a3000 }] };`;
    expect(() => messagesOn(code)).not.toThrow();
  });
});
