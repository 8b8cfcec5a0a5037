import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.js";
import { readMarks } from "../hosts-table.js";
import { identityHosts, writeVerbatim } from "../identity-carriers.js";
import { actionFacts } from "./official-facts-5-actions/actions.js";
import { conditionFacts } from "./official-facts-5-actions/conditions.js";
import type { OfficialFact } from "./official-facts-5-actions/fact.js";
import { resourceFacts } from "./official-facts-5-actions/resources.js";
import { variableFacts } from "./official-facts-5-actions/variables.js";

type Host = (typeof identityHosts)[number];

/** A language of each kind; of variables, whatever has a way of its own to write `${`. */
const someHosts = hostsNamed("JSON", "as const", "heredoc");
const variableHosts = hostsNamed("JSON", "as const", "template literal", "HCL text", "heredoc", "jsonencode", "YAML");

function hostsNamed(...names: readonly string[]): readonly Host[] {
  return identityHosts.filter(({ name }) => names.includes(name));
}

function findingsIn(host: Host, code: string, config: "recommended" | "strict") {
  const messages = new Linter().verify(code, {
    ...host.config,
    plugins: { ...host.config.plugins, "huaweicloud-iam": plugin },
    rules: plugin.configs[config].rules ?? {},
    settings: { "huaweicloud-iam": { cloud: "huaweicloud" } },
  });
  return messages.map(({ ruleId, message, line, column, endLine, endColumn }) => ({
    rule: ruleId?.replace("huaweicloud-iam/", ""),
    message,
    place: { line, column, endLine, endColumn },
  }));
}

/** What no row stands for has a reason: facts.md#facts-on-actions-to-variables-without-a-check. */
describe.each([
  { section: "actions", facts: actionFacts },
  { section: "resources", facts: resourceFacts },
  { section: "conditions", facts: conditionFacts },
  { section: "policy variables", facts: variableFacts },
])("what official pages say of $section in version 5.0", ({ facts }) => {
  const hosts = facts === variableFacts ? variableHosts : someHosts;

  it.each(facts)("$fact ($source)", ({ defect, rule, says, twins, config = "recommended" }: OfficialFact) => {
    for (const host of hosts) {
      const { code, places } = readMarks(writeVerbatim(host, defect));
      const found = findingsIn(host, code, config);
      const [message = ""] = found.map((one) => one.message);
      expect([host.name, ...found]).toEqual([host.name, { rule, message, place: places[0] }]);
      expect(message).toContain(says);
      expect([host.name, ...twins.flatMap((twin) => findingsIn(host, writeVerbatim(host, twin), config))]).toEqual([
        host.name,
      ]);
    }
  });
});
