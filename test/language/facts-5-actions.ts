import { about, allowing, policyOf, type OfficialFact } from "./official-facts-5.js";

const grammar = "usermanual-iam5/iam_01_0934.html";
const explained = "usermanual-iam5/iam_01_1280.html";

const unknown = { rule: "no-unknown-action", says: "Did you mean" } as const;

/** The names that differ between versions, by the page that has the new one beside the old one. */
const renamed: readonly (readonly [source: string, old: string, ...now: string[]])[] = [
  ["intl/en-us/usermanual-permissions/iam_11_0007.html", "ecs:cloudServers:create", "ecs:cloudServers:createServers"],
  ["intl/en-us/usermanual-permissions/iam_11_0007.html", "ecs:cloudServers:delete", "ecs:cloudServers:deleteServers"],
  [
    "intl/en-us/usermanual-permissions/iam_11_0007.html",
    "ecs:cloudServers:list",
    "ecs:cloudServers:listServersDetails",
  ],
  [
    "intl/en-us/usermanual-permissions/iam_11_0007.html",
    ...(["ecs:cloudServers:get", "ecs:cloudServers:showServer", "ecs:cloudServers:showServerGroup"] as const),
  ],
  ["service-authorization-iam5/iam_11_0033.html", "rds:param:modify", "rds:instance:updateParameter"],
  ["service-authorization-iam5/iam_11_0033.html", "rds:param:list", "rds:instance:getParameter"],
  ["service-authorization-iam5/iam_11_0033.html", "rds:instance:list", "rds:instance:listAll"],
  [
    "service-authorization-iam5/iam_11_0033.html",
    ...(["rds:log:list", "rds:instance:getErrorLogs", "rds:instance:getSlowLogs"] as const),
  ],
  ["api-eip/eip_apipermission_0002.html", "vpc:publicIps:create", "eip:publicIps:create"],
  ["api-eip/eip_apipermission_0002.html", "vpc:publicIps:get", "eip:publicIps:get"],
  ["api-eip/eip_apipermission_0002.html", "vpc:publicIps:list", "eip:publicIps:list"],
  ["api-eip/eip_apipermission_0002.html", "vpc:publicIps:delete", "eip:publicIps:delete"],
  [
    "api-eip/eip_apipermission_0002.html",
    "vpc:publicIps:update",
    ...["eip:publicIps:update", "eip:publicIps:associateInstance", "eip:publicIps:disassociateInstance"],
  ],
  ["usermanual-permissions/iam_11_0018.html", "vpc:publicipTags:create", "eip:publicIps:createTags"],
  ["usermanual-permissions/iam_11_0018.html", "vpc:publicipTags:get", "eip:publicIps:listTags"],
  ["usermanual-permissions/iam_11_0018.html", "vpc:publicipTags:delete", "eip:publicIps:deleteTags"],
  ["api-iam5/iam_02_1124.html", "iam:credentials:listCredentials", "iam::listAccessKeys"],
  ["api-iam5/iam_02_1124.html", "iam:credentials:createCredential", "iam::createAccessKey"],
  ["api-iam5/iam_02_1124.html", "iam:credentials:getCredential", "iam::getAccessKey"],
];

/** Slips of names that pages print. */
const slips: readonly (readonly [source: string, slip: string, name: string])[] = [
  ["service-authorization-iam5/iam_11_0106.html", "sts:agencies:[[asume]]", "sts:agencies:assume"],
  ["service-authorization-iam5/iam_11_0106.html", "sts::[[setSuorceIdentity]]", "sts::setSourceIdentity"],
  ["api-iam5/AttachUserPolicyV5.html", "iam:users:[[attachPolcyV5]]", "iam:users:attachPolicyV5"],
  ["api-iam5/CreatePolicyVersionV5.html", "iam:policies:[[creatVersionV5]]", "iam:policies:createVersionV5"],
  ["perms-cfg-obs/obs_40_0055.html", "obs:bucket:[[listAlMyBuckets]]", "obs:bucket:listAllMyBuckets"],
  ["perms-cfg-obs/obs_40_0055.html", "obs:object:[[getObjct]]", "obs:object:getObject"],
];

