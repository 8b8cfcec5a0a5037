import json from "@eslint/json";
import * as typescriptParser from "@typescript-eslint/parser";
import { RuleTester, type Linter } from "eslint";
import * as jsoncParser from "jsonc-eslint-parser";
import { afterAll, describe, it } from "vitest";
import { parseDocument } from "yaml";
import { textLanguage } from "../src/eslint/text-language.js";
import { readers } from "../src/hosts/index.js";

RuleTester.describe = describe;
RuleTester.it = it;
(RuleTester as unknown as { afterAll: typeof afterAll }).afterAll = afterAll;

/**
 * One case of a rule, run in two hosts or in all of them: see `testPolicies`. The policy is JSON text, in which `[[`
 * and `]]` enclose the place of each expected error, so that no column is ever counted by hand; `⟦` and `⟧` do where
 * brackets of the policy stand next to them.
 */
export interface PolicyCase {
  readonly policy: string;
  readonly options?: readonly unknown[];
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Whether it runs in every host for a reason that is not to be seen in it, such as a suggestion that is not made. */
  readonly everywhere?: boolean;
}

export interface InvalidPolicyCase extends PolicyCase {
  /** One for each mark, in their order. */
  readonly errors: readonly ExpectedError[];
  /** What the fixes change in the policy's text. */
  readonly fixed?: readonly [from: string, to: string];
}

export interface ExpectedError {
  /** In it, `{{line 5}}` stands for the number that line 5 of the policy's text has in the host's file. */
  readonly message: string;
  readonly suggestions?: readonly ExpectedSuggestion[];
}

export interface ExpectedSuggestion {
  readonly desc: string;
  /** What the suggestion changes in the policy's text. */
  readonly replace: readonly [from: string, to: string];
}

/** A way of writing a policy's JSON text in a file, with what ESLint needs to read it. */
interface Host {
  readonly name: string;
  readonly config: Linter.Config;
  write(policy: string): string;
  /** Whether the host has a way to write a policy; any if it does not say so. */
  canWrite?(policy: string): boolean;
}

const jsonHost = (language: string): Linter.Config => ({ plugins: { json }, language });
/** A language that the plugin brings, under another name, so that tests may replace the plugin. */
const ownLanguage = (name: keyof typeof readers) =>
  ({
    plugins: {
      "own-language": { meta: { namespace: "huaweicloud-iam" }, languages: { [name]: textLanguage(readers[name]) } },
    },
    language: `own-language/${name}`,
  }) as unknown as Linter.Config;
const [hcl, yaml] = [ownLanguage("hcl"), ownLanguage("yaml")];
const typescript: Linter.Config = { languageOptions: { parser: typescriptParser } };

