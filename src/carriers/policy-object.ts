import { recognise } from "../policy/recognise.js";
import type { Carrier } from "./carrier.js";

/** The policy as an object: a whole JSON file, an object in one, an object literal. */
export const policyObject: Carrier = (candidate, context) => {
  const dialect = candidate.kind === "object" ? recognise(candidate, { ...context, isCertain: false }) : undefined;
  return candidate.kind === "object" && dialect
    ? [{ kind: "policy", policy: candidate, dialect, facts: { isVerbatim: candidate.isWhole === true } }]
    : [];
};
