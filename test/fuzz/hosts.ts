import { runInThisContext } from "node:vm";
import type { Linter } from "eslint";
import fc from "fast-check";
import { parse, parseDocument } from "yaml";
import plugin from "../../src/index.js";
import { configOf } from "../sources.js";
import { escapeIn, kindsOf, wayOf, ways, withEscapes, type Kind, type Literals, type Way } from "./escapes.js";
import { fitsHcl, inHcl, inHclQuotes, readHcl, withDoubledSigns, withoutHalves } from "./hcl-literals.js";
import { Rendering } from "./rendering.js";

/** How a policy is written, beyond what it says. */
export interface Style {
  readonly lineEnd: "\n" | "\r\n";
  readonly hasByteOrderMark: boolean;
  /** How the letters of texts are written, one after the other and over again. */
  readonly letters: readonly Way[];
  /** Whether comments stand at the ends of lines, where a host has them. */
  readonly hasComments: boolean;
}

export const plain: Style = { lineEnd: "\n", hasByteOrderMark: false, letters: ["plain"], hasComments: false };

export const styles: fc.Arbitrary<Style> = fc.record({
  lineEnd: fc.constantFrom("\n", "\r\n"),
  hasByteOrderMark: fc.boolean(),
  letters: fc.oneof(
    fc.constant(["plain" as const]),
    fc.array(fc.constantFrom(...ways), { minLength: 1, maxLength: 9 }),
  ),
  hasComments: fc.boolean(),
});

/** A way of carrying a policy in a file, with each of its characters at a place that is known. */
export interface FuzzHost {
  readonly name: string;
  readonly config: Linter.Config;
  /** The host that says the same of every policy, in the plainest way. */
  readonly reference: string;
  /** Whether comments may stand in the policy. */
  readonly hasComments: boolean;
  write(policy: string, style: Style): Rendering;
  /** The policy that a file carries; the keys of its objects are in any order. */
  read(text: string): unknown;
  /** Whether the host has a way to write a policy; any if it does not say so. */
  canWrite?(policy: string): boolean;
}

const [plainReference, objectReference, roleReference] = ["JSON", "as const", "API body"];

/** The body of a call that creates a role. */
const inRole = (policy: string) =>
  `{ "role": { "display_name": "images", "type": "XA", "description": "-", "policy": ${policy} } }`;

export const hosts: readonly FuzzHost[] = [
  valueHost("JSON", plainReference, "", "", { hasComments: false }),
  valueHost("JSONC", plainReference, "// A comment.\n", ""),
  valueHost("JSON5", plainReference, "", "", { literals: "JSON5", hasBareKeys: true }),
  valueHost("jsonc-eslint-parser", plainReference, "", ""),
  {
    ...valueHost("JSONC", plainReference, "", ""),
    name: "block of a Markdown page",
    config: { plugins: plugin.configs["recommended-json"].plugins ?? {}, language: "huaweicloud-iam-markdown/json" },
  },
  valueHost("object literal", objectReference, "export const policy = ", ";", {
    literals: "JavaScript",
    hasBareKeys: true,
  }),
  valueHost("as const", objectReference, "export const policy = ", " as const satisfies Policy;", {
    literals: "JavaScript",
  }),
  valueHost("JSON.stringify", objectReference, "create({ policy: JSON.stringify(", ") });", { literals: "JavaScript" }),
  textHost("string", '"'),
  textHost("string in single quotes", "'"),
  textHost("template literal", "`"),
  valueHost("API body", roleReference, "", "", { hasComments: false, carry: inRole }),
  valueHost("API body in TypeScript", roleReference, "post(", ");", { literals: "JavaScript", carry: inRole }),
  {
    ...hclHost("HCL object", objectReference, "locals {\n  policy = ", "\n}\n", (policy, style, text) => {
      const kinds = withoutHalves(kindsOf(text), text);
      const escaped = inHcl(withEscapes(policy, kinds, style.letters, "JSON"), text);
      return style.hasComments ? withComments(escaped, kinds) : escaped;
    }),
    canWrite: fitsHcl,
  },
  hclHost("HCL text", plainReference, 'locals {\n  policy = "', '"\n}\n', (policy, style, text) =>
    withDoubledSigns(inHclQuotes(withEscapes(policy, kindsOf(text), style.letters, "JSON")), text),
  ),
  hclHost("heredoc", plainReference, "locals {\n  policy = <<EOT\n", "\nEOT\n}\n", (policy, style, text) =>
    withDoubledSigns(withEscapes(policy, kindsOf(text), style.letters, "JSON"), text),
  ),
  yamlHost("YAML", "", (policy, style, text) =>
    style.hasComments ? withComments(policy, kindsOf(text), yamlComment) : policy,
  ),
  yamlHost("YAML text", "policy: |\n  ", (policy) => policy.map(withIndent)),
  yamlHost("folded YAML text", "policy: >-\n  ", (policy) => policy.map(withIndent)),
  yamlHost("YAML text in double quotes", 'policy: "', inHclQuotes, '"'),
  yamlHost(
    "YAML text in single quotes",
    "policy: '",
    (policy) => policy.map((piece) => withIndent(piece).replaceAll("'", "''")),
    "'",
  ),
];

export function hostNamed(name: string): FuzzHost {
  const host = hosts.find((known) => known.name === name);
  if (!host) {
    throw new Error(`No host "${name}".`);
  }
  return host;
}

export const hostNames: fc.Arbitrary<string> = fc.constantFrom(...hosts.map(({ name }) => name));

