import { parseJsonText } from "../hosts/json/json-text.js";
import { apiBody } from "./api-body.js";
import { identityBody } from "./identity-body.js";
import { candidateFilter } from "./candidate-filter.js";
import { detect, type Carrier } from "./carrier.js";
import { unparsable } from "./carrier-problem.js";
import { policyObject } from "./policy-object.js";
import { policySources } from "./policy-sources.js";

/** A policy that is JSON in a string or template literal. */
export const policyText: Carrier = (candidate, context) => {
  if (candidate.kind !== "string" || !candidate.value.trimStart().startsWith("{")) {
    return [];
  }
  const json = parseJsonText(candidate.text);
  if (json?.isValid) {
    const candidates = [...json.candidates(candidateFilter(context.policySources, candidate.value))];
    return candidates.flatMap((inner) => detect(inner, [policySources, apiBody, identityBody, policyObject], context));
  }
  const isFinal = candidate.usage === undefined || (candidate.usage === "fragment" && !json?.isAtEnd);
  return json && isFinal && isClearlyPolicy(candidate.value) ? [{ kind: "problem", problem: unparsable(json) }] : [];
};

/**
 * Whether invalid JSON is meant to be a policy of one of our clouds: it has one of our versions, the keys of a
 * statement and a three-part action, and no sign of an AWS or bucket policy.
 */
function isClearlyPolicy(text: string): boolean {
  return (
    /"Version"\s*:\s*"(?:1\.0|1\.1|5\.0)"/u.test(text) &&
    ["Statement", "Effect", "Action"].every((key) => text.includes(`"${key}"`)) &&
    /"[\w*-]+:[\w*-]+:[\w*-]+"/u.test(text) &&
    !/"(?:Not)?Principal"|"(?:arn|acs|qcs|trn):/u.test(text)
  );
}
