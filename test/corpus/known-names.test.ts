import json from "@eslint/json";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import type { Cloud } from "../../src/catalog/format.js";
import plugin from "../../src/index.js";
import { exampleActions, hasCorpus } from "./files.js";

const linter = new Linter();

/** What the recommended rules say of a policy that allows an action, without a cloud and with one. */
function reportsOn(action: string, cloud: Cloud): string[] {
  const text = JSON.stringify({ Version: "1.1", Statement: [{ Effect: "Allow", Action: [action] }] });
  const messages = [{}, { cloud }].flatMap((settings) =>
    linter.verify(text, {
      plugins: { json: json, "huaweicloud-iam": plugin },
      language: "json/json",
      rules: { "huaweicloud-iam/no-unknown-action": "error" },
      settings: { "huaweicloud-iam": settings },
    }),
  );
  return messages.map(({ message }) => message);
}

describe("names that exist and look like mistakes", () => {
  // Consoles and the clouds' own drivers use them, and no table has them; the spelling of the first is documented.
  it.each([
    "as:acivityLogs:list",
    "obs:bucket:ListAllMybuckets",
    "dns:recordSet:list",
    "evs:recycle_policy:get",
    "evs:backups:get",
    "ecs:recycleBin:get",
    "ecs:cloudServers:getAutoRecovery",
    "vpc:addressGroups:get",
    "vpc:firewalls:get",
    "vpc:subNetworkInterfaces:get",
    "ces:siteMonitorRule:create",
    "swr:namespace:auth:get",
  ])("are left alone: %s", (action) => {
    expect(reportsOn(action, "huaweicloud")).toEqual([]);
  });
});

describe.skipIf(!hasCorpus)("the actions of the official example policies, from the corpus beside the checkout", () => {
  it("are known, but for the one that is misspelt", () => {
    const reported = exampleActions().filter(({ cloud, action }) => reportsOn(action, cloud).length > 0);
    expect(new Set(reported.map(({ action }) => action))).toEqual(new Set(["funcitongraph:function:getCode"]));
  });
});
