import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { corpusPolicies, hasCorpus } from "./files.js";
import { lintOurPolicies } from "./lint-policies.js";

/**
 * Every finding on the corpus, looked at by eye (docs/internals/false-alarms.md says what the kinds mean). After a change
 * of rules or catalogue, `npm run review-findings` shows what is new and what is gone.
 */
interface ReviewedFinding {
  readonly policy: number;
  readonly line: number;
  readonly column: number;
  readonly rule: string;
  /** The kind of mistake that it is. */
  readonly kind: string;
}

const reviewed = JSON.parse(
  readFileSync(new URL("reviewed-findings.json", import.meta.url), "utf8"),
) as ReviewedFinding[];

describe.skipIf(!hasCorpus)("policies of the clouds, from the corpus beside the checkout", () => {
  it("give the reviewed findings and no other", () => {
    const found = lintOurPolicies(corpusPolicies());
    expect(found.map(placeOf)).toEqual(reviewed.map(placeOf));
  });
});

describe("the reviewed findings", () => {
  const guide = readFileSync(new URL("../../docs/internals/false-alarms.md", import.meta.url), "utf8");

  it.each([...new Set(reviewed.map(({ kind }) => kind))])("of kind %s are explained and counted", (kind) => {
    const number = reviewed.filter((finding) => finding.kind === kind).length;
    expect(guide).toMatch(new RegExp(`\\| ${kind} +\\| +${number} \\|`, "u"));
  });
});

function placeOf({ policy, line, column, rule }: Omit<ReviewedFinding, "kind">): string {
  return `${policy} ${line}:${column} ${rule}`;
}
