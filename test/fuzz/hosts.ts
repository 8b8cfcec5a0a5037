import { runInThisContext } from "node:vm";
import type { Linter } from "eslint";
import fc from "fast-check";
import plugin from "../../src/index.js";
import { configOf } from "../sources.js";
import { Rendering } from "./rendering.js";

/** How a letter of a text may be written. */
type Way = "plain" | "four digits" | "two digits" | "continued" | "code point";

/** What literals a host has. */
type Literals = "JSON" | "JSON5" | "JavaScript";

const ways: readonly Way[] = ["plain", "four digits", "two digits", "continued", "code point"];

const waysOf: Readonly<Record<Literals, ReadonlySet<Way>>> = {
  JSON: new Set(ways.slice(0, 2)),
  JSON5: new Set(ways.slice(0, 4)),
  JavaScript: new Set(ways),
};

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
  /** The policy that a file carries. */
  read(text: string): unknown;
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
      const escaped = withEscapes(Rendering.of(carried), kinds, style, literals);
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
      const escaped = withEscapes(Rendering.of(policy), kinds, style, "JSON");
      const inQuotes = escaped.map((piece, index) => escapeIn(quote, piece, kinds[index], wayOf(style, index + 3)));
      return finished(inQuotes, before, after, style);
    },
    read: (text) => JSON.parse(evaluate(quote + within(text, before, after) + quote) as string) as unknown,
  };
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

/** What a character of a JSON text is. */
type Kind = "structure" | "letter" | "escape" | "quote" | "word";

/** The words by which a file is known to be worth a look: nobody writes them with escapes. */
const words: ReadonlySet<string> = new Set(['"Statement"', '"display_name"']);

function kindsOf(json: string): readonly Kind[] {
  const kinds = new Array<Kind>(json.length).fill("structure");
  for (const { 0: text, index } of json.matchAll(/"(?:[^"\\]|\\.)*"/gsu)) {
    const end = index + text.length - 1;
    kinds.fill(words.has(text) ? "word" : "letter", index, end);
    kinds[index] = kinds[end] = "quote";
    for (const escape of text.matchAll(/\\(?:u.{4}|.)/gsu)) {
      kinds.fill("escape", index + escape.index, index + escape.index + escape[0].length);
    }
  }
  return kinds;
}

/** Some letters of texts as the literals of a host have escapes for them; keys without quotes have none. */
function withEscapes(policy: Rendering, kinds: readonly Kind[], style: Style, literals: Literals): Rendering {
  return policy.map((piece, index) => {
    const way = wayOf(style, index);
    return kinds[index] === "letter" && waysOf[literals].has(way) ? escaped(piece, way) : piece;
  });
}

/** A comment at the end of each line, each with a number of its own. */
function withComments(policy: Rendering, kinds: readonly Kind[]): Rendering {
  return policy.map((piece, index) => {
    const isLineEnd = kinds[index] === "structure" && piece === "\n";
    return isLineEnd ? (index % 3 === 0 ? ` /* ${index}, */\n` : index % 3 === 1 ? ` // ${index}\n` : piece) : piece;
  });
}

function wayOf({ letters }: Style, index: number): Way {
  return letters[index % letters.length] ?? "plain";
}

/** Characters of a literal in JavaScript, in one of the ways that it has for them. */
function escapeIn(quote: string, piece: string, kind: Kind | undefined, way: Way): string {
  return piece.replace(/[^]/gu, (letter) => {
    const plainly = escapePlainly(quote, letter);
    const isKept = kind === "word" || way === "plain" || (kind === "structure" && way !== "continued");
    return isKept ? plainly : escaped(way === "continued" ? plainly : letter, way);
  });
}

function escapePlainly(quote: string, letter: string): string {
  if (letter === "\n" || letter === "\r") {
    return quote === "`" ? letter : JSON.stringify(letter).slice(1, -1);
  }
  return letter === quote || letter === "\\" || (quote === "`" && letter === "$") ? `\\${letter}` : letter;
}

/** A letter with an escape, or a line continuation before it. */
function escaped(letter: string, way: Way): string {
  const code = letter.charCodeAt(0);
  switch (way) {
    case "plain":
      return letter;
    case "two digits":
      return code < 256 ? `\\x${hex(code, 2)}` : escaped(letter, "four digits");
    case "four digits":
      return letter
        .split("")
        .map((unit) => `\\u${hex(unit.charCodeAt(0), 4)}`)
        .join("");
    case "code point":
      return `\\u{${hex(letter.codePointAt(0) ?? 0, 1)}}`;
    case "continued":
      return `\\\n${letter}`;
  }
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, "0");
}
