/**
 * The actions with which somebody can raise their own rights, reviewed one by one by what their APIs do. A test
 * holds the tables of the service IAM against them, so that each new action is judged.
 */

/** One way to raise one's own rights. */
export interface Escalation {
  /** The actions that it takes, in the documented spelling. */
  readonly needs: readonly [string, ...string[]];
  /** The gain of those who have them, to follow "lets its holders". */
  readonly gain: string;
}

const joinGroup = "join any user group, including the administrators";
const grantToOwnGroup = "grant any role to a user group they belong to";
const grantToAgency = "grant any role to an agency they or their servers use";
const takeUserOver = "set another user's password and sign in as that user";
const replaceTrust = "sign in as any user of an identity provider";

/**
 * The sources are the pages of the APIs in the IAM API references of Open Telekom Cloud and Huawei Cloud. Some
 * combinations that come to mind are not here because one of their actions suffices: who may grant roles needs no
 * role of their own making, as there are system roles, and who may add users to groups needs no new user.
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
  // A policy that has this action is itself one that it can rewrite.
  { needs: ["iam:roles:updateRole"], gain: "rewrite any custom policy they are granted, even this one" },
  // The request may name another delegated account (facts.md#changing-an-agency).
  { needs: ["iam:agencies:updateAgency"], gain: "delegate any agency to an account they control" },
  // The request names the user; one's own keys need no permission (facts.md#creating-access-keys).
  { needs: ["iam:credentials:createCredential"], gain: "create an access key for another user and act as that user" },
  // The request may hold a new password (facts.md#changing-a-user).
  { needs: ["iam:users:updateUser"], gain: takeUserOver },
  { needs: ["iam:users:resetUserPassword"], gain: takeUserOver },
  {
    needs: ["iam:identityProviders:updateMapping"],
    gain: "map themselves to any group through an identity provider",
  },
  // Metadata and configuration hold the keys that the provider's assertions are verified with
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
