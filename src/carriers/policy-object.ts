import { recognise } from "../policy/recognise.js";
import type { Carrier } from "./carrier.js";

/** A policy that is an object: a whole JSON file, an object in a JSON file, or an object literal. */
export const policyObject: Carrier = (candidate, context) => {
  const dialect = candidate.kind === "object" ? recognise(candidate, { ...context, isCertain: false }) : undefined;
  return candidate.kind === "object" && dialect
    ? [{ kind: "policy", policy: candidate, dialect, facts: { isVerbatim: candidate.isWhole === true } }]
    : [];
};
