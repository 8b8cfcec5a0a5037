import { allowing, policyOf, type OfficialFact } from "./fact.js";

const grammar = "usermanual-iam5/iam_01_0934.html";

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
