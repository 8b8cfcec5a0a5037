import rule from "../../rules/valid-resource.js";
import { identityHosts, testPolicies, variableHosts, type ExpectedSuggestion } from "../hosts-table.js";
import { carriersOf } from "../identity-carriers.js";
import { policyOf, statement } from "../policies.js";

/** An identity policy with some resources. */
function limited(
  resources: readonly string[],
  actions: readonly string[] = ["ecs:cloudServers:deleteServers"],
): string {
  const list = resources.map((resource) => `"${resource}"`).join(", ");
  return policyOf(statement("Allow", actions, `,\n      "Resource": [${list}]`)).replace('"1.1"', '"5.0"');
}

function replacing(from: string, to: string): ExpectedSuggestion {
  return { desc: `Replace with ${to}`, replace: [from, to] };
}

testPolicies(
  "valid-resource: version 5.0",
  rule,
  {
    valid: [
      // Shapes of the guides' examples.
      { policy: limited(["obs:*:*:bucket:photos", "obs:*:*:object:photos/2031/*"]) },
      { policy: limited(["iam::system:policy:CCEFullPolicy", "iam::0123456789abcdef0123456789abcdef:user:bob"]) },
      { policy: limited(["iam:*:*:agency:service-linked-agency/service.Config/log"]) },
      { policy: limited(["sts::*:assumed-agency:deployers/session-1"]) },
      { policy: limited(["ecs:eu-de:*:instance:0a1b", "vpc:eu-de:*:subnet:*", "er:eu-de:*:instances:1"]) },
      { policy: limited(["dcaas:*:*:vgw:*", "vpc:*:*:vpc:*"], ["dcaas:vgw:create"]) },
      { policy: limited(["CCE:*:*:cluster:*", "OBS:*:*:bucket:*", "cts:*:*:tracker:system"]) },
      // A path may hold colons and slashes.
      { policy: limited(["toy:*:*:box:a:b/c:d"]) },
      // A wildcard may stand for colons: no page says that it does not.
      { policy: limited(["*", "**", "obs:*", "obs:*:bucket:photos", "ecs:?:instance"]) },
      // An empty region, an account of any form, an unknown type.
      { policy: limited(["obs:::bucket:photos", "ecs:eu-de:my-account:disk:1", "toy:a:b:c:d"]) },
      { policy: limited(["obs:*:*:object:PHOTOS", "obs:eu-de:*:bucket:photos", "iam:*:*:mfa:x"]) },
      // Placeholders.
      { policy: limited(["<urn>", "RESOURCE_URN", "iam::<account>:users:x", "iam:{{ region }}:x", "${urn}"]) },
      { policy: limited(["iam:eu-de:*:user:x"]).replace('"5.0"', '"1.0"') },
      // Of no service that pages were read of are all types known.
      { policy: limited(["ecs:*:*:instances:*", "er:*:*:instance:1", "iam:*:*:users:x", "iam:*:*:agancy:x"]) },
      { policy: limited(["obs:*:*:buckt:photos", "eip:*:*:publicips:1", "dcaas:*:*:vgv:1"]) },
      { policy: limited(["lorry:*:*:trucks:1", "lorry:*:*:trialer:1"], ["lorry:trucks:hire"]) },
      // Services that tables of version 1.1 have.
      { policy: limited(["bars:*:*:image:x"], ["jars:images:list"]) },
      // Whether a resource fits an action is not known.
      { policy: limited(["rds:*:*:instance:*"], ["obs:bucket:listBucket"]) },
      // Another service than the actions': a name that is near may be one.
      { policy: limited(["vpe:*:*:box:x"], ["vpc:vpcs:list"]) },
      { policy: limited(["functiongraphs:*:*:function:x"], ["ecs:cloudServers:deleteServers"]) },
    ],
    invalid: [
      ...["photos", "obs:photos", "iam:user:bob"].map((uri) => ({
        policy: limited([`[[${uri}]]`]),
        errors: [
          {
            message: `A resource of this identity policy (5.0) has five parts, service:region:account-id:type:path, but "${uri}" has ${["one part", "2 parts", "3 parts"][uri.split(":").length - 1]}. Write all five.`,
          },
        ],
      })),
      {
        policy: limited(["*", "[[/iam/agencies/07805acaba800fdd4fbdc00b8f888c7c]]"]),
        errors: [
          {
            message:
              '"/iam/agencies/07805acaba800fdd4fbdc00b8f888c7c" is an agency as version 1.1 writes it. In this identity policy (5.0), write "iam::<account-id>:agency:<name>".',
          },
        ],
      },
      {
        policy: limited(["[[urn]]:fss:eu-de:1:function:a:b"], ["functiongraph:function:invoke"]),
        errors: [
          {
            message:
              'A resource of this identity policy (5.0) starts with its service, not with "urn". Write service:region:account-id:type:path.',
          },
        ],
      },
      {
        policy: limited(["[[functongraph]]:eu-de:*:function:x"], ["functiongraph:function:invoke"]),
        errors: [
          {
            message:
              '"functongraph" is not the service of this statement\'s actions in this identity policy (5.0). Did you mean "functiongraph"?',
            suggestions: [replacing("functongraph", "functiongraph")],
          },
        ],
      },
      {
        policy: limited(["[[obss]]:*:*:bucket:photos"], ["obs:bucket:listBucket"]),
        errors: [
          {
            message:
              '"obss" is not the service of this statement\'s actions in this identity policy (5.0). Did you mean "obs"?',
            suggestions: [replacing("obss", "obs")],
          },
        ],
      },
      {
        policy: limited(["iam:[[eu-de]]:*:user:bob"]),
        errors: [
          {
            message:
              'IAM is a global service, so its resources in this identity policy (5.0) have no region "eu-de". Write "*".',
            suggestions: [{ desc: 'Replace the region with "*"', replace: ["eu-de", "*"] }],
          },
        ],
      },
      {
        policy: limited(["obs:*:*:[[bucket]]:photos/*", "obs:*:*:object:[[photos]]"]),
        errors: [
          {
            message:
              'The type is "bucket", but the path "photos/*" names objects, so this matches neither. Write the type "object".',
            suggestions: [{ desc: "Replace with object", replace: ["bucket:photos/*", "object:photos/*"] }],
          },
          {
            message:
              'The path "photos" names a bucket but no object, so this matches nothing. Add "/*" for all objects in the bucket.',
            suggestions: [{ desc: 'Add "/*"', replace: ["object:photos", "object:photos/*"] }],
          },
        ],
      },
      // Where other kinds of policies have them.
      {
        policy: limited(["iam:[[eu-de]]:*:user:bob"]).replace('"Resource"', '"NotResource"'),
        errors: [
          {
            message:
              'IAM is a global service, so its resources in this identity policy (5.0) have no region "eu-de". Write "*".',
            suggestions: [{ desc: 'Replace the region with "*"', replace: ["eu-de", "*"] }],
          },
        ],
      },
      // A lone text.
      {
        policy: limited(["iam:[[eu-de]]:*:user:bob"]).replace('["iam', '"iam').replace('bob"]', 'bob"'),
        errors: [
          {
            message:
              'IAM is a global service, so its resources in this identity policy (5.0) have no region "eu-de". Write "*".',
            suggestions: [{ desc: 'Replace the region with "*"', replace: ["eu-de", "*"] }],
          },
        ],
      },
    ],
  },
  identityHosts,
);

