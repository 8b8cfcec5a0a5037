import rule from "../../rules/no-former-action.js";
import { testPolicies } from "../hosts-table.js";
import { allow, policyOf, statement } from "../policies.js";

const fetched = (advice: string) => ({
  message: `"ims:images:fetch" is a former name: its APIs now need ims:images:get or ims:images:list. ${advice} Documented by Open Telekom Cloud (2026-04).`,
  suggestions: ["ims:images:get", "ims:images:list"].map((name) => ({
    desc: `Replace with ${name}`,
    replace: ["ims:images:fetch", name] as const,
  })),
});

testPolicies("no-former-action", rule, {
  valid: [
    { policy: allow("ims:images:get", "ims:images:lst", "ims:images:*") },
    // Removed from the tables without a known replacement.
    { policy: allow("ims:images:drop") },
    // Another cloud still has it.
    { policy: allow("ims:images:archive") },
    { policy: allow("ims:images:fetch").replace("1.1", "5.0") },
  ],
  invalid: [
    { policy: allow("ims:images:list", "[[ims:images:fetch]]"), errors: [fetched("Grant those you need instead.")] },
    { policy: policyOf(statement("Deny", ["[[ims:images:fetch]]"])), errors: [fetched("Deny those instead.")] },
    {
      policy: policyOf(statement("Allow", ["[[ims:images:fetch]]"])).replace('"Action"', '"NotAction"'),
      errors: [fetched("Name those instead.")],
    },
    // Another cloud has it as a former name too, and does not say what replaced it.
    {
      policy: policyOf(statement("Deny", ["[[ims:images:wipe]]"])),
      errors: [
        {
          message:
            '"ims:images:wipe" is a former name: its APIs now need ims:images:delete. Deny that instead. Documented by Open Telekom Cloud (2026-04).',
          suggestions: [{ desc: "Replace with ims:images:delete", replace: ["ims:images:wipe", "ims:images:delete"] }],
        },
      ],
    },
    {
      policy: allow("[[IMS:images:archive]]"),
      settings: { cloud: "otc" },
      errors: [
        {
          message:
            '"ims:images:archive" is a former name: its APIs now need ims:images:delete. Grant that instead. Documented by Open Telekom Cloud (2026-04).',
          suggestions: [
            { desc: "Replace with ims:images:delete", replace: ["IMS:images:archive", "ims:images:delete"] },
          ],
        },
      ],
    },
  ],
});
