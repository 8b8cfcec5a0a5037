import rule from "../../rules/require-companion-role.js";
import { testPolicies } from "../hosts-table.js";
import { allow, policyOf, statement } from "../policies.js";

function needs(subject: string, roles: string, clouds = "Open Telekom Cloud") {
  return {
    message: `${subject} the system role ${roles}. Grant it to the same group, then list it in the setting "companionRoles". Documented by ${clouds}.`,
  };
}

const bothClouds = "Open Telekom Cloud (2026-04) and Huawei Cloud";
const importFunction = needs('"functiongraph:function:import" also needs', '"KMS Administrator" or "Key Owner"');

testPolicies("require-companion-role", rule, {
  valid: [
    { policy: allow("ims:images:list", "ims:images:get") },
    { policy: allow("functiongraph:function:import"), settings: { companionRoles: ["kms administrator"] } },
    { policy: allow("functiongraph:function:import"), settings: { companionRoles: ["CBR Admin", "Key Owner"] } },
    // Roles for one case or one API only.
    { policy: allow("functiongraph:function:seal", "ims:images:update") },
    // Patterns are not checked.
    { policy: allow("functiongraph:*:*", "functiongraph:function:imp*") },
    { policy: policyOf(statement("Deny", ["functiongraph:function:import"])) },
    { policy: allow("functiongraph:function:import").replace("1.1", "5.0") },
    // Denied, or possibly denied.
    { policy: policyOf(statement("Allow", ["functiongraph:function:import"]), statement("Deny", ["*:*:import"])) },
    { policy: policyOf(statement("Allow", ["functiongraph:function:import"]), statement("Deny", ["${denied}"])) },
    {
      policy: allow("functiongraph:function:seal"),
      options: [{ apis: "every" }],
      settings: { companionRoles: ["KMS Administrator"] },
    },
  ],
  invalid: [
    { policy: allow("[[functiongraph:function:import]]"), errors: [importFunction] },
    {
      policy: allow("[[functiongraph:function:import]]"),
      settings: { companionRoles: ["CBR Admin"] },
      errors: [importFunction],
    },
    // Once for each action, even if it is repeated.
    {
      policy: policyOf(
        statement("Allow", ["ims:images:list", "[[FunctionGraph:Function:Import]]"]),
        statement("Allow", ["functiongraph:function:import"]),
      ),
      errors: [importFunction],
    },
    // Placeholders are not checked, but the actions next to them are.
    { policy: allow("${action}", "[[functiongraph:function:import]]"), errors: [importFunction] },
    // A conditional Deny does not cancel the grant.
    {
      policy: policyOf(
        statement("Allow", ["[[functiongraph:function:import]]"]),
        statement("Deny", ["*:*:*"], ',\n      "Condition": { "Bool": { "g:MFAPresent": ["false"] } }'),
      ),
      errors: [importFunction],
    },
    {
      policy: allow("[[functiongraph:function:seal]]"),
      options: [{ apis: "every" }],
      errors: [
        needs('Some APIs of "functiongraph:function:seal" also need', '"KMS Administrator" (only for encryption)'),
      ],
    },
    {
      policy: allow("[[ims:images:upload]]"),
      options: [{ apis: "every" }],
      errors: [needs('Some APIs of "ims:images:upload" also need', '"Tenant Administrator" for OBS', bothClouds)],
    },
  ],
});
