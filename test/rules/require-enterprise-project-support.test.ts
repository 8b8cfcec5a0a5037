import rule from "../../rules/require-enterprise-project-support.js";
import { testPolicies } from "../hosts-table.js";
import { allow, policyOf, statement } from "../policies.js";

const settings = { scope: "enterprise-project" };
const bothClouds = "Open Telekom Cloud (2026-04) and Huawei Cloud";

function noEffect(action: string) {
  return {
    message: `"${action}" has no effect on an enterprise project: its API supports IAM projects only. Move it to a policy that you grant on an IAM project. Documented by ${bothClouds}.`,
  };
}

testPolicies("require-enterprise-project-support", rule, {
  valid: [
    { policy: allow("ims:images:create") },
    { policy: allow("ims:images:create"), settings: { scope: "iam-project" } },
    // All, mixed, unknown: not certain to have no effect.
    { policy: allow("ims:images:delete", "ims:images:list", "evs:volumes:get"), settings },
    // One cloud says no, the other does not say: no agreement.
    { policy: allow("ecs:servers:createImage"), settings },
    { policy: allow("ecs:servers:createImage"), settings: { ...settings, cloud: "otc" } },
    // A pattern that matches a supported action.
    { policy: allow("ims:images:*", "ims:*:create", "*:*:*", "ims:*:*"), settings },
    // A Deny is harmless.
    { policy: policyOf(statement("Deny", ["ims:images:create"])), settings },
    { policy: allow("ims:images:creat", "ims:nothing:*", "ims:images"), settings },
    { policy: allow("ims:images:create").replace("1.1", "5.0"), settings },
    { policy: allow("ims:images:list"), settings, options: [{ mixed: "ignore" }] },
    { policy: allow("ims:images:delete", "evs:volumes:get"), settings, options: [{ mixed: "report" }] },
    // "mixed" applies to single actions, not to patterns.
    { policy: allow("ims:images:lis*"), settings: { ...settings }, options: [{ mixed: "ignore" }] },
  ],
  invalid: [
    { policy: allow("ims:images:list", "[[ims:images:create]]"), settings, errors: [noEffect("ims:images:create")] },
    { policy: allow("[[IMS:images:Create]]"), settings, errors: [noEffect("IMS:images:Create")] },
    { policy: allow("[[ims:images:crea*]]"), settings, errors: [noEffect("ims:images:crea*")] },
    {
      policy: allow("[[ims:images:create]]"),
      settings: { ...settings, cloud: "huaweicloud" },
      errors: [
        {
          message: `"ims:images:create" has no effect on an enterprise project: its API supports IAM projects only. Move it to a policy that you grant on an IAM project. Documented by Huawei Cloud (2022-12).`,
        },
      ],
    },
    {
      policy: allow("[[ecs:servers:createImage]]"),
      settings: { ...settings, cloud: "huaweicloud" },
      errors: [
        {
          message: `"ecs:servers:createImage" has no effect on an enterprise project: its API supports IAM projects only. Move it to a policy that you grant on an IAM project. Documented by Huawei Cloud (2024-04).`,
        },
      ],
    },
    // Several APIs.
    {
      policy: allow("[[ims:mirrors:sync]]"),
      settings: { ...settings, cloud: "huaweicloud" },
      errors: [
        {
          message: `"ims:mirrors:sync" has no effect on an enterprise project: its 2 APIs support IAM projects only. Move it to a policy that you grant on an IAM project. Documented by Huawei Cloud (2022-12).`,
        },
      ],
    },
    // The table does not name the APIs.
    {
      policy: allow("[[ims:mirrors:watch]]"),
      settings: { ...settings, cloud: "huaweicloud" },
      errors: [
        {
          message: `"ims:mirrors:watch" has no effect on an enterprise project: its APIs support IAM projects only. Move it to a policy that you grant on an IAM project. Documented by Huawei Cloud (2022-12).`,
        },
      ],
    },
    // Too long a path.
    {
      policy: allow("[[ims:mirrors:refill]]"),
      settings: { ...settings, cloud: "huaweicloud" },
      options: [{ mixed: "report" }],
      errors: [
        {
          message: `"ims:mirrors:refill" works only in part on an enterprise project: its API POST …/refills/{refill_id} supports IAM projects only. To use it, grant the action on an IAM project too. Documented by Huawei Cloud (2022-12).`,
        },
      ],
    },
    {
      policy: allow("[[ims:mirrors:create]]"),
      settings: { ...settings, cloud: "huaweicloud" },
      options: [{ mixed: "report" }],
      errors: [
        {
          message: `"ims:mirrors:create" works only in part on an enterprise project: its APIs POST /v1/mirrors and POST /v2/mirrors support IAM projects only. To use them, grant the action on an IAM project too. Documented by Huawei Cloud (2022-12).`,
        },
      ],
    },
    {
      policy: allow("[[ims:images:list]]", "[[ims:images:update]]"),
      settings,
      options: [{ mixed: "report" }],
      errors: [
        {
          message: `"ims:images:list" works only in part on an enterprise project: its API GET /v2/images supports IAM projects only. To use it, grant the action on an IAM project too. Documented by ${bothClouds}.`,
        },
        {
          message: `"ims:images:update" works only in part on an enterprise project: its API PUT /v2/images/{image_id}/file supports IAM projects only. To use it, grant the action on an IAM project too. Documented by ${bothClouds}.`,
        },
      ],
    },
  ],
});
