import { constructAgencyNames } from "./agency.js";
import { roleBlockKeys } from "./policy-blocks.js";
import { constructCarrier } from "./role-constructs.js";
import { synthesisedProperties } from "./synthesised-properties.js";

/**
 * CDK for Terraform and its successor CDK Terrain: prebuilt providers (`@cdktf/provider-opentelekomcloud`,
 * `@cdktn/provider-...`) and the ones that `get` generates into `.gen/providers/` (facts.md#cdk-for-terraform).
 */
export const cdktf = constructCarrier({
  modules: /^@(?:cdktf|cdktn)\/provider-|(?:^|\/)\.gen\/providers\//u,
  classes: {
    IdentityRoleV3: "role-of-blocks",
    IdentityRole: "role-of-text",
    IdentityPolicy: "identity-policy",
    Identityv5Policy: "identity-policy",
    IdentityRoleAssignment: "assignment",
    IdentityRoleAssignmentV3: "assignment",
    IdentityGroupRoleAssignment: "assignment",
    IdentityUserRoleAssignment: "assignment",
    IdentityAgency: "agency",
    IdentityAgencyV3: "agency",
  },
  blockKeys: roleBlockKeys,
  agencyNames: { ...constructAgencyNames, projectRole: "projectRole" },
  propertiesArgument: 2,
  withUpdates: synthesisedProperties,
});
