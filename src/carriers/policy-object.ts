import { readDocument } from "../policy/document.js";
import { recognise, type Evidence } from "../policy/recognise.js";
import type { ObjectValue } from "../policy/value.js";
import type { Carrier, Finding } from "./carrier.js";

/** The policy as an object: a whole JSON file, an object in one, an object literal. */
export const policyObject: Carrier = (candidate, { isDocumented }) =>
  candidate.kind === "object" ? documentOf(candidate, { isCertain: false, isDocumented }) : [];

/** The object read as a policy, when it is one of ours. */
export function documentOf(policy: ObjectValue, evidence: Evidence): Finding[] {
  const dialect = recognise(policy, evidence);
  return dialect ? [{ kind: "document", document: readDocument(policy, dialect) }] : [];
}
