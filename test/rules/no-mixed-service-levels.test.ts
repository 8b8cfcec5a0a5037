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
    // OBS is granted a second time for projects: alone, it may be in a role of either level.
    { policy: allow("obs:bucket:ListAllMyBuckets", "obs:bucket:*") },
    // A pattern over all services mixes levels by definition, and official policies have it.
    { policy: allow("*:*:*", "ims:images:list") },
    { policy: policyOf(statement("Allow", ["*:*:*"]), statement("Deny", ["iam:*:*", "ims:*:*"])) },
    // A denied action need not be granted.
    { policy: policyOf(statement("Allow", ["ims:images:list"]), statement("Deny", ["obs:*:*"])) },
    // No source documents the level of these.
    { policy: allow("ims:images:list", "functiongraph:function:getCode", "dns:zone:list") },
    { policy: allow("ims:images:list", "iam:users", "*", "functiongraph:*") },
    // The restriction applies to version 1.1 only.
    { policy: allow("ims:images:list", "obs:bucket:CreateBucket").replace("1.1", "5.0") },
    { policy: allow("ims:images:list", "obs:bucket:CreateBucket"), options: [{ ignore: ["obs"] }] },
  ],
  invalid: [
    // Reported at the first action of the level with fewer actions.
    {
      policy: allow("ims:images:list", "ims:images:get", "[[obs:bucket:CreateBucket]]"),
      errors: [mixed("OBS", "IMS")],
    },
    {
      policy: allow("obs:*:*", "iam:users:listUsers", "[[ecs:servers:list]]"),
      errors: [mixed("OBS and IAM", "ECS")],
    },
    { policy: allow("[[OBS:bucket:*]]", "IMS:images:*"), errors: [mixed("OBS", "IMS")] },
    // The service is clear, although the cloud wants three parts.
    { policy: allow("[[obs:*]]", "ims:*"), errors: [mixed("OBS", "IMS")] },
    { policy: allow("ims:images:list", "[[OBS:*]]"), errors: [mixed("OBS", "IMS")] },
    // Separate statements are still one policy.
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
