/**
 * The other side of the table of actions that raise rights: what was looked at and left out, with the reason.
 * A name that a new catalogue brings belongs in the table or here.
 */

const takesAway = "takes rights away";
const noRights = "has no rights until it is granted some, and who may grant them is in the table";
const weakens = "weakens how a sign-in or a request is verified, and grants nothing";
const setUp = "is in combinations of the table; alone, nobody can sign in with it";

/** Actions of IAM that change something. */
export const harmlessIamActions: Readonly<Record<string, string>> = {
  "iam:agencies:createAgency": noRights,
  "iam:agencies:deleteAgency": takesAway,
  "iam:credentials:deleteCredential": takesAway,
  "iam:credentials:updateCredential": "turns a key on or off without showing it",
  "iam:groups:createGroup": noRights,
  "iam:groups:deleteGroup": takesAway,
  "iam:groups:updateGroup": "changes name and description",
  "iam:identityProviders:createIdentityProvider": setUp,
  "iam:identityProviders:createMapping": setUp,
  "iam:identityProviders:createOpenIDConnectConfig": setUp,
  "iam:identityProviders:createProtocol": setUp,
  "iam:identityProviders:deleteIdentityProvider": takesAway,
  "iam:identityProviders:deleteMapping": takesAway,
  "iam:identityProviders:deleteProtocol": takesAway,
  "iam:identityProviders:updateIdentityProvider": "changes description and whether the provider is on",
  "iam:identityProviders:updateProtocol": "can only choose among mappings that others made",
  "iam:mfa:bindMFADevice": weakens,
  "iam:mfa:createVirtualMFADevice": weakens,
  "iam:mfa:deleteVirtualMFADevice": weakens,
  "iam:mfa:unbindMFADevice": weakens,
  "iam:permissions:removeUserFromGroup": takesAway,
  "iam:permissions:revokeRoleFromAgency": takesAway,
  "iam:permissions:revokeRoleFromAgencyOnDomain": takesAway,
  "iam:permissions:revokeRoleFromAgencyOnProject": takesAway,
  "iam:permissions:revokeRoleFromGroup": takesAway,
  "iam:permissions:revokeRoleFromGroupOnDomain": takesAway,
  "iam:permissions:revokeRoleFromGroupOnEnterpriseProject": takesAway,
  "iam:permissions:revokeRoleFromGroupOnProject": takesAway,
  "iam:permissions:revokeRoleFromUserOnEnterpriseProject": takesAway,
  "iam:projects:createProject": noRights,
  "iam:projects:deleteProject": takesAway,
  "iam:projects:updateProject": "changes name, description and whether the project is on",
  "iam:roles:createRole": noRights,
  "iam:roles:deleteRole": takesAway,
  "iam:securitypolicies:updateApiAclPolicy": weakens,
  "iam:securitypolicies:updateConsoleAclPolicy": weakens,
  "iam:securitypolicies:updateLoginPolicy": weakens,
  "iam:securitypolicies:updatePasswordPolicy": weakens,
  "iam:securitypolicies:updateProtectPolicy": weakens,
  "iam:users:createUser": noRights,
  "iam:users:deleteUser": takesAway,
  "iam:users:setUserLoginProtect": weakens,
  "iam:users:updateUserPassword": "asks for the present password",
};

const ownRights = "grants within the service, which has permissions of its own beside those of IAM";
const ownUsers = "is about users, keys or credentials of the service's own, not of IAM";
const onlyLooks = "only looks, by a POST";
const clientAccess = "is about who may call an API that somebody publishes";
const fixedAgency = "lets the service work with an agency whose rights the service chooses";

/** Actions of other services whose names speak of agencies, roles, grants or credentials, and change something. */
export const harmlessOtherActions: Readonly<Record<string, string>> = {
  "apig:apis:grantAppAccess": clientAccess,
  "apig:authorizers:create": clientAccess,
  "apig:authorizers:delete": clientAccess,
  "apig:authorizers:update": clientAccess,
  "cce:userAuthorization:create": fixedAgency,
  "dli:catalog:grantPrivilege": ownRights,
  "dli:column:grantPrivilege": ownRights,
  "dli:column:grant_privilege": ownRights,
  "dli:database:createRole": ownRights,
  "dli:database:create_role": ownRights,
  "dli:database:dropRole": ownRights,
  "dli:database:drop_role": ownRights,
  "dli:database:grantPrivilege": ownRights,
  "dli:database:grantRole": ownRights,
  "dli:database:grant_privilege": ownRights,
  "dli:database:grant_role": ownRights,
  "dli:database:revokeRole": ownRights,
  "dli:database:revoke_role": ownRights,
  "dli:database:showAllRoles": onlyLooks,
  "dli:database:showRoles": onlyLooks,
  "dli:database:show_all_roles": onlyLooks,
  "dli:database:show_roles": onlyLooks,
  "dli:datasourceauth:grantPrivilege": ownRights,
  "dli:datasourceauth:grant_privilege": ownRights,
  "dli:elasticresourcepool:grantPrivilege": ownRights,
  "dli:jobs:grant_privilege": ownRights,
  "dli:queue:grant_privilege": ownRights,
  "dli:table:grantPrivilege": ownRights,
  "dli:table:grant_privilege": ownRights,
  "dws:authorize:operate": fixedAgency,
  "dws:checkAuthorize:operate": onlyLooks,
  // The tables ask for the system role Security Administrator besides: who has that needs no more.
  "dws:createAgency:create": fixedAgency,
  "kms:grant:create": ownRights,
  "kms:grant:list": onlyLooks,
  "kms:grant:retire": ownRights,
  "kms:grant:revoke": ownRights,
  "obs:bucket:DeleteBucketPolicy": ownRights,
  "obs:bucket:PutBucketAcl": ownRights,
  "obs:bucket:PutBucketPolicy": ownRights,
  "obs:object:PutObjectAcl": ownRights,
  "obs:object:PutObjectVersionAcl": ownRights,
  "rds:databasePrivilege:grant": ownRights,
  "swr:instance:createTempCredential": ownUsers,
};
