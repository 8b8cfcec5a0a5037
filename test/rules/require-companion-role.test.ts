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
    // What only one case or one API needs.
    { policy: allow("functiongraph:function:seal", "ims:images:update") },
    // A pattern is a grant, never what is judged.
    { policy: allow("functiongraph:*:*", "functiongraph:function:imp*") },
    { policy: policyOf(statement("Deny", ["functiongraph:function:import"])) },
    { policy: allow("functiongraph:function:import").replace("1.1", "5.0") },
    // What is denied, or may be.
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
    // Once for an action, wherever it stands again.
    {
      policy: policyOf(
        statement("Allow", ["ims:images:list", "[[FunctionGraph:Function:Import]]"]),
        statement("Allow", ["functiongraph:function:import"]),
      ),
      errors: [importFunction],
    },
    // What a template fills in is not judged, and what stands beside it is.
    { policy: allow("${action}", "[[functiongraph:function:import]]"), errors: [importFunction] },
    // A Deny under a condition leaves the grant.
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
