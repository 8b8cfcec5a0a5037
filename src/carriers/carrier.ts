import type { Candidate } from "../hosts/candidates.js";
import type { JsonProblem } from "../hosts/json-text.js";
import type { PolicyDocument } from "../policy/document.js";
import type { Evidence } from "../policy/recognise.js";

/** What a carrier finds in a candidate: a policy, or a text that is meant to be one and is no JSON. */
export type Finding =
  | { readonly kind: "document"; readonly document: PolicyDocument }
  | { readonly kind: "unparsable"; readonly text: JsonProblem };

/** Recognises one way of carrying a policy. Never throws on odd code; what it does not know is no finding. */
export type Carrier = (candidate: Candidate, isDocumented: Evidence["isDocumented"]) => readonly Finding[];
