import { joinGroup, takeUserOver, useKeysOfUser } from "./escalation-actions.js";

/** An action of version 5.0 that is sufficient by itself to escalate one's own privileges. */
export interface IdentityEscalation {
  /** In the documented spelling. */
  readonly name: string;
  /** The type of resources that it works on, of the same service. */
  readonly type: "agency" | "group" | "policy" | "user";
  /** The privilege gained, completing "lets its holders ..."; `undefined` for acting as an agency. */
  readonly gain: string | undefined;
}

/**
 * Of each, a page prints the name, the type of resources and what the request holds (facts.md#escalation-in-version-5).
 * Creating a policy or a user gives nothing without one of these.
 */
export const identityEscalations: readonly IdentityEscalation[] = [
  { name: "iam:users:attachPolicyV5", type: "user", gain: "attach any identity policy to themselves" },
  {
    name: "iam:groups:attachPolicyV5",
    type: "group",
    gain: "attach any identity policy to a user group they belong to",
  },
  {
    name: "iam:agencies:attachPolicyV5",
    type: "agency",
    gain: "attach any identity policy to an agency they or their servers use",
  },
  { name: "iam:permissions:addUserToGroupV5", type: "group", gain: joinGroup },
  // It can rewrite the very policy that grants it.
  {
    name: "iam:policies:createVersionV5",
    type: "policy",
    gain: "rewrite any custom identity policy they have, even this one",
  },
  {
    name: "iam:agencies:updateTrustPolicyV5",
    type: "agency",
    gain: "let an account they control use any trust agency",
  },
  { name: "iam:credentials:createCredentialV5", type: "user", gain: useKeysOfUser },
  { name: "iam:users:createLoginProfileV5", type: "user", gain: takeUserOver },
  { name: "iam:users:updateLoginProfileV5", type: "user", gain: takeUserOver },
  // The name of what version 1.1 calls iam:credentials:createCredential (facts.md#creating-access-keys).
  { name: "iam::createAccessKey", type: "user", gain: useKeysOfUser },
  { name: "sts:agencies:assume", type: "agency", gain: undefined },
];
