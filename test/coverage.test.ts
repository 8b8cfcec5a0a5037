import json from "@eslint/json";
import { Linter } from "eslint";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { catalogOf } from "../src/catalog/catalog.js";
import { clouds, type Cloud } from "../src/catalog/format.js";
import { readIndex, readService } from "../src/catalog/store.js";
import plugin from "../src/index.js";
import { parsePattern } from "../src/policy/pattern.js";

/** What the catalogue's coverage makes of names that no table has, held against the catalogue itself. */
const linter = new Linter();

/** The reports of no-unknown-action on a policy that allows one action. */
function reportsOn(action: string, settings: { readonly cloud?: Cloud } = {}): string[] {
  const policy = { Version: "1.1", Statement: [{ Effect: "Allow", Action: [action] }] };
  const messages = linter.verify(JSON.stringify(policy), {
    plugins: { json, "huaweicloud-iam": plugin },
    language: "json/json",
    rules: { "huaweicloud-iam/no-unknown-action": "error" },
    settings: { "huaweicloud-iam": settings },
  });
  return messages.map(({ message }) => message);
}

/** What a person who guesses might write. Some exist in some service, where they are left out. */
const inventedVerbs = ["remove", "erase", "fetch", "lst", "purge", "modifyAll", "read"];

/** The share of invented names, on the resource types that a cloud's tables have, that are reported for that cloud. */
function reportedShare(cloud: Cloud): number {
  const names = resourceTypes(cloud).flatMap((type) => {
    const invented = inventedVerbs.map((verb) => `${type}:${verb}`);
    return invented.filter((name) => !exists(name)).slice(0, 5);
  });
  expect(names.length).toBeGreaterThan(300);
  return names.filter((name) => reportsOn(name, { cloud }).length > 0).length / names.length;
}

/** `service:resourceType` of all actions with a permission row. */
function resourceTypes(cloud: Cloud): readonly string[] {
  const catalog = catalogOf(cloud);
  const types = catalog
    .serviceNames()
    .flatMap((name) =>
      [...(catalog.service(name)?.actions.values() ?? [])]
        .filter(({ facts }) => facts.some(({ evidence }) => evidence === "table"))
        .map(({ pattern }) => `${name}:${pattern.resourceType}`),
    );
  return [...new Set(types)];
}

function exists(name: string): boolean {
  const pattern = parsePattern(name);
  return pattern !== undefined && catalogOf(undefined).isDocumented(pattern);
}

describe("an invented verb on a real resource type", () => {
  it.each([
    ["otc", 0.9],
    ["otc-swiss", 0.9],
  ] as const)("is reported for %s, in at least %d of the cases", (cloud, share) => {
    expect(reportedShare(cloud)).toBeGreaterThanOrEqual(share);
  });

  it.each(["ims:images:remove", "ims:serverImages:delete", "ims:imgs:list", "ims:images:get*All"])(
    "of IMS is certain, whatever the settings: %s",
    (action) => {
      for (const settings of [{}, ...clouds.map((cloud) => ({ cloud }))]) {
        expect(reportsOn(action, settings)).toEqual([expect.not.stringContaining("probably")]);
      }
    },
  );

  it("is probable where the evidence is thin", () => {
    expect(reportsOn("ecs:servers:remove", { cloud: "otc" })).toEqual([
      expect.stringContaining("is probably not an action of ECS on Open Telekom Cloud"),
    ]);
  });

  it("is no name of another service if a third one has the resource type in any cloud", () => {
    expect(reportsOn("ecs:jobs:get", { cloud: "otc" })).toEqual([expect.not.stringContaining("dli:jobs:get")]);
    expect(reportsOn("ims:dedicatedHosts:get", { cloud: "otc" })).toEqual([expect.stringContaining("Did you mean")]);
  });

  it("is left alone on a resource type of which the tables lack actions", () => {
    expect(reportsOn("ecs:cloudServers:remove", { cloud: "otc" })).toEqual([]);
  });
});

describe("a cloud without a table of a service", () => {
  it.each(["cbr:backups:checkAgent", "dds:instance:remove", "deh:dedicatedHosts:remove", "eps:quotas:list"])(
    "gives no verdict on %s if no cloud is set",
    (action) => {
      expect(reportsOn(action)).toEqual([]);
      expect(reportsOn(action, { cloud: "otc" })).toHaveLength(1);
    },
  );

  it("is not named where a near miss is reported", () => {
    expect(reportsOn("cbr:vaults:lisst")).toEqual([expect.not.stringContaining("Huawei Cloud")]);
  });
});

describe("the tables of a cloud that keeps its pages up to date", () => {
  it.each(["otc", "otc-swiss"] as const)("list at least nine in ten of the names in use: %s", (cloud) => {
    const tabled = Object.values(readIndex().services[cloud] ?? {}).filter(
      ({ coverage }) => coverage.verdict !== "mentioned",
    );
    const used = tabled.reduce((sum, { coverage }) => sum + coverage.used, 0);
    const missing = tabled.reduce((sum, { coverage }) => sum + coverage.missing, 0);
    expect(missing / used).toBeLessThanOrEqual(0.1);
  });
});

describe("a name that the cloud itself uses", () => {
  const names = clouds.flatMap((cloud) =>
    Object.keys(readIndex().services[cloud] ?? {}).flatMap((service) =>
      readService(cloud, service).withoutRow.map(({ name }) => ({ cloud, name })),
    ),
  );

  it("is known, although no table has it", () => {
    const reported = names.filter(({ cloud, name }) => [...reportsOn(name), ...reportsOn(name, { cloud })].length > 0);
    expect(names.length).toBeGreaterThan(400);
    expect(reported).toEqual([]);
  });

  it("is known if an official example has it, but for the one that is misspelt", () => {
    const [, ...lines] = readFileSync("tools/fetch-corpus/example-actions.tsv", "utf8").trim().split("\n");
    const reported = lines
      .map((line) => line.split("\t") as [Cloud, string])
      .filter(([cloud, name]) => [...reportsOn(name), ...reportsOn(name, { cloud })].length > 0);
    expect(new Set(reported.map(([, name]) => name))).toEqual(new Set(["funcitongraph:function:getCode"]));
  });

  it.each(["vpc:vpns:*", "vpc:lbaas:*", "dns:ptrrecord:*", "tms:predefine_tag:*"])(
    "is left alone if it is a system policy's pattern: %s",
    (pattern) => {
      for (const settings of [{}, ...clouds.map((cloud) => ({ cloud }))]) {
        expect(reportsOn(pattern, settings)).toEqual([]);
      }
    },
  );
});
