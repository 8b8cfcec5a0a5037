import type { ObjectValue } from "./value.js";
import { memberOf } from "./members.js";

/**
 * What a policy of version 5.0 is for (facts.md#kinds-of-policies-of-version-5):
 *
 * - `identity`: grants to a user, group or agency; `permission-set` to those who get a set of Identity Center
 * - `trust`: says who may act as an agency
 * - `service-control`, `session`, `endpoint`: only limit what other policies grant, in an organisation, in a session or
 *   through a VPC endpoint
 */
export type PolicyKind = "identity" | "permission-set" | "trust" | "service-control" | "session" | "endpoint";

/** A kind in words, without an article. A policy of no known kind is called by the name of the language. */
export function nameOfKind(kind: PolicyKind = "identity"): string {
  return names[kind];
}

const names: Readonly<Record<PolicyKind, string>> = {
  identity: "identity policy",
  "permission-set": "policy of a permission set",
  trust: "trust policy",
  "service-control": "service control policy",
  session: "session policy",
  endpoint: "policy of a VPC endpoint",
};

/**
 * Whether a policy certainly grants what it allows. A service control policy, such as the one over everything that an
 * organisation begins with, and a policy for a session or an endpoint only limit what others grant; one of no known kind
 * may be of these.
 */
export function isGranting(kind: PolicyKind | undefined): boolean {
  return kind === "identity" || kind === "permission-set";
}

/** The principals of trust policies; no other cloud has `IAM`. */
const trustPrincipals: readonly string[] = ["IAM", "Service", "Federated"];

/**
 * The kind that the keys of a policy's statements show. Only trust policies show theirs: `undefined` for any other, which
 * may be of several kinds.
 */
export function kindByKeys(statements: readonly ObjectValue[]): PolicyKind | undefined {
  return statements.some(hasTrustPrincipal) ? "trust" : undefined;
}

function hasTrustPrincipal(statement: ObjectValue): boolean {
  const principal = memberOf(statement, "Principal") ?? memberOf(statement, "NotPrincipal");
  return principal?.kind === "object" && principal.members.some(({ key }) => trustPrincipals.includes(key));
}