/** Of sections on actions. */
export const actionFacts: readonly OfficialFact[] = [
  {
    fact: "an action has three parts",
    source: grammar,
    defect: allowing(["[[ims:images]]"]),
    rule: "valid-policy",
    says: "three parts",
    twins: [allowing(["ims:images:list"]), allowing(["ims:*"])],
  },
  {
    fact: "the middle part may be empty",
    source: "service-authorization-iam5/iam_11_0106.html",
    defect: allowing(["sts::[[decodeAuthorizationMesage]]"]),
    ...unknown,
    twins: [allowing(["sts::decodeAuthorizationMessage", "evs::enableEncryptionByDefault", "dli::listTags"])],
  },
  {
    fact: "* is any number of characters",
    source: grammar,
    defect: allowing(["ims:*Members:*", "[[ims:imageMembers:list]]"]),
    rule: "no-redundant-action",
    says: "already covered",
    twins: [allowing(["ims:*Members:*", "ims:images:list"])],
  },
  {
    fact: "? is exactly one character",
    source: grammar,
    defect: allowing(["ims:images:lis?", "[[ims:images:list]]"]),
    rule: "no-redundant-action",
    says: "already covered",
    twins: [allowing(["ims:images:lis?", "ims:images:lis"]), allowing(["ims:images:lis?", "ims:images:lists"])],
  },
  {
    fact: "upper and lower case do not matter in Action",
    source: grammar,
    defect: allowing(["sts::setSourceIdentity", "[[STS::SetSourceIdentity]]"]),
    rule: "no-redundant-action",
    says: "already listed",
    twins: [allowing(["STS::SetSourceIdentity", "EIP:publicips:LIST"])],
  },
  {
    fact: "nor in NotAction",
    source: grammar,
    defect: policyOf({ Effect: "Deny", NotAction: ["eip:publicIps:[[crate]]"] }),
    ...unknown,
    twins: [policyOf({ Effect: "Deny", NotAction: ["EIP:PUBLICIPS:CREATE"] })],
  },
  {
    fact: "a part of the names of version 1.1 is kept, and others are aliases",
    source: "iam5_faq/iam_01_1103.html",
    defect: allowing(["[[vpc:publicIps:list]]"]),
    rule: "no-unknown-action",
    says: 'Write "eip:publicIps:list" instead',
    config: "strict",
    twins: [allowing(["iam:identityProviders:listMappings"]), allowing(["eip:publicIps:list"])],
  },
  {
    fact: "an alias stands for the new name in a policy of version 1.1",
    source: "iam5_faq/iam_01_1233.html",
    defect: allowing(["ims:images:list", "[[eip:publicIps:create]]"]).replace("5.0", "1.1"),
    rule: "no-unknown-action",
    says: 'In version 1.1, write "vpc:publicIps:create" instead',
    twins: [allowing(["ims:images:list", "vpc:publicIps:create"]).replace("5.0", "1.1")],
  },
  ...renamed.map(([source, old, ...now]): OfficialFact => ({
    fact: `${old} is an alias of ${now.join(" and ")}`,
    source,
    defect: allowing([`[[${old}]]`]),
    rule: "no-unknown-action",
    says: now
      .map((name) => `"${name}"`)
      .join(now.length > 2 ? ", " : " and ")
      .replace(/, (?="[^"]*"$)/u, " and "),
    config: "strict",
    twins: [allowing(now), allowing([old, ...now])],
  })),
  ...slips.map(([source, slip, name]): OfficialFact => ({
    fact: `${name} is an action`,
    source,
    defect: allowing([slip]),
    ...unknown,
    twins: [allowing([name])],
  })),
];

const urns = "usermanual-iam5/iam_01_1275.html";
const account = "0a1b2c3d4e5f0a1b2c3d4e5f0a1b2c3d";
const parts = { rule: "valid-resource", says: "has five parts" } as const;
const region = { rule: "valid-resource", says: "is a global service" } as const;

/** Of sections on resources. */
export const resourceFacts: readonly OfficialFact[] = [
  {
    fact: "a resource has five parts, and its path may hold colons and slashes",
    source: urns,
    defect: about("[[ecs:instance:0f1e]]"),
    ...parts,
    twins: [about("ecs:eu-de:*:instance:0f1e"), about("toy:*:*:box:a:b/c:d")],
  },
  {
    fact: "it begins with the service",
    source: urns,
    defect: allowing(["ecs:things:use"], { Resource: ["[[urn]]:ecs:eu-de:*:instance:0f1e"] }),
    rule: "valid-resource",
    says: "starts with its service",
    twins: [about("ecs:eu-de:*:instance:0f1e")],
  },
  {
    fact: "IAM's have an empty region or *, and their account may be system",
    source: urns,
    defect: about(`iam:[[eu-de]]:${account}:user:ada`),
    ...region,
    twins: [
      about(`iam::${account}:user:ada`, `iam:*:${account}:group:ops`, "iam::system:policy:CCEFullPolicy"),
      about(`iam::${account}:agency:service-linked-agency/service.Config/log`, `iam::${account}:policy:path/reader`),
    ],
  },
  {
    fact: "STS's have an empty region",
    source: "usermanual-iam5/iam_01_1287.html",
    defect: about(`sts:[[eu-de]]:${account}:assumed-agency:ops/session`),
    ...region,
    twins: [about(`sts::${account}:assumed-agency:ops/session`, `sts::${account}:external-user:idp/session`)],
  },
  {
    fact: "a domain of CDN has an empty region",
    source: explained,
    defect: about(`cdn:[[cn-north-4]]:${account}:domain:example.com`),
    ...region,
    twins: [about(`cdn::${account}:domain:example.com`), about(`cfw:cn-north-4:${account}:eip:1`)],
  },
  {
    fact: "an object of OBS names its bucket and its key",
    source: "usermanual-iam5/iam_01_1241.html",
    defect: about("obs:*:*:object:[[photos]]"),
    rule: "valid-resource",
    says: "names a bucket but no object",
    twins: [about("obs:*:*:object:photos/2031/*")],
  },
  {
    fact: "a bucket of OBS is a name",
    source: "usermanual-iam5/iam_01_1241.html",
    defect: about("obs:*:*:[[bucket]]:photos/*"),
    rule: "valid-resource",
    says: 'Write the type "object"',
    twins: [about("obs:*:*:bucket:photos")],
  },
  {
    fact: "an agency is a resource of IAM",
    source: "usermanual-iam5/iam_01_1164.html",
    defect: allowing(["sts:agencies:assume"], { Resource: [`[[/iam/agencies/${account}]]`] }),
    rule: "valid-resource",
    says: 'write "iam::<account-id>:agency:<name>"',
    twins: [allowing(["sts:agencies:assume"], { Resource: [`iam::${account}:agency:ops`] })],
  },
  {
    fact: "an instance of ECS, a public IP of EIP, and resources of other services than the action's",
    source: "usermanual-permissions/iam_11_0018.html",
    defect: about("[[eip:publicip:1]]"),
    ...parts,
    twins: [
      about(`ecs:eu-de:${account}:instance:0f1e`, "eip:*:*:publicip:*"),
      allowing(["dcaas:vgw:create"], { Resource: [`vpc:eu-de:${account}:vpc:1`, `er:eu-de:${account}:instances:1`] }),
      about(`dcaas:*:${account}:directConnect:*`, `dcaas:*:${account}:vif:1`, "OBS:*:*:bucket:photos"),
    ],
  },
];
