import assert from "node:assert/strict";
import fc from "fast-check";
import { covers, overlaps } from "../../src/policy/pattern.js";
import { matchesPart } from "../../src/policy/wildcards.js";
import { documentedNames, patternOf, patternsWithAction } from "./actions.js";
import { fuzzProperty } from "./fuzz-property.js";
import { countSteps } from "./step-count.js";

/** Few letters, so that much matches by chance. */
const texts = fc.string({ unit: fc.constantFrom("a", "b"), maxLength: 12 });
const parts = fc.string({ unit: fc.constantFrom("a", "a", "b", "*"), maxLength: 9 });

/** With a star at least: what has none is compared at once. */
const repeated = fc
  .tuple(fc.constantFrom("*a", "*ab", "*aab", "a*", "**", "*a*"), fc.integer({ min: 1, max: 200 }))
  .map(repeat);
const longParts = fc.tuple(repeated, parts).map((all) => all.join(""));
const longTexts = fc.tuple(fc.constantFrom("a", "ab", "aab"), fc.nat(600)).map(repeat);

export const patternProperties = [
  fuzzProperty("a pattern's part matches what the definition says", 20_000, [parts, texts], (part, text) => {
    assert.equal(matchesPart(part, text), matchesByDefinition(part, text));
  }),
  fuzzProperty(
    "an action pattern covers what the definition says of each part",
    15_000,
    [patternsWithAction, fc.constantFrom(...documentedNames)],
    ({ pattern, action }, other) => {
      assert.ok(covers(patternOf(pattern), patternOf(action)));
      assert.equal(covers(patternOf(pattern), patternOf(other)), coversByDefinition(pattern, other));
    },
  ),
  fuzzProperty(
    "two patterns overlap, either way, where an action matches both",
    10_000,
    [patternsWithAction, patternsWithAction],
    ({ pattern, action }, { pattern: other }) => {
      const isFound = overlaps(patternOf(pattern), patternOf(other));
      assert.equal(overlaps(patternOf(other), patternOf(pattern)), isFound);
      assert.ok(isFound || !covers(patternOf(other), patternOf(action)));
    },
  ),
  fuzzProperty(
    "a wider pattern covers what a narrower one does",
    8_000,
    [parts, fc.nat(9), texts],
    (part, at, text) => {
      const wider = `${part.slice(0, at)}*${part.slice(at + 1)}`;
      assert.ok(matchesPart(wider, part));
      assert.ok(matchesPart(wider, text) || !matchesPart(part, text));
    },
  ),
  fuzzProperty(
    "what covers a pattern matches what that one does",
    8_000,
    [parts, parts, texts],
    (part, other, text) => {
      assert.ok(matchesPart(part, text) || !(matchesPart(part, other) && matchesPart(other, text)));
    },
  ),
  fuzzProperty(
    "matching takes steps in proportion to pattern and text, whatever the stars",
    5_000,
    [longParts, fc.oneof(longTexts, texts)],
    (part, text) => {
      const { steps, isMatch } = countSteps(part, text);
      assert.equal(isMatch, matchesPart(part, text));
      assert.ok(steps <= 2 * (part.length + text.length) + 2, `${steps} steps`);
    },
  ),
];

function repeat([piece, times]: readonly [string, number]): string {
  return piece.repeat(times);
}

/** A star takes any letters: every way is tried, and none twice. */
function matchesByDefinition(part: string, text: string): boolean {
  let reachable = new Set([0]);
  for (const letter of part) {
    const next = new Set<number>();
    for (const start of reachable) {
      if (letter === "*") {
        for (let end = start; end <= text.length; end++) {
          next.add(end);
        }
      } else if (text.charAt(start) === letter) {
        next.add(start + 1);
      }
    }
    reachable = next;
  }
  return reachable.has(text.length);
}

function coversByDefinition(pattern: string, action: string): boolean {
  const [own, other] = [pattern, action].map((text) => text.toLowerCase().split(":"));
  return own?.every((part, index) => matchesByDefinition(part, other?.[index] ?? "")) ?? false;
}
