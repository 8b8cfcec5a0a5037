import { Ajv, type AnySchema, type ValidateFunction } from "ajv";
import { Linter } from "eslint";
import fc from "fast-check";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import plugin from "../../../src/index.js";
import { clouds, type Cloud } from "../../../src/catalog/format.js";
import { policySchema } from "../../../tools/completion/policy-schema.js";
import { jsonForm, yamlForm, type Schema } from "../../../tools/completion/schema.js";
import { vocabularyOf } from "../../../tools/completion/vocabulary.js";

const vocabularies = Object.fromEntries(clouds.map((cloud) => [cloud, vocabularyOf(cloud)])) as Record<
  Cloud,
  ReturnType<typeof vocabularyOf>
>;
const forms = { JSON: jsonForm, YAML: yamlForm };
const cases = clouds.flatMap((cloud) =>
  (["JSON", "YAML"] as const).map((form) => ({ cloud, form, schema: policySchema(vocabularies[cloud], forms[form]) })),
);

/** The servers' own keywords are no part of the standard. */
function compiled(schema: Schema): ValidateFunction {
  return new Ajv({ strict: false, inlineRefs: false, allErrors: true }).compile(schema as AnySchema);
}

function validatorOf(schema: Schema): (policy: unknown) => boolean {
  const validate = compiled(schema);
  return (policy) => validate(policy);
}

function policyWith(...actions: readonly string[]): unknown {
  return { Version: "1.1", Statement: [{ Effect: "Allow", Action: actions }] };
}

