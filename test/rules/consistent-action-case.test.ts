import rule from "../../rules/consistent-action-case.js";
import { testPolicies } from "../hosts-table.js";
import { allow } from "../policies.js";

testPolicies("consistent-action-case", rule, {
  valid: [
    { policy: allow("ims:serverImages:create", "ims:images:lst", "IMS:*:*", "ecs:servers:createImage") },
    { policy: allow("IMS:images:list").replace("1.1", "5.0") },
  ],
  invalid: [
    {
      policy: allow("[[IMS:serverimages:Create]]"),
      errors: [
        {
          message:
            '"IMS:serverimages:Create" works, but is documented as "ims:serverImages:create". Use that spelling so that searches find it.',
        },
      ],
      fixed: ["IMS:serverimages:Create", "ims:serverImages:create"],
    },
  ],
});
