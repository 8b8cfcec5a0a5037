import rule from "../../rules/require-action-dependencies.js";
import { testPolicies } from "../hosts-table.js";
import { allow, policyOf, statement } from "../policies.js";

const bothClouds = "Open Telekom Cloud and Huawei Cloud (2024-04)";
const needed = ["evs:volumes:get", "evs:snapshots:create", "ims:images:create", "ims:images:get"];

/** A suggestion that adds only some of the missing actions. */
function addedOf(number: number, after: string, ...names: readonly string[]) {
  const desc = `Add ${names.length} of the ${number} dependency actions: ${names.join(", ")}`;
  return { ...added(after, ...names), desc };
}

function added(after: string, ...names: readonly string[]) {
  const lines = [after, ...names].map((name) => `"${name}"`).join(",\n        ");
  return {
    desc:
      names.length === 1
        ? `Add the dependency action ${names.join("")}`
        : `Add the ${names.length} dependency actions: ${names.join(", ")}`,
    replace: [`"${after}"`, lines] as const,
  };
}

testPolicies("require-action-dependencies", rule, {
  valid: [
    { policy: allow("ecs:servers:createImage", ...needed) },
    // Wildcards count as grants, and so do other statements.
    { policy: allow("ecs:servers:createImage", "EVS:*:*", "ims:images:*") },
    { policy: allow("*:*:*", "ecs:servers:createImage") },
    { policy: policyOf(statement("Allow", ["ecs:servers:createImage"]), statement("Allow", needed)) },
    {
      policy: policyOf(
        statement("Allow", ["ecs:servers:createImage"]),
        statement("Allow", needed, ',\n      "Resource": ["evs:*:*:volume:1"]'),
      ),
    },
    // Patterns grant dependencies, but their own are not checked.
    { policy: allow("ecs:servers:*", "ecs:*:create*") },
    // Read-only actions are not checked by default.
    { policy: allow("ecs:servers:list") },
    // A dependency that is a pattern is met by any part of it, because no table says which is needed.
    { policy: allow("ecs:serverVolumes:use", "evs:volumes:get") },
    // Dependencies of one case or one API only.
    { policy: allow("ims:images:update", "ims:serverImages:create", "ims:images:get") },
    // Without a method, the verb decides.
    { policy: allow("functiongraph:function:showVersion") },
    // The action itself is denied, or not allowed.
    { policy: policyOf(statement("Allow", ["ecs:servers:createImage"]), statement("Deny", ["ecs:*:*"])) },
    { policy: policyOf(statement("Deny", ["ecs:servers:createImage"])) },
    // A Deny with a condition or resources does not cancel the grant.
    {
      policy: policyOf(
        statement("Allow", ["ecs:servers:createImage", ...needed]),
        statement("Deny", ["evs:*:*"], ',\n      "Condition": { "Bool": { "g:MFAPresent": ["false"] } }'),
        statement("Deny", ["ims:*:*"], ',\n      "Resource": ["ims:*:*:image:1"]'),
      ),
    },
    // A placeholder could be the missing action.
    { policy: allow("ecs:servers:createImage", "${action}") },
    { policy: allow("ecs:servers:createImage").replace("1.1", "5.0") },
    // A table without a dependency column is no statement, but an empty cell is.
    { policy: allow("ecs:cloudServers:changeOS") },
    { policy: allow("ecs:cloudServers:resize"), settings: { cloud: "huaweicloud" } },
    { policy: allow("ecs:cloudServers:resize", "ecs:cloudServerFlavors:get", "vpc:ports:get") },
    // Granted elsewhere, by the settings.
    { policy: allow("ecs:servers:createImage"), settings: { alsoGranted: ["evs:*:*", "ims:images:*"] } },
    // Actions of the other level may be in a second policy anywhere.
    { policy: allow("kms:cmk:export", "kms:cmk:get") },
    // If no source documents a service's level, the other actions of the policy determine it.
    { policy: allow("functiongraph:function:dropVersion", "ims:images:list") },
    // A dependency of a working action need not work by itself.
    { policy: allow("functiongraph:function:copy", "functiongraph:function:publish") },
    // NotAction allows everything else.
    {
      policy: policyOf(
        statement("Allow", ["ecs:servers:createImage"]),
        statement("Allow", ["obs:*:*"]).replace('"Action"', '"NotAction"'),
      ),
    },
  ],
  invalid: [
    {
      policy: allow("[[ecs:servers:createImage]]"),
      errors: [
        {
          message: `"ecs:servers:createImage" is missing 4 of 4 dependency actions: evs:volumes:get, evs:snapshots:create, ims:images:create and ims:images:get. Grant them too. Documented by ${bothClouds}.`,
          suggestions: [added("ecs:servers:createImage", ...needed)],
        },
      ],
    },
    {
      policy: allow("ims:images:list", "[[ecs:servers:createImage]]", "ims:images:*", "evs:*:get"),
      errors: [
        {
          message: `"ecs:servers:createImage" is missing 1 of 4 dependency actions: evs:snapshots:create. Grant it too. Documented by ${bothClouds}.`,
          suggestions: [added("ecs:servers:createImage", "evs:snapshots:create")],
        },
      ],
    },
    // One problem for each action, even if it is repeated.
    {
      policy: policyOf(
        statement("Allow", ["[[ecs:servers:createImage]]"]),
        statement("Allow", ["ECS:Servers:CreateImage", "ims:*:*", "evs:volumes:*"]),
      ),
      errors: [
        {
          message: `"ecs:servers:createImage" is missing 1 of 4 dependency actions: evs:snapshots:create. Grant it too. Documented by ${bothClouds}.`,
          suggestions: [added("ecs:servers:createImage", "evs:snapshots:create")],
        },
      ],
    },
    // One cloud requires one more.
    {
      policy: allow("[[ecs:servers:createImage]]", ...needed),
      settings: { cloud: "otc" },
      errors: [
        {
          message: `"ecs:servers:createImage" is missing 1 of 5 dependency actions: ims:quotas:get. Grant it too. Documented by Open Telekom Cloud.`,
          suggestions: [added("ecs:servers:createImage", "ims:quotas:get")],
        },
      ],
    },
    // A Deny cancels a grant; the denied action is not suggested.
    {
      policy: policyOf(
        statement("Allow", ["[[ecs:servers:createImage]]", ...needed.slice(0, 3)]),
        statement("Deny", ["evs:snapshots:*"]),
      ),
      errors: [
        {
          message: `"ecs:servers:createImage" is missing 2 of 4 dependency actions: evs:snapshots:create and ims:images:get. The Deny on line {{line 13}} takes evs:snapshots:create away: narrow it. Documented by ${bothClouds}.`,
        },
      ],
    },
    {
      policy: policyOf(
        statement("Allow", ["[[ecs:servers:createImage]]", ...needed]),
        statement("Deny", ["evs:*:*"], ',\n      "Resource": ["*"]'),
      ),
      errors: [
        {
          message: `"ecs:servers:createImage" is missing 2 of 4 dependency actions: evs:volumes:get and evs:snapshots:create. The Deny on line {{line 14}} takes them away: narrow it. Documented by ${bothClouds}.`,
        },
      ],
    },
    {
      policy: policyOf(
        statement("Allow", ["[[ecs:servers:createImage]]", ...needed.slice(0, 3)]),
        statement("Deny", ["evs:*:*"]),
      ),
      errors: [
        {
          message: `"ecs:servers:createImage" is missing 3 of 4 dependency actions: evs:volumes:get, evs:snapshots:create and ims:images:get. The Deny on line {{line 13}} takes 2 of them away: narrow it. Documented by ${bothClouds}.`,
        },
      ],
    },
    // Only one cloud has a dependency column, in a second table.
    {
      policy: allow("[[ecs:cloudServers:resize]]", "vpc:ports:get"),
      errors: [
        {
          message: `"ecs:cloudServers:resize" is missing 1 of 2 dependency actions: ecs:cloudServerFlavors:get. Grant it too. Documented by Open Telekom Cloud.`,
          suggestions: [added("ecs:cloudServers:resize", "ecs:cloudServerFlavors:get")],
        },
      ],
    },
    // Several actions that lack the same.
    {
      policy: policyOf(
        statement("Allow", ["[[ecs:cloudServers:resize]]"]),
        statement("Allow", ["ecs:cloudServers:changeOS"]),
      ),
      settings: { cloud: "otc" },
      errors: [
        {
          message: `"ecs:cloudServers:resize" and "ecs:cloudServers:changeOS" are missing the same 2 dependency actions: ecs:cloudServerFlavors:get and vpc:ports:get. Grant them too. Documented by Open Telekom Cloud.`,
          suggestions: [added("ecs:cloudServers:resize", "ecs:cloudServerFlavors:get", "vpc:ports:get")],
        },
      ],
    },
    {
      policy: allow("[[ecs:cloudServers:resize]]", "ecs:cloudServers:changeOS", "vpc:ports:get"),
      settings: { cloud: "otc" },
      errors: [
        {
          message: `"ecs:cloudServers:resize" and "ecs:cloudServers:changeOS" are missing the same dependency action: ecs:cloudServerFlavors:get. Grant it too. Documented by Open Telekom Cloud.`,
          suggestions: [added("ecs:cloudServers:resize", "ecs:cloudServerFlavors:get")],
        },
      ],
    },
    // Several actions that lack different ones.
    {
      policy: allow("[[ecs:cloudServers:resize]]", "[[ecs:serverVolumes:use]]", "ecs:cloudServerFlavors:get"),
      settings: { cloud: "otc" },
      errors: [
        {
          message: `"ecs:cloudServers:resize" is missing 1 of 2 dependency actions: vpc:ports:get. Grant it too. Documented by Open Telekom Cloud.`,
          suggestions: [added("ecs:cloudServers:resize", "vpc:ports:get")],
        },
        {
          message: `"ecs:serverVolumes:use" is missing its dependency action: evs:volumes:*. Grant it too. Documented by Open Telekom Cloud.`,
          suggestions: [added("ecs:serverVolumes:use", "evs:volumes:*")],
        },
      ],
    },
    // Only some are granted elsewhere.
    {
      policy: allow("[[ecs:servers:createImage]]"),
      settings: { alsoGranted: ["evs:*:*", "ims:images:get"] },
      errors: [
        {
          message: `"ecs:servers:createImage" is missing 1 of 4 dependency actions: ims:images:create. Grant it too. Documented by ${bothClouds}.`,
          suggestions: [added("ecs:servers:createImage", "ims:images:create")],
        },
      ],
    },
    // Actions of the other level are named, not added.
    {
      policy: allow("[[kms:cmk:export]]"),
      errors: [
        {
          message: `"kms:cmk:export" is missing its dependency action: kms:cmk:get. Grant it too. In a policy for global services, also grant obs:bucket:CreateBucket. Documented by Open Telekom Cloud.`,
          suggestions: [added("kms:cmk:export", "kms:cmk:get")],
        },
      ],
    },
    // They are not named if they are granted.
    {
      policy: allow("[[kms:cmk:export]]"),
      settings: { alsoGranted: ["obs:*:*"] },
      errors: [
        {
          message: `"kms:cmk:export" is missing its dependency action: kms:cmk:get. Grant it too. Documented by Open Telekom Cloud.`,
          suggestions: [added("kms:cmk:export", "kms:cmk:get")],
        },
      ],
    },
    // Without a method, the verb decides.
    {
      policy: allow("[[functiongraph:function:dropVersion]]"),
      errors: [
        {
          message: `"functiongraph:function:dropVersion" is missing its dependency action: obs:bucket:get. Grant it too. Documented by Open Telekom Cloud.`,
          suggestions: [added("functiongraph:function:dropVersion", "obs:bucket:get")],
        },
      ],
    },
    // A dependency that is a pattern, without any grant of a part.
    {
      policy: allow("[[ecs:serverVolumes:use]]"),
      errors: [
        {
          message: `"ecs:serverVolumes:use" is missing its dependency action: evs:volumes:*. Grant it too. Documented by Open Telekom Cloud.`,
          suggestions: [added("ecs:serverVolumes:use", "evs:volumes:*")],
        },
      ],
    },
    {
      policy: allow("[[functiongraph:function:showVersion]]"),
      options: [{ reads: true }],
      errors: [
        {
          message: `"functiongraph:function:showVersion" is missing its dependency action: obs:bucket:get. Grant it too. Documented by Open Telekom Cloud.`,
          suggestions: [added("functiongraph:function:showVersion", "obs:bucket:get")],
        },
      ],
    },
    {
      policy: allow("[[ims:images:update]]"),
      options: [{ apis: "every" }],
      errors: [
        {
          message: `Some APIs of "ims:images:update" are missing 3 of 3 dependency actions: ims:serverImages:create (only to move it to another enterprise project), ims:images:get and ims:images:upload. Grant them too. Documented by Open Telekom Cloud (2026-04) and Huawei Cloud.`,
          suggestions: [added("ims:images:update", "ims:serverImages:create", "ims:images:get", "ims:images:upload")],
        },
      ],
    },
    // Two cases of one API exclude each other: importing a system disk does not require what importing a data disk
    // does.
    {
      policy: allow("[[ims:serverImages:create]]", "ims:dataImages:create"),
      options: [{ apis: "every" }],
      errors: [
        {
          message: `Some APIs of "ims:serverImages:create" are missing their dependency action: ims:images:update. Grant it too. Documented by Open Telekom Cloud (2026-04) and Huawei Cloud.`,
          suggestions: [added("ims:serverImages:create", "ims:images:update")],
        },
      ],
    },
    // Edits keep the style of the list.
    {
      policy: '{ "Version": "1.1", "Statement": [{ "Effect": "Allow", "Action": ["[[ecs:serverVolumes:use]]"] }] }',
      errors: [
        {
          message: `"ecs:serverVolumes:use" is missing its dependency action: evs:volumes:*. Grant it too. Documented by Open Telekom Cloud.`,
          suggestions: [
            {
              desc: "Add the dependency action evs:volumes:*",
              replace: ['"ecs:serverVolumes:use"', '"ecs:serverVolumes:use", "evs:volumes:*"'],
            },
          ],
        },
      ],
    },
    {
      policy: allow("[[functiongraph:function:dropVersion]]", "iam:users:listUsers"),
      errors: [
        {
          message: `"functiongraph:function:dropVersion" is missing its dependency action: obs:bucket:get. Grant it too. Documented by Open Telekom Cloud.`,
          suggestions: [added("functiongraph:function:dropVersion", "obs:bucket:get")],
        },
      ],
    },
    // A dependency of an action that does not work may be intended by itself.
    {
      policy: policyOf(
        statement("Allow", ["functiongraph:function:copy", "[[functiongraph:function:publish]]"]),
        statement("Deny", ["functiongraph:function:copy"]),
      ),
      errors: [
        {
          message: `"functiongraph:function:publish" is missing its dependency action: functiongraph:function:getCode. Grant it too. Documented by Open Telekom Cloud.`,
          suggestions: [added("functiongraph:function:publish", "functiongraph:function:getCode")],
        },
      ],
    },
    // A grant of a whole service is not suggested. The message names it first, since the suggestion names the others.
    {
      policy: allow("[[functiongraph:function:encrypt]]"),
      errors: [
        {
          message: `"functiongraph:function:encrypt" is missing 2 of 2 dependency actions: kms:*:* and functiongraph:function:getCode. Grant them too. Documented by Open Telekom Cloud.`,
          suggestions: [addedOf(2, "functiongraph:function:encrypt", "functiongraph:function:getCode")],
        },
      ],
    },
    // One of the two covers the other.
    {
      policy: allow("[[functiongraph:function:sign]]"),
      errors: [
        {
          message: `"functiongraph:function:sign" is missing 2 of 2 dependency actions: kms:cmk:get and kms:cmk:*. Grant them too. Documented by Open Telekom Cloud.`,
          suggestions: [added("functiongraph:function:sign", "kms:cmk:*")],
        },
      ],
    },
    // One of them would have no effect on an enterprise project.
    {
      policy: allow("[[ecs:servers:createImage]]"),
      settings: { scope: "enterprise-project", cloud: "otc" },
      errors: [
        {
          message: `"ecs:servers:createImage" is missing 5 of 5 dependency actions: ims:images:create, evs:volumes:get, evs:snapshots:create, ims:images:get and ims:quotas:get. Grant them too. Documented by Open Telekom Cloud.`,
          suggestions: [
            addedOf(
              5,
              "ecs:servers:createImage",
              "evs:volumes:get",
              "evs:snapshots:create",
              "ims:images:get",
              "ims:quotas:get",
            ),
          ],
        },
      ],
    },
    // A single string has no list to add to.
    {
      policy: allow("[[ecs:serverVolumes:use]]").replace(/\[\s*("\[\[.*\]\]")\s*\]/u, "$1"),
      everywhere: true,
      errors: [
        {
          message: `"ecs:serverVolumes:use" is missing its dependency action: evs:volumes:*. Grant it too. Documented by Open Telekom Cloud.`,
        },
      ],
    },
  ],
});
