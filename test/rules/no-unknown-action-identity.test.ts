import rule from "../../rules/no-unknown-action.js";
import { identityHosts, testPolicies, variableHosts } from "../hosts-table.js";
import { allow } from "../policies.js";

/** An identity policy that allows some actions. */
function allowInIdentityPolicy(...actions: readonly string[]): string {
  return allow(...actions).replace('"1.1"', '"5.0"');
}

const logs = ["rds:instance:getErrorLogs", "rds:instance:getSlowLogs"];
const reportAliases = [{ aliases: "report" }];

testPolicies(
  "no-unknown-action: version 5.0",
  rule,
  {
    valid: [
      { policy: allowInIdentityPolicy("iam::listAccessKeys", "EIP:publicips:LIST", "obs:bucket:listAllMyBuckets") },
      { policy: allowInIdentityPolicy("*", "ecs:*:*", "ecs:cloudServers:create?ervers", "eip:publicIps:crate*") },
      // Of most actions, no page was read.
      {
        policy: allowInIdentityPolicy("toy:boxes:open", "ecs:cloudServers:rename", "iam::listUsers", "sts::tagSession"),
      },
      // One for several resources may stand beside one for a single one.
      { policy: allowInIdentityPolicy("eip:publicIps:createTag", "iam::createAccessKeys", "eip:publicIp:create") },
      // Other versions of an API.
      {
        policy: allowInIdentityPolicy("iam:policies:createV3", "iam:users:attachPolicyV3", "iam:agencies:attachPolicy"),
      },
      // Other verbs.
      { policy: allowInIdentityPolicy("eip:publicIps:set", "iam::setAccessKey") },
      // Version 5.0 takes names of version 1.1.
      { policy: allowInIdentityPolicy("vpc:publicIps:create", "rds:param:modify", "iam:tokens:assume") },
      { policy: allowInIdentityPolicy("evs:volumes:lst") },
      { policy: allowInIdentityPolicy("eip:publicIps:crate"), settings: known("eip:publicIps:crate") },
      { policy: allowInIdentityPolicy("ims:images:list", "eip:publicIps:create"), options: reportAliases },
      // Beside its new names, an old one is on purpose.
      {
        policy: allowInIdentityPolicy("vpc:publicIps:get", "eip:publicIps:get", "rds:log:list"),
        options: [{ aliases: "ignore" }],
      },
      {
        policy: allowInIdentityPolicy("vpc:publicIps:get", "EIP:publicIps:get", ...logs, "rds:log:list"),
        options: reportAliases,
      },
      { policy: allowInIdentityPolicy("vpc:publicIps:create", "eip:*:*"), options: reportAliases },
      { policy: allow("iam::listAccessKey").replace('"1.1"', '"1.0"') },
    ],
    invalid: [
      ...[
        ["eip:publicIps:[[crate]]", "eip:publicIps:create"],
        ["iam::[[listAccesKeys]]", "iam::listAccessKeys"],
        ["ecs:cloudServers:[[showSrever]]", "ecs:cloudServers:showServer"],
        ["sts:[[agancies]]:assume", "sts:agencies:assume"],
      ].map(([marked = "", name = ""]) => ({
        policy: allowInIdentityPolicy(marked),
        errors: [
          {
            message: `"${marked.replace(/[[\]]/gu, "")}" is not a documented action of identity policies (5.0). Did you mean "${name}"?`,
            suggestions: [{ desc: `Replace with ${name}`, replace: [marked.replace(/[[\]]/gu, ""), name] as const }],
          },
        ],
      })),
      {
        // What stands beside it is not written again.
        policy: allowInIdentityPolicy("[[rds:log:list]]", "rds:instance:getErrorLogs"),
        options: reportAliases,
        errors: [
          {
            message:
              '"rds:log:list" is a name of version 1.1, which identity policies (5.0) take as an alias only. Write "rds:instance:getSlowLogs" instead.',
            suggestions: [
              {
                desc: "Replace with rds:instance:getSlowLogs",
                replace: ["rds:log:list", "rds:instance:getSlowLogs"],
              },
            ],
          },
        ],
      },
      {
        policy: allowInIdentityPolicy("eip:publicIps:upd*", "[[vpc:publicIps:update]]"),
        options: reportAliases,
        errors: [
          {
            message:
              '"vpc:publicIps:update" is a name of version 1.1, which identity policies (5.0) take as an alias only. Write "eip:publicIps:associateInstance" and "eip:publicIps:disassociateInstance" instead.',
            suggestions: [
              {
                desc: "Split into 2 strings",
                replace: [
                  '"vpc:publicIps:update"',
                  '"eip:publicIps:associateInstance",\n        "eip:publicIps:disassociateInstance"',
                ],
              },
            ],
          },
        ],
      },
      {
        policy: allowInIdentityPolicy("[[vpc:publicIps:create]]", "[[ecs:cloudServers:get]]"),
        options: reportAliases,
        errors: [
          {
            message:
              '"vpc:publicIps:create" is a name of version 1.1, which identity policies (5.0) take as an alias only. Write "eip:publicIps:create" instead.',
            suggestions: [
              { desc: "Replace with eip:publicIps:create", replace: ["vpc:publicIps:create", "eip:publicIps:create"] },
            ],
          },
          {
            message:
              '"ecs:cloudServers:get" is a name of version 1.1, which identity policies (5.0) take as an alias only. Write "ecs:cloudServers:showServer" and "ecs:cloudServers:showServerGroup" instead.',
            suggestions: [
              {
                desc: "Split into 2 strings",
                replace: [
                  '"ecs:cloudServers:get"',
                  '"ecs:cloudServers:showServer",\n        "ecs:cloudServers:showServerGroup"',
                ],
              },
            ],
          },
        ],
      },
    ],
  },
  identityHosts,
);

