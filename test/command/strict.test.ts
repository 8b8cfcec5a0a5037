import * as parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import { rowsOf } from "../../src/catalog/apis.js";
import { catalogOf, publishedTables } from "../../src/catalog/catalog.js";
import { clouds, type Cloud } from "../../src/catalog/format.js";
import { write, type Format } from "../../src/command/formats.js";
import { smallestPolicies, type SmallestPolicies, type Wanted } from "../../src/command/smallest-policies.js";
import plugin from "../../src/index.js";

const files: Readonly<Record<Format, string>> = { json: "policy.json", hcl: "roles.tf", cdktf: "roles.ts" };
const configs: Readonly<Record<Format, Linter.Config>> = {
  json: plugin.configs["strict-json"],
  hcl: plugin.configs["strict-terraform"],
  cdktf: { files: ["**/*.ts"], languageOptions: { parser }, ...plugin.configs.strict },
};

/** What the strict configuration says of the policies for some APIs and actions, where their system roles are granted. */
function findingsFor(cloud: Cloud, all: readonly Wanted[], format: Format): readonly string[] {
  // Many APIs need the same.
  const distinct = new Map(
    all.map((wanted) => {
      const result = smallestPolicies(publishedTables, cloud, wanted);
      return [JSON.stringify([result.policies, result.companionRoles]), { wanted, result }];
    }),
  );
  return [...distinct.values()].flatMap(({ wanted, result }) => {
    const findings = lint(result, format).map((finding) => `${JSON.stringify(wanted)}: ${finding}`);
    // What lets its holders extend their own permissions is printed for those only who insist.
    return result.escalations.length > 0
      ? findings.filter((one) => !one.includes("no-privilege-escalation"))
      : findings;
  });
}

function lint({ cloud, policies, companionRoles }: SmallestPolicies, format: Format): readonly string[] {
  const named = policies.map((policy) => ({ ...policy, name: `role-${policy.level}` }));
  const setting = {
    companionRoles: companionRoles.flatMap(({ anyOf }) => anyOf),
    ...(format === "json" ? { cloud } : {}),
  };
  const settings = { "huaweicloud-iam": setting };
  const config = [{ files: ["**/*.*"], ...configs[format], settings }];
  return new Linter()
    .verify(write(format, named, cloud), config, files[format])
    .map(({ ruleId, message }) => `${ruleId ?? "parser"}: ${message}`);
}

describe.each(clouds)("the policies for everything in the tables of %s", (cloud) => {
  const apis = [...new Set(rowsOf(publishedTables, cloud).rows.flatMap(({ row }) => row.apis))]
    .map((api) => ({ apis: [api], actions: [] }))
    .filter((wanted) => smallestPolicies(publishedTables, cloud, wanted).policies.length > 0);
  const catalog = catalogOf(cloud);
  const actions = catalog
    .serviceNames()
    .flatMap((service) => [...(catalog.service(service)?.actions.values() ?? [])])
    .map(({ name }) => ({ apis: [], actions: [name] }));

  it.each(["json", "hcl", "cdktf"] as const)("pass the strict configuration for every API, as %s", (format) => {
    expect(apis.length).toBeGreaterThan(300);
    expect(findingsFor(cloud, apis, format)).toEqual([]);
  });

  it("pass the strict configuration for every action", () => {
    expect(actions.length).toBeGreaterThan(300);
    expect(findingsFor(cloud, actions, "json")).toEqual([]);
  });

  it("pass the strict configuration for many APIs together", () => {
    const together = chunks(apis, 5).map((some) => ({ apis: some.flatMap((wanted) => wanted.apis), actions: [] }));
    expect(findingsFor(cloud, together, "json")).toEqual([]);
  });
});

function chunks<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}