export const hosts: readonly Host[] = [
  { name: "JSON", config: jsonHost("json/json"), write: (policy) => policy },
  { name: "JSONC", config: jsonHost("json/jsonc"), write: (policy) => `// A comment.\n${policy}` },
  { name: "JSON5", config: jsonHost("json/json5"), write: (policy) => unquoteKeys(policy) },
  { name: "jsonc-eslint-parser", config: { languageOptions: { parser: jsoncParser } }, write: (policy) => policy },
  { name: "API body", config: jsonHost("json/json"), write: (policy) => apiBody(policy) },
  { name: "object literal", config: {}, write: (policy) => `export const policy = ${unquoteKeys(policy)};` },
  {
    name: "as const",
    config: typescript,
    write: (policy) => `export const policy = ${policy} as const satisfies Policy;`,
  },
  { name: "JSON.stringify", config: typescript, write: (policy) => `create({ policy: JSON.stringify(${policy}) });` },
  { name: "API body in TypeScript", config: typescript, write: (policy) => `post(${apiBody(policy)});` },
  { name: "string", config: {}, write: (policy) => `create(${JSON.stringify(policy)});` },
  {
    name: "string in single quotes",
    config: typescript,
    write: (policy) => `create('${policy.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll("'", "\\'")}');`,
  },
  {
    name: "template literal",
    config: typescript,
    write: (policy) => `create(\`\n${policy.replaceAll("\\", "\\\\").replaceAll("`", "\\`")}\n\`);`,
  },
  { name: "HCL object", config: hcl, write: (policy) => `locals {\n  policy = ${policy}\n}\n` },
  { name: "jsonencode", config: hcl, write: (policy) => `module "roles" {\n  policy = jsonencode(${policy})\n}\n` },
  {
    name: "HCL text",
    config: hcl,
    write: (policy) => `locals {\n  policy = ${JSON.stringify(policy).replace(/[$%](?=\{)/gu, "$&$&")}\n}\n`,
  },
  {
    name: "heredoc",
    config: hcl,
    write: (policy) => `module "roles" {\n  policy = <<EOT\n${policy.replace(/[$%](?=\{)/gu, "$&$&")}\nEOT\n}\n`,
  },
  {
    name: "indented heredoc",
    config: hcl,
    write: (policy) =>
      `locals {\n  policy = <<-EOT\n${policy.replace(/[$%](?=\{)/gu, "$&$&").replace(/^/gmu, "    ")}\n  EOT\n}\n`,
  },
  {
    name: "YAML",
    config: yaml,
    write: (policy) => `# A comment.\n---\n${policy}\n`,
    // The file is refused where a key occurs twice.
    canWrite: (policy) => parseDocument(policy).errors.length === 0,
  },
  {
    name: "YAML text",
    config: yaml,
    write: (policy) => `kind: ConfigMap\ndata:\n  policy: |-\n${policy.replace(/^/gmu, "    ")}\n`,
  },
  {
    name: "folded YAML text",
    config: yaml,
    write: (policy) => `- policy: > # A comment.\n${policy.replace(/^/gmu, "    ")}\n`,
  },
  {
    name: "YAML text in double quotes",
    config: yaml,
    write: (policy) => `- policy: ${JSON.stringify(policy)} # A comment.\n`,
  },
  {
    name: "YAML text in single quotes",
    config: yaml,
    write: (policy) => `policy: '\n${policy.replaceAll("'", "''").replace(/^/gmu, "  ")}\n  '\n`,
  },
];

/** Where nothing that the file does not show can come to a policy: it is all of a file or text, or a role's. */
export const verbatimHosts = hosts.filter(
  ({ name }) => !["object literal", "as const", "JSON.stringify", "HCL object", "jsonencode"].includes(name),
);

/** Where a policy of version 5.0 may stand: a role of version 1.1 takes none. */
export const identityHosts = hosts.filter(({ name }) => !name.startsWith("API body"));

/** Of these, where `${...}` is a part of the text: in a template or in an expression of HCL, it is the program's. */
export const variableHosts = identityHosts.filter(
  ({ name }) => !["template literal", "HCL object", "jsonencode"].includes(name),
);

/**
 * Runs the cases of a rule. What depends on how a policy is written runs in every host: a case with a fix or a
 * suggestion, one whose text has an escape or a hole of a template, the first one of those that report nothing, and the
 * first one with each wording of a message. All others are about the rule's logic, which knows no host: two will do.
 *
 * @param among the hosts that have what the cases are about
 */
export function testPolicies(
  name: string,
  rule: unknown,
  { valid, invalid }: { valid: readonly PolicyCase[]; invalid: readonly InvalidPolicyCase[] },
  among: readonly Host[] = hosts,
): void {
  const [silent, ...othersSilent] = valid;
  const everywhere = new Set<PolicyCase | undefined>([
    silent,
    ...othersSilent.filter(isAboutText),
    ...invalid.filter((sample) => isAboutText(sample) || hasEdits(sample)),
    ...firstOfEachWording(invalid),
  ]);
  const two = twoOf(among);
  for (const host of among) {
    const runsHere = (sample: PolicyCase) =>
      (two.includes(host) || everywhere.has(sample)) && (host.canWrite?.(readMarks(sample.policy).code) ?? true);
    describe(host.name, () => {
      new RuleTester(host.config).run(
        name,
        rule as never,
        {
          ...{ assertionOptions: { requireMessage: "message", requireLocation: true } },
          valid: valid.filter(runsHere).map((sample) => ({ ...common(sample, host), code: host.write(sample.policy) })),
          invalid: invalid.filter(runsHere).map((sample) => writeInvalid(host, sample)),
        } as never,
      );
    });
  }
}

