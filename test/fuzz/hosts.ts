import { runInNewContext } from "node:vm";
import type { Linter } from "eslint";
import fc from "fast-check";
import plugin from "../../src/index.js";
import { configOf } from "../sources.js";
import { Rendering } from "./rendering.js";

/** How a policy is written, beyond what it says. */
export interface Style {
  readonly lineEnd: "\n" | "\r\n";
  readonly hasByteOrderMark: boolean;
  /** How the letters of texts are written, one after the other and over again: 0 is plain, the others are escapes. */
  readonly escapes: readonly number[];
  /** Whether comments stand at the ends of lines, where a host has them. */
  readonly hasComments: boolean;
}

export const plain: Style = { lineEnd: "\n", hasByteOrderMark: false, escapes: [0], hasComments: false };

export const styles: fc.Arbitrary<Style> = fc.record({
  lineEnd: fc.constantFrom("\n", "\r\n"),
  hasByteOrderMark: fc.boolean(),
  escapes: fc.oneof(fc.constant([0]), fc.array(fc.nat(5), { minLength: 1, maxLength: 9 })),
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
  valueHost("JSON5", plainReference, "", "", { write: withoutKeyQuotes }),
  valueHost("jsonc-eslint-parser", plainReference, "", ""),
  {
    ...valueHost("JSONC", plainReference, "", ""),
    name: "block of a Markdown page",
    config: { plugins: plugin.configs["recommended-json"].plugins ?? {}, language: "huaweicloud-iam-markdown/json" },
  },
  valueHost("object literal", objectReference, "export const policy = ", ";", { write: withoutKeyQuotes }),
  valueHost("as const", objectReference, "export const policy = ", " as const satisfies Policy;"),
  valueHost("JSON.stringify", objectReference, "create({ policy: JSON.stringify(", ") });"),
  textHost("string", '"'),
  textHost("string in single quotes", "'"),
  textHost("template literal", "`"),
  valueHost("API body", roleReference, "", "", { hasComments: false, carry: inRole }),
  valueHost("API body in TypeScript", roleReference, "post(", ");", { carry: inRole }),
];

export function hostNamed(name: string): FuzzHost {
  const host = hosts.find((known) => known.name === name);
  if (!host) {
    throw new Error(`No host "${name}".`);
  }
  return host;
}

export const hostNames: fc.Arbitrary<string> = fc.constantFrom(...hosts.map(({ name }) => name));

interface ValueHostParts {
  readonly hasComments?: boolean;
  /** What the policy is a part of; the places are those in that. */
  readonly carry?: (policy: string) => string;
  readonly write?: (policy: Rendering, kinds: readonly Kind[]) => Rendering;
}

/** A host that holds the policy as a value of its own. */
function valueHost(
  name: string,
  reference: string,
  before: string,
  after: string,
  { hasComments = true, carry = (policy) => policy, write = (policy) => policy }: ValueHostParts = {},
): FuzzHost {
  return {
    name,
    config: configOf(name),
    reference,
    hasComments,
    write(policy, style) {
      const carried = carry(policy);
      const kinds = kindsOf(carried);
      const escaped = withEscapes(Rendering.of(carried), kinds, style);
      const commented = hasComments && style.hasComments ? withComments(escaped, kinds) : escaped;
      return finished(write(commented, kinds), before, after, style);
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
      const escaped = withEscapes(Rendering.of(policy), kinds, style);
      const inQuotes = escaped.map((piece, index) => escapeIn(quote, piece, kinds[index], letterOf(style, index + 3)));
      return finished(inQuotes, before, after, style);
    },
    read: (text) => JSON.parse(evaluate(quote + within(text, before, after) + quote) as string) as unknown,
  };
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
  return runInNewContext(source);
}

/** What a character of a JSON text is. */
type Kind = "structure" | "letter" | "escape" | "key quote" | "quote" | "word";

/** The words by which a file is known to be worth a look: nobody writes them with escapes. */
const words: ReadonlySet<string> = new Set(['"Statement"', '"display_name"']);

const keyWithoutQuotes = /^[A-Z]\w*$/u;

function kindsOf(json: string): readonly Kind[] {
  const kinds = new Array<Kind>(json.length).fill("structure");
  for (const { 0: text, index } of json.matchAll(/"(?:[^"\\]|\\.)*"/gsu)) {
    const isBareKey = /^\s*:/u.test(json.slice(index + text.length)) && keyWithoutQuotes.test(text.slice(1, -1));
    const end = index + text.length - 1;
    kinds.fill(words.has(text) ? "word" : "letter", index, end);
    kinds[index] = kinds[end] = isBareKey ? "key quote" : "quote";
    for (const escape of text.matchAll(/\\(?:u.{4}|.)/gsu)) {
      kinds.fill("escape", index + escape.index, index + escape.index + escape[0].length);
    }
  }
  return kinds;
}

/** Some letters of texts as JSON has escapes for them. */
function withEscapes(policy: Rendering, kinds: readonly Kind[], style: Style): Rendering {
  return policy.map((piece, index) => {
    const isEscaped = kinds[index] === "letter" && letterOf(style, index) === 1;
    return isEscaped ? unicodeEscape(piece) : piece;
  });
}

/** JSON5 and JavaScript have keys without quotes. */
function withoutKeyQuotes(policy: Rendering, kinds: readonly Kind[]): Rendering {
  return policy.map((piece, index) => (kinds[index] === "key quote" ? "" : piece));
}

/** A comment at the end of each line, each with a number of its own. */
function withComments(policy: Rendering, kinds: readonly Kind[]): Rendering {
  return policy.map((piece, index) => {
    const isLineEnd = kinds[index] === "structure" && piece === "\n";
    return isLineEnd ? (index % 3 === 0 ? ` /* ${index}, */\n` : index % 3 === 1 ? ` // ${index}\n` : piece) : piece;
  });
}

function letterOf({ escapes }: Style, index: number): number {
  return escapes[index % escapes.length] ?? 0;
}

/** Characters of a literal in JavaScript, in one of the ways that it has for them. */
function escapeIn(quote: string, piece: string, kind: Kind | undefined, way: number): string {
  return piece.replace(/[^]/gu, (letter) => {
    const plainly = escapePlainly(quote, letter);
    const code = letter.charCodeAt(0);
    if (kind === "word" || (kind === "structure" && way < 5)) {
      return plainly;
    }
    switch (way) {
      case 2:
        return code < 256 ? `\\x${code.toString(16).padStart(2, "0")}` : unicodeEscape(letter);
      case 3:
        return unicodeEscape(letter);
      case 4:
        return letter.length === 1 ? `\\u{${code.toString(16)}}` : plainly;
      case 5:
        return `\\\n${plainly}`;
      default:
        return plainly;
    }
  });
}

function escapePlainly(quote: string, letter: string): string {
  if (letter === "\n" || letter === "\r") {
    return quote === "`" ? letter : JSON.stringify(letter).slice(1, -1);
  }
  return letter === quote || letter === "\\" || (quote === "`" && letter === "$") ? `\\${letter}` : letter;
}

function unicodeEscape(text: string): string {
  return text.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