const otc = { cloud: "otc" };

/** What is said of a name that a complete source lacks. */
function unlisted(name: string, verb = "is not an"): { message: string } {
  return {
    message: `"${name}" ${verb} action of LORRY in identity policies (5.0) on Open Telekom Cloud. Remove it, or list it in the setting "knownActions" if it works.`,
  };
}

testPolicies(
  "no-unknown-action: services with a source of all their actions",
  rule,
  {
    valid: [
      { policy: allowInIdentityPolicy("lorry:trucks:load", "LORRY:quotas:show", "lorry:trucks:*"), settings: otc },
      // Names of version 1.1, and patterns that match one.
      { policy: allowInIdentityPolicy("lorry:truck:rent", "lorry:truck:h*", "lorry:*:?ent"), settings: otc },
      // Another cloud may have more, or the same source for less.
      { policy: allowInIdentityPolicy("lorry:drivers:rest", "lorry:dr*:*"), settings: otc },
      { policy: allowInIdentityPolicy("lorry:trucks:sell") },
      { policy: allowInIdentityPolicy("lorry:trucks:sell", "lorry:trucks:*sell"), settings: { cloud: "huaweicloud" } },
      { policy: allowInIdentityPolicy("lorry:trucks:sell"), settings: { ...otc, ...known("lorry:trucks:*") } },
      // Patterns over services.
      { policy: allowInIdentityPolicy("lor*:trucks:sell", "*:trucks:sell"), settings: otc },
      { policy: allowInIdentityPolicy("lorry:${type}:sell"), settings: otc, everywhere: true },
      // What version 1.1 has may be taken as well.
      { policy: allowInIdentityPolicy("ims:images:delete", "ims:images:del*"), settings: otc },
    ],
    invalid: [
      {
        policy: allowInIdentityPolicy("lorry:trucks:load", "lorry:[[trucks:sell]]", "lorry:[[wheels:*]]"),
        settings: otc,
        errors: [unlisted("lorry:trucks:sell"), unlisted("lorry:wheels:*", "matches no")],
      },
      {
        policy: allowInIdentityPolicy("lorry:trucks:[[laod]]"),
        settings: otc,
        errors: [
          {
            message:
              '"lorry:trucks:laod" is not a documented action of identity policies (5.0). Did you mean "lorry:trucks:load"?',
            suggestions: [
              { desc: "Replace with lorry:trucks:load", replace: ["lorry:trucks:laod", "lorry:trucks:load"] },
            ],
          },
        ],
      },
      {
        policy: allowInIdentityPolicy("[[lorry:truck:rent]]"),
        settings: otc,
        options: reportAliases,
        errors: [
          {
            message:
              '"lorry:truck:rent" is a name of version 1.1, which identity policies (5.0) take as an alias only. Write "lorry:trucks:hire" instead.',
            suggestions: [
              { desc: "Replace with lorry:trucks:hire", replace: ["lorry:truck:rent", "lorry:trucks:hire"] },
            ],
          },
        ],
      },
    ],
  },
  identityHosts,
);