/** Those that put nothing around what they carry. */
export const bareHostNames: fc.Arbitrary<string> = fc.constantFrom(
  ...hosts.filter(({ reference }) => reference !== roleReference).map(({ name }) => name),
);

interface ValueHostParts {
  readonly hasComments?: boolean;
  readonly literals?: Literals;
  /** What the policy is a part of; the places are those in that. */
  readonly carry?: (policy: string) => string;
  readonly hasBareKeys?: boolean;
}

/** A host that holds the policy as a value of its own. */
function valueHost(
  name: string,
  reference: string,
  before: string,
  after: string,
  { hasComments = true, literals = "JSON", carry = (policy) => policy, hasBareKeys = false }: ValueHostParts = {},
): FuzzHost {
  return {
    name,
    config: configOf(name),
    reference,
    hasComments,
    write(policy, style) {
      const carried = carry(policy);
      const kinds = kindsOf(carried);
      const escaped = withEscapes(Rendering.of(carried), kinds, style.letters, literals);
      const commented = hasComments && style.hasComments ? withComments(escaped, kinds) : escaped;
      return finished(hasBareKeys ? withBareKeys(commented, carried) : commented, before, after, style);
    },
    read: (text) => evaluate(`(${within(text, before, after)})`),
  };
}

/** A host that holds the policy as JSON text in a literal of JavaScript. */
function textHost(name: string, quote: string): FuzzHost {
  const [before, after] = [`create(${quote}`, `${quote});`];
  return {
    name,
    config: configOf(name),
    reference: plainReference,
    hasComments: false,
    write(policy, style) {
      const kinds = kindsOf(policy);
      const escaped = withEscapes(Rendering.of(policy), kinds, style.letters, "JSON");
      const inQuotes = escaped.map((piece, index) =>
        escapeIn(quote, piece, kinds[index], wayOf(style.letters, index + 3)),
      );
      return finished(inQuotes, before, after, style);
    },
    read: (text) => JSON.parse(evaluate(quote + within(text, before, after) + quote) as string) as unknown,
  };
}

/** A host that holds the policy in a local of Terraform. */
function hclHost(
  name: string,
  reference: string,
  before: string,
  after: string,
  write: (policy: Rendering, style: Style, text: string) => Rendering,
): FuzzHost {
  return {
    name,
    config: configOf(name),
    reference,
    hasComments: name === "HCL object",
    write: (policy, style) => finished(write(Rendering.of(policy), style, policy), before, after, style),
    read(text) {
      const value = readHcl(text);
      return typeof value === "string" ? (JSON.parse(value) as unknown) : value;
    },
  };
}

/** A host that holds the policy in a file of YAML: JSON is some, too. */
function yamlHost(
  name: string,
  before: string,
  write: (policy: Rendering, style: Style, text: string) => Rendering,
  after = "",
): FuzzHost {
  return {
    name,
    config: configOf(name),
    reference: plainReference,
    hasComments: name === "YAML",
    write(policy, style) {
      const escaped = withEscapes(Rendering.of(policy), kindsOf(policy), style.letters, "JSON");
      return finished(write(escaped, style, policy), before, `${after}\n`, style);
    },
    read(text) {
      const value: unknown = parse(text);
      return name === "YAML" ? value : (JSON.parse((value as { readonly policy: string }).policy) as unknown);
    },
    canWrite: (policy) => name !== "YAML" || isYaml(policy),
  };
}

/** Whether a text is YAML, which has no key twice, and no tabs before keys. */
export function isYaml(text: string): boolean {
  return parseDocument(text).errors.length === 0;
}

function withIndent(piece: string): string {
  return piece === "\n" ? "\n  " : piece;
}

/** JSON5 and JavaScript have keys without quotes, and without escapes. */
function withBareKeys(policy: Rendering, json: string): Rendering {
  const keys = [...json.matchAll(/"\w+"(?=: )/gu)].filter(({ 0: text }) => /^"[A-Z]/u.test(text));
  const bare = new Map(
    keys.flatMap(({ 0: text, index }) =>
      [...text].map((letter, offset) => [index + offset, letter === '"' ? "" : letter] as const),
    ),
  );
  return policy.map((piece, index) => bare.get(index) ?? piece);
}

function finished(policy: Rendering, before: string, after: string, { lineEnd, hasByteOrderMark }: Style): Rendering {
  // Line ends outside of a policy's own texts; a text of JSON has none that is not escaped.
  const withLineEnds = policy.map((piece) => piece.replace(/\r?\n/gu, lineEnd));
  return withLineEnds.between((hasByteOrderMark ? "\uFEFF" : "") + before.replaceAll("\n", lineEnd), after);
}

/** What stands between the two, whatever the line ends. */
function within(text: string, before: string, after: string): string {
  const bare = text.replace(/^\uFEFF/u, "");
  const start = before.length + (bare.startsWith(before) ? 0 : 1);
  return bare.slice(start, bare.length - after.length);
}

function evaluate(source: string): unknown {
  return runInThisContext(source);
}

/** A comment at the end of most lines, each with a number of its own. */
function withComments(policy: Rendering, kinds: readonly Kind[], comment = jsonComment): Rendering {
  return policy.map((piece, index) => {
    const isLineEnd = kinds[index] === "structure" && piece === "\n" && index % 3 < 2;
    return isLineEnd ? ` ${comment(index)}\n` : piece;
  });
}

function jsonComment(index: number): string {
  return index % 3 === 0 ? `/* ${index}, */` : `// ${index}`;
}

function yamlComment(index: number): string {
  return `# ${index},`;
}