testPolicies(
  "valid-resource: the name of a kind of policy",
  rule,
  {
    valid: [],
    invalid: [
      {
        policy: limited(["[[photos]]"]),
        errors: [
          {
            message:
              'A resource of this service control policy (5.0) has five parts, service:region:account-id:type:path, but "photos" has one part. Write all five.',
          },
        ],
      },
    ],
  },
  carriersOf("service-control"),
);

const otc = { cloud: "otc" };

const [truck, trailer] = ["lorry:eu-de:*:truck:1", "lorry:*:*:trailer:*"];

function takesOthers(action: string, urns: string): { message: string } {
  return {
    message: `"${action}" takes none of the resources that this statement of the identity policy (5.0) names, so it has no effect. Name one like ${urns}.`,
  };
}

testPolicies(
  "valid-resource: what an action of version 5.0 takes",
  rule,
  {
    valid: [
      { policy: limited([truck, trailer], ["lorry:trucks:load", "lorry:trucks:hire"]), settings: otc },
      // Of another service, and in another case.
      { policy: limited(["er:*:*:instances:1", "Lorry:*:*:TRUCK:2"], ["lorry:trucks:load"]), settings: otc },
      { policy: limited(["lorry:*:*:tr*:1", "lor?y:*:*:truck:1"], ["lorry:trucks:*"]), settings: otc },
      // A pattern over actions, and a name that stands for two.
      { policy: limited([truck], ["lorry:*:*"]), settings: otc },
      { policy: limited([truck, trailer], ["lorry:truck:halt"]), settings: otc },
      { policy: limited(["*"], ["lorry:quotas:show", "lorry:trucks:load"]), settings: otc },
      { policy: limited([truck, "*"], ["lorry:quotas:show"]), settings: otc },
      // Any type may be meant for what has no resource.
      { policy: limited(["lorry:*:*:*:*", "*:*:*:truck:1"], ["lorry:quotas:show"]), settings: otc },
      { policy: limited([], ["lorry:quotas:show"]), settings: otc },
      // Actions that no source of this cloud lists with their resources.
      { policy: limited([trailer], ["lorry:trucks:hire"]) },
      { policy: limited([trailer], ["lorry:trucks:hire"]), settings: { cloud: "huaweicloud" } },
      { policy: limited([trailer], ["jar::list", "eip:publicIps:get", "lorry:trailers:park"]), settings: otc },
      { policy: limited([truck, "ecs:*:*:instance:1"], ["lorry:trucks:load", "ecs:*:*"]), settings: otc },
      { policy: limited([trailer], ["lorry:trucks:lend", "lorry:t*:lend"]), settings: otc },
      // What is to be filled in.
      { policy: limited(["lorry:*:*:TYPE:1", "lorry:*:*:<type>:1"], ["lorry:trucks:load"]), settings: otc },
      { policy: limited([truck], ["lorry:trailers:park"]).replace('"Resource"', '"NotResource"'), settings: otc },
      { policy: limited([truck], ["lorry:trailers:park"]).replace('"Action"', '"NotAction"'), settings: otc },
      { policy: limited([truck], ["lorry:trailers:park"]).replace('"Allow"', '"Permit"'), settings: otc },
    ],
    invalid: [
      {
        policy: limited([truck], ["[[lorry:quotas:show]]", "lorry:trucks:hire"]),
        settings: otc,
        errors: [
          {
            message:
              '"lorry:quotas:show" takes no resource in identity policies (5.0), so it has no effect in a statement that only names some. Move it to one with the resource "*".',
          },
        ],
      },
      {
        policy: limited(["vpc:*:*:vpc:1"], ["[[lorry:trucks:load]]", "[[lorry:truck:rent]]"]).replace("Allow", "Deny"),
        settings: otc,
        errors: [
          takesOthers("lorry:trucks:load", '"lorry:*:*:truck:*", "lorry:*:*:trailer:*" or "er:*:*:instances:*"'),
          takesOthers("lorry:truck:rent", '"lorry:*:*:truck:*"'),
        ],
      },
      {
        policy: limited([truck, "[[vpc:*:*:vpc:1]]"], ["lorry:trucks:hire", "lorry:trucks:w*"]),
        settings: otc,
        errors: [
          {
            message:
              'No action of this statement of the identity policy (5.0) takes "vpc:*:*:vpc:1". Remove it, or name a resource like "lorry:*:*:truck:*".',
          },
        ],
      },
      // A slip of a type that only an action names; nothing is said of what fits it.
      {
        policy: limited(["lorry:*:*:[[trialer]]:1"], ["lorry:trucks:hire"]),
        settings: otc,
        errors: [
          {
            message:
              '"trialer" is not a documented resource type of LORRY in identity policies (5.0). Did you mean "trailer"?',
            suggestions: [{ desc: "Replace with trailer", replace: [":trialer:", ":trailer:"] }],
          },
        ],
      },
    ],
  },
  identityHosts,
);

