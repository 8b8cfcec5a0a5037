/**
 * `npm run review-findings`: what the recommended rules find in the clouds' own policies of the corpus and nobody
 * has looked at yet, and what was looked at and is found no more. Prints; `reviewed-findings.json` is edited by hand.
 */
import { readFileSync } from "node:fs";
import { corpusPolicies, hasCorpus } from "./files.js";
import { lintOurPolicies, type CorpusFinding } from "./lint-policies.js";

type Place = Pick<CorpusFinding, "policy" | "line" | "column" | "rule">;

if (hasCorpus) {
  review();
} else {
  console.log("There is no corpus beside the checkout: nothing to review.");
}

function review(): void {
  const policies = corpusPolicies();
  const file = new URL("reviewed-findings.json", import.meta.url);
  const reviewed = JSON.parse(readFileSync(file, "utf8")) as Place[];
  const found = lintOurPolicies(policies);
  const known = new Set(reviewed.map(placeOf));
  const present = new Set(found.map(placeOf));
  for (const finding of found.filter((one) => !known.has(placeOf(one)))) {
    const { repo, path } = policies[finding.policy - 1] ?? { repo: "", path: "" };
    console.log(`new:  ${placeOf(finding)} ${finding.message}\n      ${repo}/${path}`);
  }
  for (const place of reviewed.filter((one) => !present.has(placeOf(one)))) {
    console.log(`gone: ${placeOf(place)}`);
  }
  console.log(`${found.length} findings, ${reviewed.length} reviewed.`);
}

function placeOf({ policy, line, column, rule }: Place): string {
  return `${policy} ${line}:${column} ${rule}`;
}
