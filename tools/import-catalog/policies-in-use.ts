/**
 * Names in policies that run in a cloud and that no table of any cloud lists (facts.md#actions-newer-than-the-tables).
 * Reviewed by hand: a policy counts if people wrote it and a product needs it to work. Policies that a generator wrote,
 * and examples of what a policy may look like, name actions that nobody has seen work, so they count for nothing.
 */
import type { Cloud } from "../../src/catalog/format.js";

export interface UsedName {
  readonly cloud: Cloud;
  readonly action: string;
}

interface PolicyInUse {
  readonly cloud: Cloud;
  /** Where the policy stands. */
  readonly repository: string;
  readonly actions: readonly string[];
}

const policies: readonly PolicyInUse[] = [
  {
    cloud: "huaweicloud",
    repository: "AutoMQ/terraform-huaweicloud-automq-byoc-environment",
    actions: [
      "ces:remoteCheckSites:list",
      "ces:siteMonitorRule:create",
      "ecs:instanceScheduledEvents:list",
      "ecs:recycleBin:get",
      "ecs:recycleBin:listServers",
      "evs:backups:get",
      "evs:backups:list",
      "evs:recycle_policy:get",
      "evs:retypePolicy:get",
      "evs:sharedBackups:list",
      "vpc:addressGroupTags:get",
      "vpc:addressGroups:get",
      "vpc:addressGroups:list",
      "vpc:firewallTags:get",
      "vpc:firewalls:get",
      "vpc:firewalls:list",
      "vpc:flowLogs:list",
      "vpc:securityGroupTags:create",
      "vpc:securityGroupTags:get",
      "vpc:subNetworkInterfaces:get",
      "vpc:subNetworkInterfaces:list",
    ],
  },
  {
    cloud: "huaweicloud",
    repository: "huaweicloud/huaweicloud-csi-driver",
    actions: ["kms:cmk:verify", "kms:dek:encrypt"],
  },
];

/**
 * Resource types that patterns of system policies and of the guides' examples name, as in `vpc:vpns:*`, and that the
 * tables of some cloud lack. The clouds have their system policies in common, so that a type of one may be in all.
 * Patterns name no action, so they are no {@link UsedName}.
 */
export const typesOfPatterns: readonly string[] = [
  "ces:alarm",
  "ces:generic",
  "ces:notification",
  "dns:ptrrecord",
  "dws:dws",
  "ges:ges",
  "tms:predefine_tag",
  "tms:resource_tag",
  "vpc:firewalls",
  "vpc:lbaas",
  "vpc:routes",
  "vpc:vpns",
  "vpcep:endpoint_services",
];

export const policiesInUse: readonly UsedName[] = policies.flatMap(({ cloud, actions }) =>
  actions.map((action) => ({ cloud, action })),
);
