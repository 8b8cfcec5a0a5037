import { afterAll, vi } from "vitest";
import rule from "../../rules/no-unknown-action.js";
import { testPolicies } from "../hosts-table.js";
import { allow, policyOf, statement } from "../policies.js";

vi.setSystemTime("2026-06-15T12:00:00Z");
afterAll(() => vi.useRealTimers());

const anyCloud = "Open Telekom Cloud or Huawei Cloud";

function lookUp(month: string): string {
  return `Remove it, or check "Permissions" in the service's API reference (known here up to ${month}).`;
}

/** The same for tables without a date. */
const noDate = 'Remove it, or check "Permissions" in the service\'s API reference.';

function didYouMean(wrong: string, right: string) {
  return {
    message: `"${wrong}" is not an action of IMS on ${anyCloud}. Did you mean "${right}"?`,
    suggestions: [{ desc: `Replace with ${right}`, replace: [wrong, right] as const }],
  };
}

testPolicies("no-unknown-action", rule, {
  valid: [
    { policy: allow("ims:images:list", "ecs:servers:createImage") },
    // Actions are compared without case.
    { policy: allow("IMS:Images:LIST") },
    // Documented names one edit apart.
    { policy: allow("kms:cmk:get", "kms:cmk:set", "kms:cmk:list", "kms:cmk:lists") },
    { policy: allow("*:*:*", "ims:*:*", "ims:images:*", "ims:*:list", "ims:*mages:*", "*:*:lst") },
    // No table covers the service.
    { policy: allow("dns:zone:head") },
    // The tables of the only cloud that has the service are complete, but another cloud may be meant.
    { policy: allow("kms:cmk:frobnicate") },
    // The service is known only from dependencies of another one.
    { policy: allow("evs:volumes:gt") },
    // The tables of the service are incomplete, and this name is not similar to any.
    { policy: allow("ecs:recycleBin:get", "ecs:servers:set", "ecs:servers:delete", "ecs:cloudServers:*") },
    // The tables have it only likely all: what another cloud lists may work. Without a setting, that cloud may be meant.
    { policy: allow("elb:pools:create"), settings: { cloud: "otc" } },
    { policy: allow("elb:pools:frobnicate", "elb:frob*:nicate") },
    // Invalid forms are left to valid-policy.
    { policy: allow("ims:images:list", "ims:*", "swr:namespace:auth:get") },
    // Placeholders.
    { policy: allow("ims:images:list", "ims:${type}:lst", "ims:{{ type }}:lst", "ims:<type>:lst") },
    // Roles and identity policies have other names.
    { policy: allow("evs:volumes:lst").replace("1.1", "5.0") },
    { policy: allow("ims:images:lst").replace("1.1", "1.0") },
    { policy: allow("ims:images:archive", "ims:images:fetch", "ims:images:share") },
    // Listed in the settings.
    {
      policy: allow("ims:images:lst", "ims:images:lstTags"),
      settings: { knownActions: [{ action: "ims:images:lst*", reason: "Seen in the console." }] },
    },
  ],
  invalid: [
    { policy: allow("ims:images:[[lst]]"), errors: [didYouMean("ims:images:lst", "ims:images:list")] },
    { policy: allow("ims:[[image]]:list"), errors: [didYouMean("ims:image:list", "ims:images:list")] },
    { policy: allow("ims:images:[[lsit]]"), errors: [didYouMean("ims:images:lsit", "ims:images:list")] },
    { policy: allow("ims:[[list:images]]"), errors: [didYouMean("ims:list:images", "ims:images:list")] },
    { policy: allow("ims:[[image:uplod]]"), errors: [didYouMean("ims:image:uplod", "ims:images:upload")] },
    {
      policy: allow("ims:[[serverImage]]:create", "ims:images:list", "ims:images:[[updates]]"),
      errors: [
        didYouMean("ims:serverImage:create", "ims:serverImages:create"),
        didYouMean("ims:images:updates", "ims:images:update"),
      ],
    },
    // A Deny of an unknown action denies nothing.
    {
      policy: policyOf(statement("Deny", ["ims:images:[[delet]]"])),
      errors: [didYouMean("ims:images:delet", "ims:images:delete")],
    },
    {
      policy: allow("ims:images:list").replace('"Action"', '"NotAction"').replace("list", "[[lst]]"),
      errors: [didYouMean("ims:images:lst", "ims:images:list")],
    },
    // Without a similar name, the range begins at the first unknown part.
    {
      policy: allow("ims:[[frobnicate:everything]]"),
      errors: [{ message: `"ims:frobnicate:everything" is not an action of IMS on ${anyCloud}. ${lookUp("2026-04")}` }],
    },
    {
      policy: allow("ims:[[imagez]]:*"),
      errors: [
        {
          message: `"ims:imagez:*" matches no action of IMS on ${anyCloud}. Did you mean "ims:images:*"?`,
          suggestions: [{ desc: "Replace with ims:images:*", replace: ["ims:imagez:*", "ims:images:*"] }],
        },
      ],
    },
    {
      policy: allow("ims:*:[[lst*]]"),
      errors: [
        {
          message: `"ims:*:lst*" matches no action of IMS on ${anyCloud}. Did you mean "ims:*:list*"?`,
          suggestions: [{ desc: "Replace with ims:*:list*", replace: ["ims:*:lst*", "ims:*:list*"] }],
        },
      ],
    },
    // A service with incomplete tables: near misses only.
    {
      policy: allow("ecs:[[server]]:createImage"),
      errors: [
        {
          message:
            '"ecs:server:createImage" is not an action of ECS on Open Telekom Cloud or Huawei Cloud. Did you mean "ecs:servers:createImage"?',
          suggestions: [
            {
              desc: "Replace with ecs:servers:createImage",
              replace: ["ecs:server:createImage", "ecs:servers:createImage"],
            },
          ],
        },
      ],
    },
    {
      policy: allow("[[funcitongraph]]:function:getCode"),
      errors: [
        {
          message: '"funcitongraph" is not a documented service. Did you mean "functiongraph:function:getCode"?',
          suggestions: [
            {
              desc: "Replace with functiongraph:function:getCode",
              replace: ["funcitongraph:function:getCode", "functiongraph:function:getCode"],
            },
          ],
        },
      ],
    },
    // Documented by another cloud.
    {
      policy: allow("ims:[[images:share]]"),
      settings: { cloud: "otc" },
      errors: [
        {
          message:
            '"ims:images:share" is not an action of IMS on Open Telekom Cloud. Huawei Cloud has it. Is this policy meant for Huawei Cloud?',
        },
      ],
    },
    // Tables that likely have it all.
    {
      policy: allow("elb:[[pools:frobnicate]]", "elb:[[pools:frob*]]", "elb:pools:[[lst]]"),
      settings: { cloud: "otc" },
      errors: [
        {
          message: `"elb:pools:frobnicate" is probably not an action of ELB on Open Telekom Cloud. ${noDate}`,
        },
        {
          message: `"elb:pools:frob*" probably matches no action of ELB on Open Telekom Cloud. ${noDate}`,
        },
        {
          message: '"elb:pools:lst" is not an action of ELB on Open Telekom Cloud. Did you mean "elb:pools:list"?',
          suggestions: [{ desc: "Replace with elb:pools:list", replace: ["elb:pools:lst", "elb:pools:list"] }],
        },
      ],
    },
    // The right resource type and operation with the wrong service.
    {
      policy: allow("[[kms]]:images:list"),
      settings: { cloud: "otc" },
      errors: [
        {
          message: '"kms:images:list" is not an action of KMS on Open Telekom Cloud. Did you mean "ims:images:list"?',
          suggestions: [{ desc: "Replace with ims:images:list", replace: ["kms:images:list", "ims:images:list"] }],
        },
      ],
    },
    // Names that resemble nothing, on request.
    {
      policy: allow("ecs:[[recycleBin:get]]", "dns:[[zone:head]]", "evs:volumes:[[gt]]"),
      options: [{ undocumented: "report" }],
      errors: [
        {
          message: `"ecs:recycleBin:get" is probably not an action of ECS on Open Telekom Cloud or Huawei Cloud. ${lookUp("2024-04")}`,
        },
        {
          message:
            '"dns:zone:head" cannot be checked: its service has no permission table. Look it up, then list it in the setting "knownActions".',
        },
        {
          message:
            '"evs:volumes:gt" cannot be checked: its service has no permission table. Did you mean "evs:volumes:get"?',
          suggestions: [{ desc: "Replace with evs:volumes:get", replace: ["evs:volumes:gt", "evs:volumes:get"] }],
        },
      ],
    },
    // An expired setting.
    {
      policy: allow("ims:[[images:thaw]]", "ims:images:melt"),
      settings: {
        knownActions: [
          { action: "ims:images:thaw", reason: "ticket 7", expires: "2026-06-14" },
          { action: "ims:images:melt", reason: "ticket 8", expires: "2026-06-15" },
        ],
      },
      errors: [
        {
          message:
            '"ims:images:thaw" was listed in "knownActions" until 2026-06-14 (ticket 7). Check whether it is documented now; if not, set a later date.',
        },
      ],
    },
    // Two actions in one string.
    {
      policy: allow("[[ims:images:get ims:images:list]]"),
      errors: [
        {
          message:
            "This string contains 2 actions, but the cloud reads it as a single unknown one. Put each in its own string.",
          suggestions: [
            {
              desc: "Split into 2 strings",
              replace: ['"ims:images:get ims:images:list"', '"ims:images:get",\n        "ims:images:list"'],
            },
          ],
        },
      ],
    },
    {
      policy:
        '{"Version":"1.1","Statement":[{"Effect":"Allow","Action":["[[\\n ims:images:get,\\n x:y:z\\n]]","ims:images:list"]}]}',
      errors: [
        {
          message:
            "This string contains 2 actions, but the cloud reads it as a single unknown one. Put each in its own string.",
          suggestions: [
            {
              desc: "Split into 2 strings",
              replace: ['"\\n ims:images:get,\\n x:y:z\\n"', '"ims:images:get","x:y:z"'],
            },
          ],
        },
      ],
    },
    {
      policy: allow("[[ims:images:getims:images:list]]", "ims:images:delete"),
      errors: [
        {
          message:
            "This string contains 2 actions, but the cloud reads it as a single unknown one. Put each in its own string.",
          suggestions: [
            {
              desc: "Split into 2 strings",
              replace: ['"ims:images:getims:images:list"', '"ims:images:get",\n        "ims:images:list"'],
            },
          ],
        },
      ],
    },
    // With an escape in the name, the range covers its source.
    {
      policy: String.raw`{"Version":"1.1","Statement":[{"Effect":"Allow","Action":["ims:images:[[\u006cst]]"]}]}`,
      errors: [
        {
          message: `"ims:images:lst" is not an action of IMS on ${anyCloud}. Did you mean "ims:images:list"?`,
          suggestions: [
            { desc: "Replace with ims:images:list", replace: [String.raw`ims:images:\u006cst`, "ims:images:list"] },
          ],
        },
      ],
    },
  ],
});
