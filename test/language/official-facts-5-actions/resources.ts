import { about, allowing, type OfficialFact } from "./fact.js";

const explained = "usermanual-iam5/iam_01_1280.html";
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
