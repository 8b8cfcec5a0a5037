import { parseJsonText } from "../hosts/json/json-text.js";
import { momoaCandidates } from "../hosts/json/values.js";
import { apiBody } from "./api-body.js";
import { candidateMarks } from "./candidate-marks.js";
import type { Carrier, Finding } from "./carrier.js";
import { unparsable } from "./carrier-problem.js";
import { ownCarriers } from "./own-carriers.js";
import { policyObject } from "./policy-object.js";

/** The policy as JSON text in a string or template literal. */
export const policyText: Carrier = (candidate, context) => {
  if (candidate.kind !== "string" || !candidate.value.trimStart().startsWith("{")) {
    return [];
  }
  const parsed = parseJsonText(candidate.text);
  if (!parsed || "problem" in parsed) {
    const mayContinue = candidate.isFragment && parsed?.isAtEnd;
    return parsed && !mayContinue && isClearlyPolicy(candidate.value)
      ? [{ kind: "problem", problem: unparsable(parsed) }]
      : [];
  }
  const findings: Finding[] = [];
  for (const inner of momoaCandidates(parsed.document, parsed.text, candidateMarks(context.ownCarriers))) {
    findings.push(...[ownCarriers, apiBody, policyObject].flatMap((carrier) => carrier(inner, context)));
  }
  return findings;
};

/**
 * Whether text that is no JSON was meant to be a policy of ours: one of our versions, the keys of a
 * statement, an action of three parts, and nothing of AWS or a bucket policy.
 */
function isClearlyPolicy(text: string): boolean {
  return (
    /"Version"\s*:\s*"(?:1\.0|1\.1|5\.0)"/u.test(text) &&
    ["Statement", "Effect", "Action"].every((key) => text.includes(`"${key}"`)) &&
    /"[\w*-]+:[\w*-]+:[\w*-]+"/u.test(text) &&
    !/"(?:Not)?Principal"|"(?:arn|acs|qcs|trn):/u.test(text)
  );
}
