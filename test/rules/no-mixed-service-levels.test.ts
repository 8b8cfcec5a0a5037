import rule from "../../rules/no-mixed-service-levels.js";
import { testPolicies } from "../hosts-table.js";
import { allow, policyOf, statement } from "../policies.js";

function mixed(global: string, project: string) {
  return {
    message: `This policy mixes global services (${global}) and project-level services (${project}), but a custom policy must keep to one level. Move one of the two to a second policy.`,
  };
}

testPolicies("no-mixed-service-levels", rule, {
  valid: [
    { policy: allow("ims:images:list", "ecs:servers:*", "kms:cmk:get") },
    // OBS is granted a second time for projects: alone, it may stand in a role of either level.
    { policy: allow("obs:bucket:ListAllMyBuckets", "obs:bucket:*") },
    // Whatever the service: it mixes by construction, and official policies hold it.
    { policy: allow("*:*:*", "ims:images:list") },
    { policy: policyOf(statement("Allow", ["*:*:*"]), statement("Deny", ["iam:*:*", "ims:*:*"])) },
    // What is denied need not be granted.
    { policy: policyOf(statement("Allow", ["ims:images:list"]), statement("Deny", ["obs:*:*"])) },
    // No source tells the level of these.
    { policy: allow("ims:images:list", "functiongraph:function:getCode", "dns:zone:list") },
    { policy: allow("ims:images:list", "iam:users") },
    // Only version 1.1 has the rule.
    { policy: allow("ims:images:list", "obs:bucket:CreateBucket").replace("1.1", "5.0") },
    { policy: allow("ims:images:list", "obs:bucket:CreateBucket"), options: [{ ignore: ["obs"] }] },
  ],
  invalid: [
    // At the first action of the level that has fewer of them.
    {
      policy: allow("ims:images:list", "ims:images:get", "[[obs:bucket:CreateBucket]]"),
      errors: [mixed("OBS", "IMS")],
    },
    {
      policy: allow("obs:*:*", "iam:users:listUsers", "[[ecs:servers:list]]"),
      errors: [mixed("OBS and IAM", "ECS")],
    },
    { policy: allow("[[OBS:bucket:*]]", "IMS:images:*"), errors: [mixed("OBS", "IMS")] },
    // In statements of their own they still are one policy.
    {
      policy: policyOf(statement("Allow", ["ims:*:*", "evs:*:*"]), statement("Allow", ["[[iam:users:listUsers]]"])),
      errors: [mixed("IAM", "IMS and EVS")],
    },
    // The option replaces the default.
    {
      policy: allow("ims:images:list", "obs:bucket:CreateBucket", "[[iam:users:listUsers]]"),
      options: [{ ignore: ["obs"] }],
      errors: [mixed("IAM", "IMS")],
    },
  ],
});
