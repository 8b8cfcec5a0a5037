import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.js";
import type { PolicyDocument } from "../../src/policy/document.js";
import { createRule } from "../../src/eslint/create-rule.js";
import type { Check } from "../../src/checks/summary/check.js";
import type { PolicyChecks } from "../../src/eslint/policy-visitor.js";
import { always } from "../checks/always.js";
import { allow } from "../policies.js";
import { hosts } from "../hosts-table.js";
import { configOf } from "../sources.js";

const docs = { description: "Probe", config: "strict", severity: "error" } as const;

/** A rule that passes its arguments to a test. */
function probe(handlers: PolicyChecks) {
  return createRule({
    name: "look-on",
    meta: { type: "problem", docs, schema: [], defaultOptions: [], messages: {} },
    create: () => handlers as PolicyChecks<never>,
  });
}

/** A check that reports nothing and records its argument. */
function see<Seen, Kept = Seen>(kept: Kept[], keep: (seen: Seen) => Kept = (seen) => seen as unknown as Kept) {
  return (seen: Seen): readonly never[] => {
    kept.push(keep(seen));
    return [];
  };
}

function verify(code: string, config: Linter.Config, rules: readonly PolicyChecks[], settings?: object) {
  return new Linter().verify(code, {
    ...config,
    plugins: {
      ...config.plugins,
      look: { rules: Object.fromEntries(rules.map((handlers, index) => [`on-${index}`, probe(handlers)])) },
    },
    rules: Object.fromEntries(rules.map((_, index) => [`look/on-${index}`, "error" as const])),
    ...(settings ? { settings: { "huaweicloud-iam": settings } } : {}),
  });
}

describe("several rules on one file", () => {
  it.each(hosts)("see the same policy, read once, in $name", ({ config, write }) => {
    const seen: PolicyDocument[][] = [[], [], []];
    const rules = seen.map((documents) => ({ policy: always(see(documents)) }));
    expect(verify(write(allow("ims:images:list")), config, rules)).toEqual([]);
    const [first, second, third] = seen;
    expect(first).toHaveLength(1);
    expect(second?.[0]).toBe(first?.[0]);
    expect(third?.[0]).toBe(first?.[0]);
  });

  it("see only the policies of the current file", () => {
    const seen: PolicyDocument[] = [];
    const rules = [{ policy: always(see(seen)) }];
    verify(allow("ims:images:list"), configOf("JSON"), rules);
    verify(allow("ims:images:list"), configOf("JSON"), rules);
    expect(seen).toHaveLength(2);
    expect(seen[0]).not.toBe(seen[1]);
  });
});

describe("a rule", () => {
  const broken = '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["ims:images:list",] }] }';

  it("sees invalid JSON, invalid comments and policies", () => {
    const seen: string[] = [];
    const code = `// huaweicloud-iam scope: everywhere\nf('${broken}', ${allow("ims:images:list")}, ${allow("ims:images:get")});`;
    verify(code, {}, [
      {
        policy: always(see(seen, ({ range }) => (code.slice(...range).includes("list") ? "list" : "get"))),
        invalidPolicy: see(seen, ({ range }) => code.slice(...range)),
        comment: see(seen, ({ range }) => code.slice(...range)),
      },
    ]);
    expect(seen).toEqual([",", "// huaweicloud-iam scope: everywhere", "list", "get"]);
  });

  it("sees nothing of a file without a policy, even with comments", () => {
    const seen: unknown[] = [];
    const handlers = { policy: always(see(seen)), invalidPolicy: see(seen), comment: see(seen) };
    verify("// huaweicloud-iam scope: everywhere\nf('Statement');", {}, [handlers]);
    expect(seen).toEqual([]);
  });

  it("sees the settings of each run, even for the same tree", () => {
    const seen: unknown[] = [];
    const look = {
      rules: {
        on: probe({
          policy: always((_, { settings }) => {
            seen.push(settings);
            return [];
          }),
        }),
      },
    };
    const linter = new Linter();
    const configOfRun = (scope: string): Linter.Config => ({
      ...{ plugins: { look }, rules: { "look/on": "error" }, settings: { "huaweicloud-iam": { scope } } },
    });
    linter.verify(`f(${allow("ims:images:list")});`, configOfRun("iam-project"));
    linter.verify(linter.getSourceCode(), configOfRun("enterprise-project"));
    expect(seen).toEqual([{ scope: "iam-project" }, { scope: "enterprise-project" }]);
  });

  it("sees the catalogue of the cloud in the settings, or of all clouds", () => {
    const seen: boolean[] = [];
    const handlers: PolicyChecks = {
      policy: always((_, { catalog }) => {
        seen.push(catalog.service("ims")?.clouds.has("huaweicloud") ?? false);
        return [];
      }),
    };
    verify(allow("ims:images:list"), configOf("JSON"), [handlers], { cloud: "otc" });
    verify(allow("ims:images:list"), configOf("JSON"), [handlers]);
    expect(seen).toEqual([false, true]);
  });
});

describe("a check", () => {
  it.each<keyof PolicyChecks>(["policy", "customPolicy", "actionList"])("of %s is asked first when to look", (kind) => {
    const asked: number[] = [];
    const seen: PolicyDocument[] = [];
    const check: Check = {
      when: (summary) => asked.push(summary.statementCount) > 1,
      problems: see(seen),
    };
    const code =
      kind === "actionList" ? 'export const a = ["ims:images:list", "ims:images:get"];' : `f(${allow("a:b:c")});`;
    verify(code, {}, [{ [kind]: check }]);
    expect([asked, seen]).toEqual([[1], []]);
    verify(code, {}, [{ [kind]: check }]);
    expect(seen).toHaveLength(1);
  });

  it("of custom policies is not asked of another version", () => {
    const code = `f(${allow("ims:images:list").replace("1.1", "5.0")});`;
    const asked: string[] = [];
    const check = (name: string): Check => ({ when: () => asked.push(name) < 0, problems: () => [] });
    verify(code, {}, [{ customPolicy: check("custom"), policy: check("any"), importedPolicy: check("imported") }]);
    expect(asked).toEqual(["any"]);
  });
});

describe("wrong settings", () => {
  it.each(["JSON", "JSONC", "jsonc-eslint-parser", "as const", "template literal"])(
    "stop the run in %s, naming the key and what is allowed",
    (name) => {
      const host = hosts.find((known) => known.name === name);
      const code = host?.write(allow("ims:images:list")) ?? "";
      expect(() => verify(code, configOf(name), [{}], { cloud: "aws" })).toThrow(
        'In the setting "huaweicloud-iam": "cloud" is "aws", but must be "otc", "otc-swiss" or "huaweicloud".',
      );
      expect(() => verify(code, configOf(name), [{}], { clud: "otc" })).toThrow(
        '"clud" is not a setting. The settings are "cloud"',
      );
    },
  );
});

describe("a file that ESLint cannot parse", () => {
  it.each([
    ["recommended-json", `${allow("ims:images:lst")},`],
    ["strict-json", '{ "Statement": [,] }'],
    ["strict-json", ""],
    ["recommended", `x = ${allow("ims:images:lst")}, ;`],
  ] as const)("gives its error and nothing else with %s", (config, code) => {
    const messages = new Linter().verify(code, [plugin.configs[config]]);
    expect(messages.map(({ fatal, ruleId }) => [fatal, ruleId])).toEqual([[true, null]]);
  });
});
