import type { Cloud } from "../catalog/format.js";
import type { LevelPolicy } from "./smallest-policies.js";
import type { PolicySource } from "./verb.js";

export const formats = ["json", "hcl", "cdktf"] as const;
export type Format = (typeof formats)[number];

/** A policy with the name that its role has. */
export interface NamedPolicy extends LevelPolicy {
  readonly name: string;
}

/** A custom policy as the cloud takes it. */
export interface PolicyJson {
  readonly Version: "1.1";
  readonly Statement: readonly [{ readonly Effect: "Allow"; readonly Action: readonly string[] }];
}

export function policyJson({ actions }: LevelPolicy): PolicyJson {
  return { Version: "1.1", Statement: [{ Effect: "Allow", Action: actions }] };
}

/**
 * Policies as text.
 *
 * @param sources what the project says takes policies, for its programs
 */
export function write(
  format: Format,
  policies: readonly NamedPolicy[],
  cloud: Cloud,
  sources: readonly PolicySource[] = [],
): string {
  switch (format) {
    case "json":
      return writeJson(policies.map(policyJson));
    case "hcl":
      return `${cloudComment("#", cloud)}${policies.map((policy) => writeHcl(policy, cloud)).join("\n")}`;
    case "cdktf":
      return writeProgram(policies, cloud, sources);
  }
}

/** One policy as it is, several as a list. */
function writeJson(policies: readonly PolicyJson[]): string {
  const [first, ...others] = policies;
  return `${JSON.stringify(others.length === 0 ? first : policies, null, 2)}\n`;
}

/** Swiss OTC is managed with the provider of Open Telekom Cloud. */
function cloudComment(mark: "#" | "//", cloud: Cloud): string {
  return cloud === "otc-swiss" ? `${mark} huaweicloud-iam cloud: ${cloud}\n\n` : "";
}

function writeHcl({ name, level, actions }: NamedPolicy, cloud: Cloud): string {
  const [label, text] = [labelOf(name), hclText(name)];
  const list = (indent: string) => actions.map((action) => `${indent}  "${action}",\n`).join("");
  return cloud === "huaweicloud"
    ? [
        `resource "huaweicloud_identity_role" "${label}" {\n`,
        `  name        = ${text}\n`,
        `  description = "${descriptionOf(level)}"\n`,
        `  type        = "${typeOf(level)}"\n`,
        `  policy = jsonencode({\n    Version = "1.1"\n    Statement = [\n      {\n        Effect = "Allow"\n        Action = [\n`,
        list("        "),
        `        ]\n      },\n    ]\n  })\n}\n`,
      ].join("")
    : [
        `resource "opentelekomcloud_identity_role_v3" "${label}" {\n`,
        `  display_name  = ${text}\n`,
        `  description   = "${descriptionOf(level)}"\n`,
        `  display_layer = "${layerOf(level)}"\n\n`,
        `  statement {\n    effect = "Allow"\n    action = [\n`,
        list("    "),
        `    ]\n  }\n}\n`,
      ].join("");
}

/** What the language takes for the name of a resource: letters, digits and underscores, and no digit at the start. */
function labelOf(name: string): string {
  return name.replace(/[^\p{L}\p{N}_]+/gu, "_").replace(/^(?=\p{N})/u, "_");
}

/** JSON's escapes are HCL's as well. HCL has templates besides. */
function hclText(text: string): string {
  return JSON.stringify(text).replace(/[$%](?=\{)/gu, "$&$&");
}

function writeProgram(policies: readonly NamedPolicy[], cloud: Cloud, sources: readonly PolicySource[]): string {
  const source = ownFunction(sources);
  return source
    ? `${cloudComment("//", cloud)}${importOf(source)}${policies.map((policy) => callOf(source, policy)).join("\n")}`
    : writeClasses(policies, cloud);
}

type OwnFunction = Extract<PolicySource, { function: string }>;

/** The project's own function that takes policies, or else statements or actions, as its first argument. */
export function ownFunction(sources: readonly PolicySource[]): OwnFunction | undefined {
  const functions = sources.filter((source) => "function" in source).filter(({ argument = 0 }) => argument === 0);
  return (["policy", "statement", "actions"] as const)
    .map((content) => functions.find(({ holds = "policy" }) => holds === content))
    .find((source) => source !== undefined);
}

function importOf({ function: name, module }: OwnFunction): string {
  return module === undefined ? "" : `import { ${name} } from ${JSON.stringify(module)};\n\n`;
}

function callOf({ function: name, holds = "policy" }: OwnFunction, policy: NamedPolicy): string {
  const document = policyJson(policy);
  const argument = { policy: document, statement: document.Statement[0], actions: policy.actions }[holds];
  const called = /^\p{Lu}/u.test(name) ? `new ${name}` : name;
  return `// ${descriptionOf(policy.level)}.\n${called}(${asProgram(argument)});\n`;
}

function writeClasses(policies: readonly NamedPolicy[], cloud: Cloud): string {
  const isHuawei = cloud === "huaweicloud";
  const [provider, resource, className] = isHuawei
    ? ["huaweicloud", "identity-role", "IdentityRole"]
    : ["opentelekomcloud", "identity-role-v3", "IdentityRoleV3"];
  const head = [
    cloudComment("//", cloud),
    `import { Construct } from "constructs";\n`,
    `import { ${className} } from "./.gen/providers/${provider}/${resource}";\n\n`,
    "export function addRoles(scope: Construct): void {\n",
  ].join("");
  const body = policies.map((policy) => {
    const { level, actions } = policy;
    const name = JSON.stringify(policy.name);
    const id = JSON.stringify(policy.name.replace(/\s+/gu, "-")); // CDK for Terraform refuses blanks in it.
    const properties = isHuawei
      ? `    name: ${name},\n    description: "${descriptionOf(level)}",\n    type: "${typeOf(level)}",\n    policy: JSON.stringify(${asProgram(policyJson(policy), "    ")}),\n`
      : `    displayName: ${name},\n    description: "${descriptionOf(level)}",\n    displayLayer: "${layerOf(level)}",\n    statement: [{ effect: "Allow", action: ${asProgram(actions, "    ")} }],\n`;
    return `  new ${className}(scope, ${id}, {\n${properties}  });\n`;
  });
  return `${head}${body.join("")}}\n`;
}

/** A value as an expression of a program. */
function asProgram(value: object, indent = ""): string {
  return JSON.stringify(value, null, 2)
    .replace(/^(?<blanks>\s*)"(?<key>\w+)":/gmu, "$<blanks>$<key>:")
    .replace(/(?<=["\]}])$/gmu, ",")
    .replace(/,$/u, "")
    .replaceAll("\n", `\n${indent}`);
}

/** The role's type: AX is global, XA for the projects of a region. */
export function typeOf(level: LevelPolicy["level"]): string {
  return level === "global" ? "AX" : "XA";
}

function layerOf(level: LevelPolicy["level"]): string {
  return level === "global" ? "domain" : "project";
}

function descriptionOf(level: LevelPolicy["level"]): string {
  return level === "global" ? "For global services" : "For the projects of a region";
}
