import json from "@eslint/json";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import { escalations } from "../src/checks/escalation/escalation-actions.js";
import { nameOf } from "../src/catalog/service.js";
import { readIndex, readService } from "../src/catalog/store.js";
import { clouds, type Cloud } from "../src/catalog/format.js";
import plugin from "../src/index.js";
import { corpusPolicies, hasCorpus } from "./corpus/files.js";
import { lintOurPolicies } from "./corpus/lint-policies.js";
import { lintJson, type Setting } from "./language/lint.js";
import { anchorRows, errorRows, mistakesSeen } from "./language/samples.js";

/** Every option that makes a rule say more. */
const rules: Linter.RulesRecord = {
  ...plugin.configs.strict.rules,
  "huaweicloud-iam/no-unknown-action": ["error", { undocumented: "report" }],
  "huaweicloud-iam/require-action-dependencies": ["error", { reads: true, apis: "every" }],
  "huaweicloud-iam/require-companion-role": ["error", { apis: "every" }],
  "huaweicloud-iam/require-enterprise-project-support": ["error", { mixed: "report" }],
};

const scope = "enterprise-project";
const settingsOfClouds: readonly Setting[] = [{ scope }, ...clouds.map((cloud) => ({ cloud, scope }))];

/** The names that the tables of all clouds have, each once. */
function tabledNames(): string[] {
  const names = Object.entries(readIndex().services).flatMap(([cloud, services]) =>
    Object.keys(services).flatMap((service) =>
      readService(cloud as Cloud, service).rows.flatMap(({ actions }) => actions.map(nameOf)),
    ),
  );
  return [...new Set(names)];
}

const linter = new Linter();

/** The messages on a file with a list of policies: a file for each takes twice as long. */
function messagesOn(policies: readonly (readonly object[])[], settings: Setting): string[] {
  const text = JSON.stringify(policies.map((statements) => ({ Version: "1.1", Statement: statements })));
  const config = {
    plugins: { json: json, "huaweicloud-iam": plugin },
    language: "json/json",
    rules,
    settings: { "huaweicloud-iam": settings },
  };
  return linter.verify(text, config).map(({ message }) => message);
}

function filesOf<Policy>(policies: readonly Policy[]): Policy[][] {
  const size = 20;
  return Array.from({ length: Math.ceil(policies.length / size) }, (_, index) =>
    policies.slice(index * size, (index + 1) * size),
  );
}

/** What is wrong with a message; nothing with a good one. */
function faultsOf(message: string): string[] {
  const dates = message.match(/\((?:known here up to )?\d{4}-\d{2}\)/gu) ?? [];
  // Besides the action that the message is about.
  const names = new Set(message.match(/[\w*-]+:[\w*-]+:[\w*-]+/gu)).size - 1;
  return [
    ...(message.length > 300 ? [`${message.length} characters`] : []),
    ...(dates.length > 1 ? [`${dates.length} dates`] : []),
    ...(names > 8 ? [`${names} names`] : []),
    ...(/(?! )[\p{C}\p{Z}]/u.test(message) ? ["an invisible character"] : []),
    ...(/[.?]$/u.test(message) ? [] : ["no end"]),
    ...(/undefined|\{\{| {2}/u.test(message.replaceAll(/"[^"]*"/gu, "text")) ? ["a gap"] : []),
  ];
}

function faulty(messages: readonly string[]): string[] {
  return [...new Set(messages)].flatMap((message) => {
    const faults = faultsOf(message);
    return faults.length > 0 ? [`${faults.join(", ")}: ${message}`] : [];
  });
}

describe.each(settingsOfClouds)("with the settings %j, every message is short and a sentence", (settings) => {
  it("about any action of the catalogue", () => {
    const policies = tabledNames().map((name) => [
      // The last name lacks a letter, so that there is something to say of names too.
      { Effect: "Allow", Action: [name, "obs:bucket:get", name.slice(0, -1)] },
      { Effect: "Deny", Action: ["vpc:*:*"] },
    ]);
    const messages = filesOf(policies).flatMap((file) => messagesOn(file, settings));
    expect(messages.length).toBeGreaterThan(3_000);
    expect(faulty(messages)).toEqual([]);
  });

  it("about privilege escalation", () => {
    const patterns = [
      "iam:*:*",
      "iam:p*:*",
      `iam:${"*".repeat(100)}:updateMapping`,
      `iam:agencies:${"a*".repeat(50)}`,
      `iam:identityProviders:create${"*".repeat(90)}`,
    ];
    const wildcards = ({ needs }: (typeof escalations)[number]) =>
      needs.map((name) => `${name.slice(0, -1)}${"*".repeat(70)}`);
    const lists = [
      ...escalations.map(({ needs }) => needs),
      ...escalations.map(wildcards),
      ...patterns.map((pattern) => [pattern]),
    ];
    const messages = lists.flatMap((actions) => messagesOn([[{ Effect: "Allow", Action: actions }]], settings));
    expect(messages.length).toBeGreaterThanOrEqual(escalations.length);
    expect(faulty(messages)).toEqual([]);
  });

  it("about services of both levels", () => {
    const services = [...new Set(tabledNames().map((name) => name.split(":")[0] ?? ""))];
    const actions = services.map((service) => `${service}:*:get`);
    const messages = messagesOn([[{ Effect: "Allow", Action: actions }]], settings);
    expect(messages.join("\n")).toContain("mixes global services");
    expect(faulty(messages)).toEqual([]);
  });
});

it("every message about a text of the user's is short and a sentence", () => {
  const samples = [...errorRows, ...anchorRows, ...mistakesSeen];
  const withMore = (text: string, more: string) =>
    text.replace(/(?<=[A-Za-z*])(?="(?!:))|(?<="[A-Za-z]\w+)(?=":)/gu, more);
  const all = samples.flatMap(({ defect, config, setting }) =>
    [defect, withMore(defect, "x".repeat(300)), withMore(defect, "\\n\\u00a0\\u200b\\ud800")].flatMap((text) =>
      lintJson(text, config, setting),
    ),
  );
  expect(all.length).toBeGreaterThan(samples.length);
  expect(faulty(all.map(({ message }) => message))).toEqual([]);
});

it("a reason of the user's is cut", () => {
  const knownActions = [{ action: "ims:images:melt", reason: "because ".repeat(100), expires: "2020-01-31" }];
  const messages = messagesOn([[{ Effect: "Allow", Action: ["ims:images:melt"] }]], { knownActions });
  expect(messages.join("\n")).toContain("because");
  expect(faulty(messages)).toEqual([]);
});

it.skipIf(!hasCorpus)("half of the messages about the policies of the corpus have at most 140 characters", () => {
  const policies = corpusPolicies();
  const messages = settingsOfClouds.flatMap((settings) =>
    lintOurPolicies(policies, "strict", settings).map(({ message }) => message),
  );
  const lengths = messages.map(({ length }) => length).sort((one, other) => one - other);
  expect(lengths.length).toBeGreaterThan(1_000);
  expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(140);
  expect(faulty(messages)).toEqual([]);
});
