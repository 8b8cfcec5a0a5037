import * as typescriptParser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../src/index.js";
import { hosts } from "./hosts-table.js";

/**
 * Names that every object of JavaScript has, such as "constructor": in a policy they are names like all others. What is
 * reported of them is what is reported of words that mean nothing, in the same places.
 */
const names = Object.getOwnPropertyNames(Object.prototype);

/** A word of the same letters' kinds that means nothing. */
function stranger(name: string): string {
  return name.replace(/[a-z]/gu, (letter) => String.fromCharCode(((letter.charCodeAt(0) - 97 + 13) % 26) + 97));
}

/** Policies in which a name stands in one place each. */
const places: Readonly<Record<string, (name: string) => string>> = {
  service: (name) => policy(`"Action": ["${name}:images:list", "${name}:*:*"]`),
  "resource type": (name) => policy(`"Action": ["ims:${name}:list", "ims:${name}:*"]`),
  operation: (name) => policy(`"Action": ["ims:images:${name}", "ims:images:${name}*"]`),
  action: (name) => policy(`"Action": ["${name}:${name}:${name}", "${name}"]`),
  "glued actions": (name) => policy(`"Action": ["ims:images:get${name}:images:list"]`),
  effect: (name) => policy('"Action": ["ims:images:list"]', name),
  version: (name) => policy('"Action": ["ims:images:list"]').replace('"1.1"', `"${name}"`),
  "key of the policy": (name) => policy('"Action": ["ims:images:list"]').replace("{", `{ "${name}": 1,`),
  "key of a statement": (name) => policy(`"Action": ["ims:images:list"], "${name}": ["ims:images:get"]`),
  "condition operator": (name) => condition(`{ "${name}": { "g:UserName": ["me"] } }`),
  "condition operator's prefix": (name) => condition(`{ "${name}:StringEquals": { "g:UserName": ["me"] } }`),
  "condition key": (name) => condition(`{ "StringEquals": { "${name}": ["me"], "g:${name}": ["me"] } }`),
  "condition key's service": (name) => condition(`{ "Bool": { "${name}:SourceIp": ["me"] } }`),
  "resource's service": (name) => resource(`["${name}:*:*:bucket:pictures"]`),
  "resource's type": (name) => resource(`["obs:*:*:${name}:pictures", "OBS:*:*:${name}"]`),
  "resource's region": (name) => resource(`["obs:${name}:*:bucket:${name}"]`),
  "key of the resource": (name) => resource(`{ "${name}": ["/iam/agencies/*"] }`),
  "key of a role": (name) =>
    `{ "role": { "${name}": 1, "display_name": "${name}", "type": "${name}", "policy": ${policy('"Action": ["ims:images:lst"]')} } }`,
  "key of a grant": (name) =>
    `{ "role_assignments": [{ "${name}": 1, "role_id": "${name}", "enterprise_project_id": "${name}" }] }`,
  "resource type of Terraform": (name) =>
    `{ "resource": { "${name}": { "${name}": {} }, "huaweicloud_${name}": { "${name}": { "policy": "{}" } } } }`,
};

describe.each(Object.entries(places))("as a %s", (_, write) => {
  it.each(names)("%s is a word like any other", (name) => {
    // In a program, a key of this name says what the prototype is, which is no part of the JSON.
    const hostNames = name === "__proto__" ? ["JSON"] : ["JSON", "JSON.stringify"];
    for (const host of hosts.filter((one) => hostNames.includes(one.name))) {
      expect(withoutName(findings(host.write(write(name)), host.config), name)).toEqual(
        withoutName(findings(host.write(write(stranger(name))), host.config), stranger(name)),
      );
    }
  });
});

it("the places are such as something is reported in", () => {
  const silent = Object.entries(places).filter(
    ([, write]) => findings(write("constructor"), hosts[0]?.config ?? {}).length === 0,
  );
  expect(silent.map(([place]) => place)).toEqual(["glued actions", "key of a grant", "resource type of Terraform"]);
});

it.each(names)("%s is not a setting", (name) => {
  const settings = { "huaweicloud-iam": JSON.parse(`{ "${name}": "otc" }`) as unknown };
  const config = { ...hosts[0]?.config, settings };
  expect(() => findings(policy('"Action": ["ims:images:list"]'), config)).toThrow(`"${name}" is not a setting.`);
});

describe("in a module", () => {
  it.each(names)("%s is a name like any other", (name) => {
    const found = withoutName(findings(moduleWith(name), module), name);
    expect(found).toEqual(withoutName(findings(moduleWith(stranger(name)), module), stranger(name)));
    expect(found.length).toBeGreaterThan(0);
  });
});

const module: Linter.Config = { languageOptions: { parser: typescriptParser } };

/** Constants, classes and members by a name, of each library that carries policies and of none. */
function moduleWith(name: string): string {
  return `// huaweicloud-iam ${name}: ${name}
import * as sdk from "@huaweicloud/huaweicloud-sdk-iam/v3/public-api.js";
import { ServiceStatementEffectEnum, ServiceStatement, ServicePolicy } from "@huaweicloud/huaweicloud-sdk-iam";
import * as huaweicloud from "@huaweicloudos/pulumi";
import * as otc from "@cdktf/provider-opentelekomcloud";
const constants = { Effect: "Allow" };
new sdk.${name}().with${name}({ policy: {} });
sdk.${name}.${name};
new huaweicloud.iam.${name}("${name}", { policy: "{}" });
new otc.${name}.${name}(this, "${name}", { statement: [{ ${name === "__proto__" ? "x" : name}: "Allow", effect: constants.${name} }] });
export const policy = new ServicePolicy("1.1", [
  new ServiceStatement(["ims:images:lst"], ServiceStatementEffectEnum.${name}),
  new ServiceStatement(["ims:images:lst"], sdk.${name}.ALLOW),
  new ServiceStatement(["ims:images:lst"], sdk.${name}.${name}),
  new ServiceStatement([sdk.${name}], ServiceStatementEffectEnum.ALLOW),
]);
export const other = { Version: "1.1", Statement: [{ Effect: constants.${name}, Action: ["ims:images:lst", constants.${name}] }] };
`;
}

function policy(parts: string, effect = "Allow"): string {
  return `{ "Version": "1.1", "Statement": [{ "Effect": "${effect}", ${parts} }] }`;
}

function condition(text: string): string {
  return policy(`"Action": ["ims:images:list", "obs:bucket:HeadBucket"], "Condition": ${text}`);
}

function resource(text: string): string {
  return policy(`"Action": ["obs:bucket:HeadBucket"], "Resource": ${text}`);
}

/** What the strictest configuration says, in the order of the file. */
function findings(text: string, config: Linter.Config): readonly string[] {
  const { rules = {}, plugins } = plugin.configs.strict;
  const messages = new Linter().verify(text, [{ ...config, plugins: { ...config.plugins, ...plugins }, rules }]);
  return messages.map(
    ({ ruleId, message, line, column, endColumn }) =>
      `${line}:${column}-${endColumn ?? 0} ${ruleId ?? "parser"}: ${message}`,
  );
}

function withoutName(texts: readonly string[], name: string): readonly string[] {
  return texts.map((text) => text.replaceAll(name, "<name>").replaceAll(name.toLowerCase(), "<name>"));
}
