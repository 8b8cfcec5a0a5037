import { describe, expect, it } from "vitest";
import { corpusPolicies, hasCorpus } from "../corpus/files.js";
import { lintJson } from "./lint.js";
import { anchorRows, errorRows, mistakesSeen, officialShapes } from "./samples.js";

const samples = [...errorRows, ...anchorRows, ...mistakesSeen];
const texts = [
  ...samples.flatMap(({ defect, twin }) => [defect, twin]),
  ...officialShapes.flatMap(([, ...all]) => all),
];
const corpus = hasCorpus ? corpusPolicies().filter(({ ours }) => ours) : [];

/** Rules that say different things of the same range, each of which is to be mended by itself. */
const different: readonly string[] = [
  // How a pattern is spelt, what it grants, and where that has an effect.
  "consistent-action-case, no-broad-grant",
  "consistent-action-case, require-enterprise-project-support",
  // An action without effect on an enterprise project needs its dependencies in the policy that it moves to.
  "require-action-dependencies, require-enterprise-project-support",
  // A former name may be covered by a pattern, too.
  "no-former-action, no-redundant-action",
  // The effect of a policy that only denies may be misspelt.
  "no-ineffective-statement, valid-policy",
  // A service written as `obs:*` may be of the other level, too.
  "no-mixed-service-levels, valid-policy",
];

/** The pairs of rules that report the same range of a text, with every rule on. */
function pairsIn(text: string): string[] {
  const rulesOf = new Map<string, Set<string>>();
  for (const { place, rule } of lintJson(text, "strict-json", { cloud: "otc", scope: "enterprise-project" })) {
    rulesOf.set(place, new Set([...(rulesOf.get(place) ?? []), rule]));
  }
  return [...rulesOf.values()].flatMap((found) => {
    const rules = [...found].sort();
    return rules.flatMap((rule, index) => rules.slice(index + 1).map((other) => `${rule}, ${other}`));
  });
}

describe("no two rules report the same range", () => {
  it("of the samples", () => {
    expect(texts.flatMap(pairsIn).filter((pair) => !different.includes(pair))).toEqual([]);
  });

  it.skipIf(!hasCorpus)("of the clouds' own policies, from the corpus beside the checkout", () => {
    expect(corpus.flatMap(({ text }) => pairsIn(text)).filter((pair) => !different.includes(pair))).toEqual([]);
  });
});

describe("in another version of the language", () => {
  it.each([
    ["1.0", ["valid-policy"]],
    [
      "5.0",
      [
        ...["consistent-action-case", "no-ineffective-statement", "no-redundant-action"],
        ...["valid-condition", "valid-policy", "valid-resource"],
      ],
    ],
  ])("%s, only the rules for that version say something: %j", (version, rules) => {
    const found = samples
      .map(({ defect }) => defect.replace(/(?<=Version\\?": ?\\?")1\.1/gu, version))
      .flatMap((text) => lintJson(text, "strict-json"));
    expect([...new Set(found.map(({ rule }) => rule))].toSorted()).toEqual(rules);
  });
});
