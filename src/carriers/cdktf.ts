import { constructAgencyNames } from "./agency.js";
import { identityResources } from "./identity-resources.js";
import { roleBlockKeys } from "./policy-blocks.js";
import { constructCarrier } from "./role-constructs.js";
import { synthesisedProperties } from "./synthesised-properties.js";

/** The classes of policies of version 5.0, which the generator names after their resources: `IdentityTrustAgency`. */
export const identityClasses: Readonly<Record<string, string>> = Object.fromEntries(
  Object.keys(identityResources).map((resource) => [pascalCase(resource), resource]),
);

function pascalCase(resource: string): string {
  return resource.replace(/(?:^|_)(?<letter>\w)/gu, (_, letter: string) => letter.toUpperCase());
}

/**
 * CDK for Terraform and its successor CDK Terrain: prebuilt providers (`@cdktf/provider-opentelekomcloud`,
 * `@cdktn/provider-...`) and the ones that `get` generates into `.gen/providers/` (facts.md#cdk-for-terraform).
 */
export const cdktf = constructCarrier({
  modules: /^@(?:cdktf|cdktn)\/provider-|(?:^|\/)\.gen\/providers\//u,
  classes: {
    IdentityRoleV3: "role-of-blocks",
    IdentityRole: "role-of-text",
    IdentityRoleAssignment: "assignment",
    IdentityRoleAssignmentV3: "assignment",
    IdentityGroupRoleAssignment: "assignment",
    IdentityUserRoleAssignment: "assignment",
    IdentityAgency: "agency",
    IdentityAgencyV3: "agency",
  },
  identityClasses,
  blockKeys: roleBlockKeys,
  agencyNames: { ...constructAgencyNames, projectRole: "projectRole" },
  propertiesArgument: 2,
  withUpdates: synthesisedProperties,
});