testPolicies(
  "no-unknown-action: policy variables",
  rule,
  {
    valid: [{ policy: allowInIdentityPolicy("ecs:${type}:list", "ecs:${env:TYPE}:list", "ecs:cloudServers:list") }],
    invalid: [
      {
        policy: allowInIdentityPolicy("obs:object:getObject", "ecs:[[${g:UserName}]]:list"),
        errors: [
          {
            message:
              '"${g:UserName}" stays as it is here: identity policies (5.0) have variables in resources and in values of conditions only. Write the action itself.',
          },
        ],
      },
    ],
  },
  variableHosts,
);

function known(action: string) {
  return { knownActions: [{ action, reason: "seen in the console" }] };
}

const huaweicloud = { cloud: "huaweicloud" };

testPolicies("no-unknown-action: a name of version 5.0 in version 1.1", rule, {
  valid: [
    // Where a source may lack the name that version 1.1 has, or is of another cloud.
    { policy: allow("ims:images:list", "lorry:drivers:rest"), settings: huaweicloud },
    { policy: allow("ims:images:list", "lorry:trucks:load", "lorry:trucks:hire") },
    // Names that both versions have, and names that differ in case only.
    { policy: allow("iam:identityProviders:listMappings", "obs:bucket:listAllMyBuckets") },
    // Reported at the version.
    { policy: allow("iam::listAccessKeys") },
    { policy: allow("eip:publicIps:create"), settings: { ...huaweicloud, ...known("eip:*:*") } },
    // Patterns over types, of which nobody knows what is meant.
    { policy: allow("ims:images:list", "eip:*:*", "eip:publicIps:creat*") },
  ],
  invalid: [
    {
      policy: allow("ims:images:list", "[[eip:publicIps:create]]"),
      settings: huaweicloud,
      errors: [
        {
          message:
            '"eip:publicIps:create" is a name of identity policies (5.0). In version 1.1, write "vpc:publicIps:create" instead.',
          suggestions: [
            { desc: "Replace with vpc:publicIps:create", replace: ["eip:publicIps:create", "vpc:publicIps:create"] },
          ],
        },
      ],
    },
    // What stands beside it is not written again.
    {
      policy: allow("ims:images:list", "vpc:publicIps:create", "[[eip:publicIps:create]]"),
      settings: huaweicloud,
      errors: [
        {
          message:
            '"eip:publicIps:create" is a name of identity policies (5.0). In version 1.1, write "vpc:publicIps:create" instead.',
          suggestions: [{ desc: 'Remove "eip:publicIps:create"', replace: [',\n        "eip:publicIps:create"', ""] }],
        },
      ],
    },
    {
      policy: allow("[[eip:publicIps:*]]"),
      settings: huaweicloud,
      errors: [
        {
          message:
            '"eip:publicIps:*" is a name of identity policies (5.0). In version 1.1, write "vpc:publicIps:*" and "vpc:publicipTags:*" instead.',
        },
      ],
    },
    {
      policy: allow("ims:images:list", "[[lorry:trucks:load]]"),
      settings: { cloud: "otc" },
      errors: [
        {
          message:
            '"lorry:trucks:load" is an action of identity policies (5.0) that version 1.1 has no name for. Remove it, or write the policy in version 5.0.',
        },
      ],
    },
    {
      policy: allow("[[iam:policies:createV5]]"),
      settings: huaweicloud,
      errors: [
        {
          message:
            '"iam:policies:createV5" is an action of identity policies (5.0) that version 1.1 has no name for. Remove it, or write the policy in version 5.0.',
        },
      ],
    },
  ],
});
