import rule from "../../rules/consistent-action-case.js";
import { testPolicies } from "../hosts-table.js";
import { allow } from "../policies.js";

testPolicies("consistent-action-case", rule, {
  valid: [
    { policy: allow("ims:serverImages:create", "ims:images:lst", "ims:*:*", "ecs:servers:createImage") },
    // Pages write the name, or the prefix of the service, in two ways.
    { policy: allow("functiongraph:function:copy", "FunctionGraph:function:copy", "FunctionGraph:function:*") },
    { policy: allow("functiongraph:Function:Sign", "functiongraph:function:sign") },
    // A pattern of which some actions are as written, or that matches none, or differently spelt ones.
    { policy: allow("ims:images:li*", "ims:*mages:*", "ims:nothing:Get*", "*:Images:*") },
    { policy: allow("obs:bucket:*L*", "obs:bucket:*y*", "ims:*IMAGES:*") },
    { policy: allow("IMS:images:list").replace("1.1", "5.0") },
  ],
  invalid: [
    {
      policy: allow("[[IMS:serverimages:Create]]"),
      errors: [
        {
          message:
            '"IMS:serverimages:Create" is documented as "ims:serverImages:create". Use that spelling so that searches find it.',
        },
      ],
      fixed: ["IMS:serverimages:Create", "ims:serverImages:create"],
    },
    {
      policy: allow("[[FunctionGraph:function:Copy]]"),
      errors: [
        {
          message:
            '"FunctionGraph:function:Copy" is documented as "functiongraph:function:copy". Use that spelling so that searches find it.',
        },
      ],
      fixed: ["FunctionGraph:function:Copy", "functiongraph:function:copy"],
    },
    ...[
      ["IMS:*:*", "ims:*:*"],
      ["ims:Images:Get*", "ims:images:get*"],
      ["ims:serverimages:*Ate", "ims:serverImages:*ate"],
      ["obs:bucket:put*acl", "obs:bucket:Put*Acl"],
      ["OBS:bucket:*", "obs:bucket:*"],
    ].map(([written = "", documented = ""]) => ({
      policy: allow(`[[${written}]]`),
      errors: [
        {
          message: `"${written}" covers actions documented as "${documented}". Use that spelling so that searches find it.`,
        },
      ],
      fixed: [written, documented] as const,
    })),
  ],
});