/**
 * The two that have least in common: a file that is the policy, read by the language of JSON; and one that the parser of
 * TypeScript reads, with values of JavaScript that a program may yet add to. Where that is what the cases exclude, it is
 * JSON text in a string, with an escape before each quote.
 */
function twoOf(among: readonly Host[]): readonly Host[] {
  const preferred = ["JSON", "as const", "string"].flatMap((name) => among.filter((host) => host.name === name));
  return [...new Set([...preferred, ...among])].slice(0, 2);
}

function hasEdits({ fixed, errors }: InvalidPolicyCase): boolean {
  return fixed !== undefined || errors.some(({ suggestions = [] }) => suggestions.length > 0);
}

function isAboutText({ policy, everywhere = false }: PolicyCase): boolean {
  return everywhere || policy.includes("\\") || policy.includes("${");
}

/** Two messages have the same wording where only what they quote and their numbers differ. */
function firstOfEachWording(samples: readonly InvalidPolicyCase[]): readonly InvalidPolicyCase[] {
  const wordings = new Map<string, InvalidPolicyCase>();
  for (const sample of samples.toReversed()) {
    for (const { message } of sample.errors) {
      wordings.set(message.replace(/"[^"]*"|\d+/gu, "…"), sample);
    }
  }
  return [...wordings.values()];
}

function writeInvalid(host: Host, sample: InvalidPolicyCase) {
  const { code, places } = readMarks(host.write(sample.policy));
  const { code: policy } = readMarks(sample.policy);
  const errors = sample.errors.map(({ message, suggestions = [] }, index) => ({
    message: message.replace(/\{\{line (?<line>\d+)\}\}/u, (_, line: string) => hostLine(host, policy, Number(line))),
    ...places[index],
    suggestions: suggestions.map(({ desc, replace }) => ({ desc, output: host.write(policy.replace(...replace)) })),
  }));
  const output = sample.fixed ? host.write(policy.replace(...sample.fixed)) : null;
  return { ...common(sample, host), code, errors, output };
}

function common({ policy, options, settings }: PolicyCase, host: Host) {
  const name = `${host.name}: ${policy.replace(/\s+/gu, " ")} ${options || settings ? JSON.stringify({ options, settings }) : ""}`;
  return { name, ...(options ? { options } : {}), ...(settings ? { settings: { "huaweicloud-iam": settings } } : {}) };
}

/** Where a line of the policy's text comes to stand in the host's file. */
function hostLine(host: Host, policy: string, line: number): string {
  const lines = policy.split("\n");
  const before = lines.slice(0, line - 1).join("\n");
  const mark = `${before}${before ? "\n" : ""}[[`;
  const { places } = readMarks(host.write(`${mark}]]${lines.slice(line - 1).join("\n")}`));
  return String(places[0]?.line);
}

interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Takes the marks out of a text and says where they stood. */
export function readMarks(marked: string): { code: string; places: Place[] } {
  const [first = "", ...pieces] = marked.split(/(\[\[|\]\]|⟦|⟧)/u);
  const places: Place[] = [];
  let code = first;
  let open: { line: number; column: number } | undefined;
  for (const piece of pieces) {
    if (piece === "[[" || piece === "⟦") {
      open = positionAt(code);
    } else if ((piece === "]]" || piece === "⟧") && open) {
      const { line: endLine, column: endColumn } = positionAt(code);
      places.push({ ...open, endLine, endColumn });
      open = undefined;
    } else {
      code += piece;
    }
  }
  return { code, places };
}

function positionAt(text: string): { line: number; column: number } {
  const lines = text.split("\n");
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}

function apiBody(policy: string): string {
  return `{ "role": { "display_name": "images", "type": "XA", "description": "-", "policy": ${policy} } }`;
}

/** Without the quotes around the keys that need none; there may be marks in a key. */
function unquoteKeys(policy: string): string {
  return policy.replace(/"(?<key>(?:\[\[)?[A-Z](?:\w|\[\[|\]\])*)"(?=(?:\]\]|⟧)?\s*:)/gu, "$<key>");
}
