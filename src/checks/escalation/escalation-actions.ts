/**
 * The actions that can escalate privileges, reviewed one by one by the effect of their APIs. A test compares them with
 * the IAM tables, so every new action must be reviewed.
 */

/** One way to escalate one's own privileges. */
export interface Escalation {
  /** The required actions, in the documented spelling. */
  readonly needs: readonly [string, ...string[]];
  /** The privilege gained, completing "lets its holders ...". */
  readonly gain: string;
}

export const joinGroup = "join any user group, including the administrators";
const grantToOwnGroup = "grant any role to a user group they belong to";
const grantToAgency = "grant any role to an agency they or their servers use";
export const takeUserOver = "set another user's password and sign in as that user";
export const useKeysOfUser = "create an access key for another user and act as that user";
const replaceTrust = "sign in as any user of an identity provider";

/**
 * Sources: the API pages in the IAM API references of Open Telekom Cloud and Huawei Cloud. Some plausible combinations
 * are missing because one of their actions is sufficient: granting roles does not require a custom role, as system
 * roles exist, and adding users to groups does not require a new user.
 */
export const escalations: readonly Escalation[] = [
  { needs: ["iam:permissions:addUserToGroup"], gain: joinGroup },
  { needs: ["iam:permissions:grantRoleToGroup"], gain: grantToOwnGroup },
  { needs: ["iam:permissions:grantRoleToGroupOnDomain"], gain: grantToOwnGroup },
  { needs: ["iam:permissions:grantRoleToGroupOnProject"], gain: grantToOwnGroup },
  { needs: ["iam:permissions:grantRoleToGroupOnEnterpriseProject"], gain: grantToOwnGroup },
  {
    needs: ["iam:permissions:grantRoleToUserOnEnterpriseProject"],
    gain: "give themselves any role on an enterprise project",
  },
  { needs: ["iam:permissions:grantRoleToAgency"], gain: grantToAgency },
  { needs: ["iam:permissions:grantRoleToAgencyOnDomain"], gain: grantToAgency },
  { needs: ["iam:permissions:grantRoleToAgencyOnProject"], gain: grantToAgency },
  // It can rewrite the very policy that grants it.
  { needs: ["iam:roles:updateRole"], gain: "rewrite any custom policy they are granted, even this one" },
  // The request may name another delegated account (facts.md#changing-an-agency).
  { needs: ["iam:agencies:updateAgency"], gain: "delegate any agency to an account they control" },
  // The request names the user; creating one's own keys needs no permission (facts.md#creating-access-keys).
  { needs: ["iam:credentials:createCredential"], gain: useKeysOfUser },
  // The request may contain a new password (facts.md#changing-a-user).
  { needs: ["iam:users:updateUser"], gain: takeUserOver },
  { needs: ["iam:users:resetUserPassword"], gain: takeUserOver },
  {
    needs: ["iam:identityProviders:updateMapping"],
    gain: "map themselves to any group through an identity provider",
  },
  // Metadata and configuration contain the keys that verify the provider's assertions
  // (facts.md#trust-of-identity-providers).
  { needs: ["iam:identityProviders:createIDPMetadata"], gain: replaceTrust },
  { needs: ["iam:identityProviders:updateOpenIDConnectConfig"], gain: replaceTrust },
  {
    needs: ["iam:identityProviders:createMapping", "iam:identityProviders:updateProtocol"],
    gain: "map themselves to any group through an identity provider",
  },
  {
    needs: [
      "iam:identityProviders:createIdentityProvider",
      "iam:identityProviders:createMapping",
      "iam:identityProviders:createProtocol",
      "iam:identityProviders:createOpenIDConnectConfig",
    ],
    gain: "join any group through their own identity provider",
  },
];
