import assert from "node:assert/strict";
import fc from "fast-check";
import { Grants } from "../../src/checks/effect/grants.js";
import { documentOf } from "../policy/statements.js";
import { documentedNames, patternOf, patterns, patternsWithAction } from "./actions.js";
import { fuzzProperty } from "./fuzz-property.js";

const conditions = fc.constantFrom(
  "",
  "",
  "",
  '{"Condition":{"Bool":{"g:MFAPresent":["true"]}}}',
  '{"Resource":["*"]}',
);

/** Statements as the tests of grants write them: `Deny not ims:*:*, evs:volumes:get {...}`. */
const statements = fc
  .tuple(
    fc.constantFrom("Allow", "Allow", "Allow not", "Deny", "Deny not"),
    fc.array(patterns, { minLength: 1, maxLength: 4 }),
    conditions,
  )
  .map(([head, actions, condition]) => `${head} ${actions.join(", ")} ${condition}`.trim());

const policies = fc.array(statements, { maxLength: 4 });
const action = fc.constantFrom(...documentedNames);

export const coverageProperties = [
  fuzzProperty(
    "another Allow removes no grant",
    8_000,
    [policies, fc.nat(4), patterns, fc.oneof(action, patterns)],
    (policy, at, added, asked) => {
      const more = inserted(policy, at, `Allow ${added}`);
      assert.ok(!isGranted(policy, asked) || isGranted(more, asked));
    },
  ),
  fuzzProperty(
    "another Deny adds no grant",
    8_000,
    [policies, fc.nat(4), fc.constantFrom("Deny", "Deny not"), patterns, fc.oneof(action, patterns)],
    (policy, at, head, added, asked) => {
      const more = inserted(policy, at, `${head} ${added}`);
      assert.ok(isGranted(policy, asked) || !isGranted(more, asked));
    },
  ),
  fuzzProperty(
    "a pattern in the place of an action grants the action too",
    8_000,
    [policies, fc.nat(4), patternsWithAction],
    (policy, at, { pattern, action: narrow }) => {
      const [narrower, wider] = [narrow, pattern].map((listed) => inserted(policy, at, `Allow ${listed}`));
      assert.equal(isGranted(narrower ?? [], narrow), isGranted(wider ?? [], narrow));
    },
  ),
];

function inserted(policy: readonly string[], at: number, statement: string): readonly string[] {
  return policy.toSpliced(at, 0, statement);
}

function isGranted(policy: readonly string[], asked: string): boolean {
  return new Grants(documentOf(...policy).statements).isGranted(patternOf(asked));
}
