import json from "@eslint/json";
import { Linter } from "eslint";
import { expect, it } from "vitest";
import { escalations } from "../src/checks/escalation/escalation-actions.js";
import { nameOf } from "../src/catalog/service.js";
import { readIndex, readService } from "../src/catalog/store.js";
import type { Cloud } from "../src/catalog/format.js";
import plugin from "../src/index.js";
import { lintJson } from "./language/lint.js";
import { anchorRows, errorRows, mistakesSeen } from "./language/samples.js";

/** Every option that makes a rule say more. */
const rules: Linter.RulesRecord = {
  ...plugin.configs.strict.rules,
  "huaweicloud-iam/require-action-dependencies": ["error", { reads: true, apis: "every" }],
  "huaweicloud-iam/require-companion-role": ["error", { apis: "every" }],
  "huaweicloud-iam/require-enterprise-project-support": ["error", { mixed: "report" }],
};

/** The names that the tables of all clouds have, each once. */
function tabledNames(): string[] {
  const names = Object.entries(readIndex().services).flatMap(([cloud, services]) =>
    Object.keys(services).flatMap((service) =>
      readService(cloud as Cloud, service).rows.flatMap(({ actions }) => actions.map(nameOf)),
    ),
  );
  return [...new Set(names)];
}

/** A file holds a list of policies, one for each name: a file of its own for each takes twice as long. */
function filesOf(names: readonly string[]): string[][] {
  const size = 20;
  return Array.from({ length: Math.ceil(names.length / size) }, (_, index) =>
    names.slice(index * size, (index + 1) * size),
  );
}

it("no message about what raises rights is longer than 400 characters", () => {
  const patterns = ["iam:*:*", "iam:p*:*", `iam:${"*".repeat(100)}:updateMapping`, `iam:agencies:${"a*".repeat(50)}`];
  const policies = [...escalations.map(({ needs }) => [...needs]), ...patterns.map((pattern) => [pattern])];
  const messages = policies.flatMap((actions) =>
    new Linter().verify(
      JSON.stringify({ Version: "1.1", Statement: [{ Effect: "Allow", Action: actions }] }, null, 2),
      {
        plugins: { json: json, "huaweicloud-iam": plugin },
        language: "json/json",
        rules: { "huaweicloud-iam/no-privilege-escalation": "error" },
      },
    ),
  );
  expect(messages.length).toBeGreaterThanOrEqual(escalations.length);
  expect(messages.map(({ message }) => message).filter(({ length }) => length > 400)).toEqual([]);
});

it("no message about any action of the catalogue is longer than 400 characters", () => {
  const linter = new Linter();
  const all = filesOf(tabledNames()).flatMap((names) => {
    const policies = names.map((name) => ({
      Version: "1.1",
      Statement: [
        // The last name lacks a letter, so that there is something to say of names too.
        { Effect: "Allow", Action: [name, "obs:bucket:get", name.slice(0, -1)] },
        { Effect: "Deny", Action: ["vpc:*:*"] },
      ],
    }));
    const messages = linter.verify(JSON.stringify(policies), {
      plugins: { json: json, "huaweicloud-iam": plugin },
      language: "json/json",
      rules,
      settings: { "huaweicloud-iam": { scope: "enterprise-project" } },
    });
    return messages.map(({ message }) => message);
  });
  expect(all.length).toBeGreaterThan(3_000);
  expect(all.filter(({ length }) => length > 400)).toEqual([]);
});

it("no message about a text of the user's is longer than 400 characters", () => {
  const samples = [...errorRows, ...anchorRows, ...mistakesSeen];
  const longer = (text: string) => text.replace(/(?<=[A-Za-z*])(?="(?!:))|(?<="[A-Za-z]\w+)(?=":)/gu, "x".repeat(300));
  const all = samples.flatMap(({ defect, config, setting }) =>
    [defect, longer(defect)].flatMap((text) => lintJson(text, config, setting)),
  );
  expect(all.length).toBeGreaterThan(samples.length);
  expect(all.map(({ message }) => message).filter(({ length }) => length > 400)).toEqual([]);
});
