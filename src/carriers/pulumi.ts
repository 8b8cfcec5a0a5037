import { constructAgencyNames } from "./agency.js";
import { constructCarrier } from "./role-constructs.js";

/**
 * Pulumi: `iam.Role` of `@huaweicloudos/pulumi` (also written `Iam.Role`) and `IdentityRoleV3` of
 * `@pulumi/opentelekomcloud`, whose blocks have plural keys (facts.md#pulumi).
 */
export const pulumi = constructCarrier({
  modules: /^@huaweicloudos\/pulumi(?:\/|$)|^@pulumi\/(?:huaweicloud|opentelekomcloud)(?:\/|$)/u,
  classes: {
    Role: "role-of-text",
    IdentityRoleV3: "role-of-blocks",
    RoleAssignment: "assignment",
    GroupRoleAssignment: "assignment",
    UserRoleAssignment: "assignment",
    IdentityRoleAssignmentV3: "assignment",
    Agency: "agency",
    IdentityAgencyV3: "agency",
  },
  blockKeys: {
    policy: { statements: "Statement" },
    statement: { actions: "Action", effect: "Effect", resources: "Resource", condition: "Condition" },
  },
  agencyNames: { ...constructAgencyNames, projectRole: "projectRoles" },
  propertiesArgument: 1,
});
