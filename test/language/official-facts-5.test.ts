import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.js";
import { readMarks } from "../hosts-table.js";
import { configOf } from "../sources.js";
import { carriers, type OfficialFact } from "./official-facts-5/fact.js";
import { grammarFacts } from "./official-facts-5/identity.js";
import { nameFacts } from "./official-facts-5/names.js";
import { organisationFacts } from "./official-facts-5/organisation.js";
import { silentFacts } from "./official-facts-5/silent.js";
import { trustFacts } from "./official-facts-5/trust.js";

type Carried = Pick<OfficialFact, "carrier" | "policy" | "properties">;

/** The ways of writing a resource with its policy: in JSON, HCL and TypeScript. */
const ways: Readonly<Record<string, { readonly host: string; readonly write: (carried: Carried) => string }>> = {
  "tf.json": {
    host: "JSON",
    write({ carrier, policy, properties = "" }) {
      const [type, key] = carriers[carrier];
      const named = properties.replace(/^(?<name>\w+) = /u, '"$<name>": ');
      return `{ "resource": { "${type}": { "a": { ${[named, `"${key}": ${JSON.stringify(policy)}`].filter(Boolean).join(", ")} } } } }`;
    },
  },
  HCL: {
    host: "heredoc",
    write({ carrier, policy, properties = "" }) {
      const [type, key] = carriers[carrier];
      return `resource "${type}" "a" {\n  ${properties}\n  ${key} = <<EOT\n${policy}\nEOT\n}\n`;
    },
  },
  CDKTF: {
    host: "as const",
    write({ carrier, policy, properties = "" }) {
      const [type, key] = carriers[carrier].map((name) =>
        name.replace(/^huaweicloud/u, "").replace(/_(?<letter>\w)/gu, (_, letter: string) => letter.toUpperCase()),
      );
      const named = properties.replace(" = ", ": ");
      return `import { ${type} } from "@cdktf/provider-huaweicloud/lib/x";\nnew ${type}(this, "a", { ${[named, `${key}: '${policy}'`].filter(Boolean).join(", ")} });\n`;
    },
  },
};

describe.each(Object.entries(ways))("what the official pages say of version 5.0, in %s", (_, { host, write }) => {
  it.each([...grammarFacts, ...nameFacts, ...trustFacts, ...organisationFacts])(
    "$fact ($page)",
    ({ twin, rule, says, ...planted }) => {
      const { code, places } = readMarks(write(planted));
      const found = lint(host, code);
      expect(
        found.map(({ ruleId, line, column, endLine, endColumn }) => ({ ruleId, line, column, endLine, endColumn })),
      ).toEqual(places.map((place) => ({ ruleId: `huaweicloud-iam/${rule}`, ...place })));
      expect(found[0]?.message).toContain(says);
      // Those numbers are of the API for custom policies.
      expect(found[0]?.message).not.toContain("IAM.1");
      expect(lint(host, write({ ...planted, properties: "", ...twin }))).toEqual([]);
    },
  );

  it.each(silentFacts)("%s (%s)", (_fact, _page, carrier, policy) => {
    expect(lint(host, write({ carrier, policy }))).toEqual([]);
  });
});

function lint(host: string, code: string): readonly Linter.LintMessage[] {
  const config = configOf(host);
  return new Linter().verify(code, {
    ...config,
    plugins: { ...config.plugins, "huaweicloud-iam": plugin },
    rules: plugin.configs.recommended.rules ?? {},
  });
}
