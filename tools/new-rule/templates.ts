/** The files of a new rule. */
import { format } from "prettier";
import { camelCase } from "../rule-index.js";

export interface NewRule {
  /** `no-stale-grant` */
  readonly name: string;
  /** The folder of `src/checks` that its check goes into. */
  readonly folder: string;
}

export interface WrittenFile {
  /** Relative to the project folder. */
  readonly path: string;
  readonly text: string;
}

/** The generated check reports `incorrect`: an action of all clouds that no other rule reports. */
const example = { incorrect: "ims:images:get", correct: "ims:images:list" };

const message = "is granted. Say here why that is wrong, what to do, and the source of the fact.";

const configurations = "https://github.com/eslint-plugin-huaweicloud-iam/eslint-plugin-huaweicloud-iam#configurations";

export function ruleFile(rule: NewRule): Promise<WrittenFile> {
  const check = checkName(rule);
  return typescript(
    `rules/${rule.name}.ts`,
    `import { ${camelCase(check)} } from "../src/checks/${rule.folder}/${check}.js";
import { createRule } from "../src/eslint/create-rule.js";

export default createRule({
  name: "${rule.name}",
  meta: {
    type: "problem",
    docs: {
      description: "${descriptionOf(rule)}",
      config: "strict",
      severity: "warn",
    },
    schema: [],
    defaultOptions: [],
    messages: {
      granted: "{{action}} ${message}",
    },
  },
  create: () => ({ customPolicy: ${camelCase(check)} }),
});
`,
  );
}

export function checkFile(rule: NewRule): Promise<WrittenFile> {
  const check = checkName(rule);
  return typescript(
    `src/checks/${rule.folder}/${check}.ts`,
    `import type { Problem } from "../../edit/problem.js";
import { quoteAction, referenceRange, type PolicyDocument } from "../../policy/document.js";
import type { Check } from "../summary/check.js";

/** Say here what this reports. */
export const ${camelCase(check)}: Check<"granted"> = {
  // Say here when there is anything to look for, by what the summary tells: most policies are clean.
  when: () => true,
  problems: problemsOf,
};

function problemsOf({ statements }: PolicyDocument): readonly Problem<"granted">[] {
  return statements
    .filter(({ effect }) => effect === "Allow")
    .flatMap(({ actions }) => actions)
    .filter(({ text }) => text === "${example.incorrect}")
    .map((action) => ({ range: referenceRange(action), id: "granted", data: { action: quoteAction(action) } }));
}
`,
  );
}

export function testFile({ name }: NewRule): Promise<WrittenFile> {
  return typescript(
    `test/rules/${name}.test.ts`,
    `import rule from "../../rules/${name}.js";
import { testPolicies } from "../hosts-table.js";
import { allow, policyOf, statement } from "../policies.js";

const granted = { message: '"${example.incorrect}" ${message}' };

testPolicies("${name}", rule, {
  valid: [
    { policy: allow("${example.correct}") },
    // A Deny grants nothing.
    { policy: policyOf(statement("Deny", ["${example.incorrect}"])) },
    // An unknown action may be harmless.
    { policy: allow("\${action}") },
    // Only version 1.1 is judged.
    { policy: allow("${example.incorrect}").replace("1.1", "5.0") },
  ],
  invalid: [{ policy: allow("${example.correct}", "[[${example.incorrect}]]"), errors: [granted] }],
});
`,
  );
}

export async function pageFile(rule: NewRule): Promise<WrittenFile> {
  const { name } = rule;
  const [incorrect, correct] = [blocks(example.incorrect), blocks(example.correct)];
  const text = `# huaweicloud-iam/${name}

⚠️ This rule _warns_ in the 🔒 \`strict\` [config](${configurations}).

📝 ${descriptionOf(rule)}.

<!-- end auto-generated rule header -->

Say here what goes wrong in the cloud and what this rule reports.

## Examples

**Incorrect**

${incorrect}

**Correct**

${correct}

## When not to use it

Say here for whom this rule is not.

## Where the facts come from

Say here which pages of the clouds document this.

## Sources

- [Rule source](../../rules/${name}.ts)
- [Check source](../../src/checks/${rule.folder}/${checkName(rule)}.ts)
- [Test](../../test/rules/${name}.test.ts)
`;
  return { path: `docs/rules/${name}.md`, text: await format(text, { parser: "markdown", printWidth: 120 }) };
}

/** Code blocks with a policy of one action, in JSON and in TypeScript. */
function blocks(action: string): string {
  const policy = { Version: "1.1", Statement: [{ Effect: "Allow", Action: [action] }] };
  return [
    "```json",
    JSON.stringify(policy, undefined, 2),
    "```",
    "",
    "```ts",
    `export const policy = ${JSON.stringify(policy)};`,
    "```",
  ].join("\n");
}

/** `stale-grant-problems` for `no-stale-grant`. */
function checkName({ name }: NewRule): string {
  return `${wordsOf(name).join("-")}-problems`;
}

/** A first description from the words of the name: `Disallow stale grant`. */
function descriptionOf({ name }: NewRule): string {
  const words = wordsOf(name).join(" ");
  const [verb = ""] = name.split("-");
  const descriptions: Readonly<Record<string, string>> = {
    no: `Disallow ${words}`,
    valid: `Require ${words} to be valid`,
    consistent: `Enforce consistent ${words}`,
  };
  return descriptions[verb] ?? `Require ${words}`;
}

function wordsOf(name: string): readonly string[] {
  return name.split("-").slice(1);
}

async function typescript(path: string, text: string): Promise<WrittenFile> {
  return { path, text: await format(text, { parser: "typescript", printWidth: 120 }) };
}
