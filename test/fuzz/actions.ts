import assert from "node:assert/strict";
import fc from "fast-check";
import { catalogOf } from "../../src/catalog/catalog.js";
import { parsePattern, type ActionPattern } from "../../src/policy/pattern.js";

/** Services of both levels, with and without dependencies, companion roles and former names. */
const services = ["cbr", "dws", "ecs", "evs", "iam", "ims", "obs", "sfsturbo", "vpc", "vpn"];

/** The documented actions that most cases are made of. */
export const documentedNames: readonly string[] = services.flatMap(namesIn);

/** The names that some cloud documents for a service. */
export function namesIn(service: string): readonly string[] {
  return [...(catalogOf(undefined).service(service)?.actions.values() ?? [])].map(({ name }) => name);
}

export function patternOf(text: string): ActionPattern {
  const pattern = parsePattern(text);
  assert.ok(pattern, text);
  return pattern;
}

/** Names that mean something to JavaScript, to a text format or to nobody. */
export const hostileNames: readonly string[] = [
  ...["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "prototype", "length", "then"],
  ...["", " ", "*", "**", ":", "::", "*:*", "$&", "$1", "\\", '"', "'", "`", "${x}", "</script>", "%s", "[[", "]]"],
  ...[
    "\u0000",
    "\u2028",
    "\uFEFF",
    "\u202E",
    "\uD83D",
    "\uDE00",
    "😀",
    "\u{10FFFF}",
    "İ",
    "ß",
    "e\u0301",
    "\r\n",
    "\t",
  ],
];

const documented = fc.constantFrom(...documentedNames);

/** A part with some of its letters gone: `images`, `*`, `im*`, `*es`, `i*es`, `im**`. */
function widened(part: string, from: number, to: number, star: string): string {
  const [start, end] = [from % (part.length + 1), to % (part.length + 1)];
  return part.slice(0, Math.min(start, end)) + star + part.slice(Math.max(start, end));
}

/** An action pattern that matches the action that it is made of. */
export const patternsWithAction: fc.Arbitrary<{ readonly pattern: string; readonly action: string }> = fc
  .tuple(
    documented,
    fc.array(fc.tuple(fc.nat(2), fc.nat(30), fc.nat(30), fc.constantFrom("*", "*", "*", "**")), { maxLength: 4 }),
  )
  .map(([action, cuts]) => {
    const parts = action.split(":");
    for (const [index, from, to, star] of cuts) {
      parts[index] = widened(parts[index] ?? "", from, to, star);
    }
    return { pattern: parts.join(":"), action };
  });

export const patterns: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: patternsWithAction.map(({ pattern }) => pattern) },
  { weight: 1, arbitrary: fc.constantFrom(...services).map((service) => `${service}:*:*`) },
  { weight: 1, arbitrary: fc.constant("*:*:*") },
);

const misspelt = fc
  .tuple(documented, fc.nat(60), fc.constantFrom("", "x", "-", "ee", ":"))
  .map(([name, at, letter]) => {
    const index = at % name.length;
    return name.slice(0, index) + letter + name.slice(index + 1);
  });

const inOtherCase = fc
  .tuple(documented, fc.boolean())
  .map(([name, isUpper]) => (isUpper ? name.toUpperCase() : name.toLowerCase()));

const glued = fc.tuple(documented, fc.constantFrom(", ", ",", " ", ";", ""), documented).map((parts) => parts.join(""));

const padded = fc
  .tuple(fc.constantFrom("", " ", "\t"), documented, fc.constantFrom("", " ", "\n"))
  .map((parts) => parts.join(""));

const short = fc.constantFrom("*", ...services, ...services.map((service) => `${service}:*`));

/** Parts of which each may be anything. */
export const hostileActions: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...hostileNames, ...services, "images", "list", "get*"), { minLength: 1, maxLength: 4 })
  .map((parts) => parts.join(":"));

/** What an author may write as an action: mostly right, with the known mistakes and with unknown ones. */
export const writtenActions: fc.Arbitrary<string> = fc.oneof(
  { weight: 10, arbitrary: documented },
  { weight: 5, arbitrary: patterns },
  { weight: 3, arbitrary: misspelt },
  { weight: 1, arbitrary: inOtherCase },
  { weight: 1, arbitrary: glued },
  { weight: 1, arbitrary: padded },
  { weight: 1, arbitrary: short },
  { weight: 1, arbitrary: hostileActions },
);