testPolicies(
  "valid-resource: policy variables",
  rule,
  {
    valid: [
      { policy: limited(["obs:*:*:object:home/${g:UserName}/*", "obs:*:*:object:${g:PrincipalTag/team, 'all'}/*"]) },
      { policy: limited(["obs:*:*:object:home/${*}", "obs:*:*:object:${env:HOME}", "iam::${g:DomainId}:users:x"]) },
    ],
    invalid: [
      {
        policy: limited(["obs:*:*:object:home/${[[g:UserNam]]}/*"]),
        errors: [
          {
            message:
              '"g:UserNam" in a policy variable is not a documented condition key of identity policies (5.0). Did you mean "g:UserName"?',
            suggestions: [replacing("g:UserNam", "g:UserName")],
          },
        ],
      },
      {
        policy: limited(["obs:*:*:object:home/[[${g:TagKeys}]]/*"]),
        errors: [
          {
            message:
              'The key "g:TagKeys" has several values, so a statement in this identity policy (5.0) with "${g:TagKeys}" never matches. Name a key with one value.',
          },
        ],
      },
      {
        policy: limited(["iam:[[eu-de]]:*:user:${g:UserName}"]),
        errors: [
          {
            message:
              'IAM is a global service, so its resources in this identity policy (5.0) have no region "eu-de". Write "*".',
            suggestions: [{ desc: 'Replace the region with "*"', replace: ["eu-de", "*"] }],
          },
        ],
      },
    ],
  },
  variableHosts,
);

/** The reverse, in a custom policy (1.1). */
const urn = policyOf(statement("Allow", ["iam:agencies:listAgencies"], ',\n      "Resource": ["iam::*:agency:ops"]'));

testPolicies("valid-resource: a resource of version 5.0 in version 1.1", rule, {
  valid: [{ policy: urn }],
  invalid: [
    {
      policy: urn.replace('"iam::', '"[[iam]]::'),
      options: [{ unlistedServices: "report" }],
      errors: [
        {
          message:
            '"iam::*:agency:ops" is a resource of identity policies (5.0); no list says that version 1.1 accepts it. Remove it, or write the policy in version 5.0.',
        },
      ],
    },
  ],
});