describe.each(cases)("the schema of $cloud for $form", ({ cloud, schema }) => {
  const isValid = validatorOf(schema);
  const names = vocabularies[cloud].services.flatMap(({ service }) =>
    [...service.actions.values()].flatMap((action) => action.spellings),
  );

  it("takes every name of the catalogue, in any case", () => {
    for (const name of names) {
      expect([name, isValid(policyWith(name)), isValid(policyWith(name.toUpperCase()))]).toEqual([name, true, true]);
    }
  });

  it("offers the known names of version 5.0, and takes any other", () => {
    const { identityActions } = vocabularies[cloud];
    const offered = offersIn(schema);
    expect(identityActions.map(({ name }) => name).filter((name) => !offered.has(name))).toEqual([]);
    expect(identityActions.map(({ name }) => name)).toContain("sts:agencies:assume");
    const others = ["*", "ecs:*", "toy:boxes:open", "vpc:publicIps:create", "sts::tag?ession", "ims:images:lst"];
    for (const Action of [...identityActions.map(({ name }) => name), ...others].flatMap((name) => [name, [name]])) {
      expect([Action, isValid({ Version: "5.0", Statement: [{ Effect: "Allow", Action }] })]).toEqual([Action, true]);
    }
  });

  it("says of a name of version 5.0 what version 1.1 calls it", () => {
    const offers = offersIn(schema);
    expect(offers.get("eip:publicIps:associateInstance")).toBe("In version 1.1: `vpc:publicIps:update`.");
    expect(offers.get("iam:policies:createV5")).toBe("Version 1.1 has no name for it.");
    expect(offers.get("sts:agencies:assume")).toBe("An action of identity policies.");
  });

  it("refuses a misspelt name of a service whose table is complete", () => {
    expect(isValid(policyWith("ims:images:list"))).toBe(true);
    expect(isValid(policyWith("ims:images:lst"))).toBe(false);
  });

  it.each([
    "*:*:*",
    "ims:*:get*",
    "IMS:*:*",
    "no-such-service:a:b",
    "ims:images:list:all",
    "swr::createLoginSecret",
    "${service}:a:b",
    "<service>:*:*",
    "...",
  ])("lets %s be", (action) => expect(isValid(policyWith(action))).toBe(true));

  it.each(["*", "ims:*", "ims:images", ""])("refuses %j, which has fewer than three parts", (action) =>
    expect(isValid(policyWith(action))).toBe(false),
  );

  it("has one message for a name of another form", () => {
    const validate = compiled(schema);
    expect(validate(policyWith("ims:images:list "))).toBe(false);
    expect(validate.errors?.filter(({ keyword }) => keyword === "pattern")).toHaveLength(1);
  });

  it("refuses no more actions than the rules", () => {
    const letter = fc.constantFrom("a", "e", "i", "l", "s", "t", ":");
    const misspelt = fc
      .tuple(fc.constantFrom(...names), fc.nat(40), fc.constantFrom(0, 1), fc.constantFrom("", "s"), letter)
      .map(([name, at, left, more, other]) => `${name.slice(0, at)}${more || other}${name.slice(at + left)}`);
    fc.assert(
      fc.property(misspelt, (name) => {
        // Beside an action of three parts: with two alone, a policy is taken for one of AWS.
        const policy = policyWith("ims:images:list", name);
        if (!isValid(policy)) {
          expect(findingsIn(policy, cloud), name).not.toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });
});

function findingsIn(policy: unknown, cloud: Cloud): readonly string[] {
  const messages = new Linter().verify(
    JSON.stringify(policy),
    [{ ...plugin.configs["recommended-json"], files: ["**/*.json"], settings: { "huaweicloud-iam": { cloud } } }],
    "policy.json",
  );
  return messages.map(({ ruleId, message }) => ruleId ?? message);
}

const isValidOnOtc = validatorOf(policySchema(vocabularies.otc, jsonForm));

/** The files of the example whose mistake is one that a schema can see: of the shape, or of a single name. */
const seen = ["joined-actions", "refused-shape", "unknown-action"];

describe("the policies of examples/quickstart", () => {
  const folder = new URL("../../../examples/quickstart/iam/", import.meta.url);
  const policiesIn = (path: string) =>
    readdirSync(new URL(path, folder))
      .filter((file) => file.endsWith(".json") && !file.endsWith(".tf.json"))
      .map(
        (file) =>
          [file.replace(".json", ""), JSON.parse(readFileSync(new URL(`${path}/${file}`, folder), "utf8"))] as const,
      );

  it.each(policiesIn("correct"))("takes the correct %s", (_, policy) => expect(isValidOnOtc(policy)).toBe(true));

  it("refuses what it can see", () => {
    const refused = policiesIn("mistakes").filter(([, policy]) => !isValidOnOtc(policy));
    expect(refused.map(([name]) => name)).toEqual(seen);
  });
});

describe("other shapes", () => {
  const statement = { Effect: "Allow", Action: ["ims:images:list"] };
  const custom = (more: object) => ({ Version: "1.1", Statement: [{ ...statement, ...more }] });

  it.each([
    ["the body of the API", { role: { display_name: "reader", type: "XA", policy: custom({}) } }],
    ["an agency's resource", custom({ Resource: { uri: ["/iam/agencies/1"] } })],
    [
      "a condition",
      custom({ Condition: { StringEqualsIfExists: { "g:UserName": ["a"] }, streq: { "obs:prefix": ["a"] } } }),
    ],
    ["an effect that is still to be filled in", custom({ Effect: "${effect}" })],
    ["an empty Depends", { ...custom({}), Depends: [] }],
    [
      "an identity policy",
      {
        Version: "5.0",
        Statement: [{ Sid: "a", Effect: "Allow", Action: ["a::b"], Condition: { Bool: { "g:MFAPresent": "true" } } }],
      },
    ],
    [
      "a trust policy",
      {
        Version: "5.0",
        Statement: [{ Effect: "Allow", Principal: { Service: ["service.APIG"] }, Action: ["sts:agencies:assume"] }],
      },
    ],
  ])("takes %s", (_, policy) => expect(isValidOnOtc(policy)).toBe(true));

  it.each([
    ["a misspelt action in the body of the API", { role: { policy: policyWith("ims:images:lst") } }],
    ["another version", { ...custom({}), Version: "1.0" }],
    ["a version that is no text", { ...custom({}), Version: 1.1 }],
    ["a lone statement", { Version: "1.1", Statement: statement }],
    ["a lone action", custom({ Action: "ims:images:list" })],
    ["both lists of actions", custom({ NotAction: ["ims:images:get"] })],
    ["no action", { Version: "1.1", Statement: [{ Effect: "Allow" }] }],
    ["a misspelt effect", custom({ Effect: "allow" })],
    ["a key of AWS", custom({ Sid: "a" })],
    ["a lone value of a condition", custom({ Condition: { Bool: { "g:MFAPresent": "true" } } })],
    ["a misspelt key of an identity policy", { Version: "5.0", Statement: [{ Efect: "Allow" }] }],
  ])("refuses %s", (_, policy) => expect(isValidOnOtc(policy)).toBe(false));

  it("refuses operators where a table says which there are", () => {
    const policy = custom({ Condition: { StringEqual: { "g:UserName": ["a"] } } });
    expect(isValidOnOtc(policy)).toBe(true);
    expect(validatorOf(policySchema(vocabularies.huaweicloud, jsonForm))(policy)).toBe(false);
  });
});

describe.each(cases)("messages for $cloud in $form", ({ schema }) => {
  const all = [...schemasIn(schema)];

  it("are short", () => {
    const messages = all.flatMap(({ errorMessage }) => (typeof errorMessage === "string" ? [errorMessage] : []));
    expect(messages.length).toBeGreaterThan(5);
    expect(messages.filter((message) => message.length > 100)).toEqual([]);
  });

  it("list no names: a long enum fails with a text of its own, or beside what holds for everything", () => {
    const openEnums = all
      .filter(({ anyOf }) => Array.isArray(anyOf) && JSON.stringify(anyOf.at(-1)) === "{}")
      .flatMap(({ anyOf }) => anyOf as readonly Schema[]);
    const loose = all.filter(
      (one) =>
        Array.isArray(one["enum"]) &&
        one["enum"].length > 2 &&
        one["errorMessage"] === undefined &&
        !openEnums.includes(one),
    );
    expect(loose).toEqual([]);
  });

  it("show no regular expression but one that people can read", () => {
    const patterns = all.flatMap(
      ({ else: other }) => ((other as Schema | undefined)?.["pattern"] as string | undefined) ?? [],
    );
    expect(patterns.length).toBeGreaterThan(1);
    expect(patterns.filter((pattern) => pattern.length > 110)).toEqual([]);
  });
});

/** The text beside each name that a list offers. */
function offersIn(schema: Schema): ReadonlyMap<string, string> {
  const lists = [...schemasIn(schema)].map((part) => [part["enum"], part["markdownEnumDescriptions"]] as const);
  return new Map(
    lists.flatMap(([names, texts]) =>
      Array.isArray(names) && Array.isArray(texts)
        ? names.map((name, index): [string, string] => [String(name), String(texts[index])])
        : [],
    ),
  );
}

function* schemasIn(value: unknown): Generator<Schema> {
  if (Array.isArray(value)) {
    for (const one of value) {
      yield* schemasIn(one);
    }
  } else if (typeof value === "object" && value !== null) {
    yield value as Schema;
    for (const one of Object.values(value)) {
      yield* schemasIn(one);
    }
  }
}
