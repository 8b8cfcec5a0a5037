import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.js";
import { hosts } from "../hosts-table.js";
import { corpusPolicies, hasCorpus, type CorpusPolicy } from "./files.js";

const settings = { "huaweicloud-iam": { scope: "enterprise-project" } };

/** Every option that makes a rule report more is on. */
const rules: Linter.RulesRecord = {
  ...plugin.configs.strict.rules,
  "huaweicloud-iam/require-enterprise-project-support": ["error", { mixed: "report" }],
  "huaweicloud-iam/require-action-dependencies": ["error", { reads: true, apis: "every" }],
};

describe.skipIf(!hasCorpus)("policies of other clouds, from the corpus beside the checkout", () => {
  const foreign = hasCorpus ? corpusPolicies().filter(({ ours }) => !ours) : [];

  it("has the 280 objects", () => {
    expect(foreign).toHaveLength(280);
  });

  it.each(hosts)("give no report in $name", ({ config, write }) => {
    const linter = new Linter();
    const reports = foreign.flatMap((policy) => {
      const messages = linter.verify(write(policy.text), {
        ...config,
        plugins: { ...config.plugins, "huaweicloud-iam": plugin },
        rules,
        settings,
      });
      return messages.filter(({ ruleId }) => ruleId !== null).map(({ message }) => `${nameOf(policy)}: ${message}`);
    });
    expect(reports).toEqual([]);
  });
});

function nameOf({ repo, path }: CorpusPolicy): string {
  return `${repo}/${path}`;
}
