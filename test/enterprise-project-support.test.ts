import json from "@eslint/json";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import { clouds, type Cloud, type PermissionRow } from "../src/catalog/format.js";
import { nameOf } from "../src/catalog/service.js";
import { readIndex, readService } from "../src/catalog/store.js";
import plugin from "../src/index.js";

const rule = "huaweicloud-iam/require-enterprise-project-support";

/** The rows of each action of a cloud that its own service documents. */
function rowsByAction(cloud: Cloud): ReadonlyMap<string, readonly PermissionRow[]> {
  const found = new Map<string, PermissionRow[]>();
  for (const service of Object.keys(readIndex().services[cloud] ?? {})) {
    for (const row of readService(cloud, service).rows) {
      for (const name of row.actions.map(nameOf).filter((one) => isOf(service, one))) {
        found.set(name, [...(found.get(name) ?? []), row]);
      }
    }
  }
  return found;
}

function isOf(service: string, name: string): boolean {
  return !name.includes("*") && name.toLowerCase().startsWith(`${service}:`);
}

/** The actions that the rule reports on an enterprise project, by the text that each finding underlines. */
function reported(cloud: Cloud, names: readonly string[]): string[] {
  const lines = names.map((name) => JSON.stringify(name));
  const policy = `{"Version":"1.1","Statement":[{"Effect":"Allow","Action":[\n${lines.join(",\n")}\n]}]}`;
  const messages = new Linter().verify(policy, {
    plugins: { json: json, "huaweicloud-iam": plugin },
    language: "json/json",
    rules: { [rule]: "error" },
    settings: { "huaweicloud-iam": { cloud, scope: "enterprise-project" } },
  });
  return messages.map(({ line }) => names[line - 2] ?? "");
}

describe.each(clouds)("on %s, of all documented actions", (cloud) => {
  const rows = rowsByAction(cloud);
  const marksOf = (name: string) => new Set(rows.get(name)?.flatMap(({ enterpriseProject = [] }) => enterpriseProject));
  const names = [...rows.keys()];
  const onIamProjectsOnly = names.filter((name) => marksOf(name).has(false) && !marksOf(name).has(true));

  it("those that support IAM projects only are reported on an enterprise project, and no others", () => {
    expect(onIamProjectsOnly.length).toBeGreaterThan(0);
    expect(reported(cloud, names)).toEqual(onIamProjectsOnly);
  });
});
