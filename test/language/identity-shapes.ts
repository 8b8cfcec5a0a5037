import type { PolicyKind } from "../../src/policy/kinds.js";

/** What the official pages print of version 5.0 as correct, in our own words. */
export interface IdentityShape {
  readonly name: string;
  readonly kind: Exclude<PolicyKind, "session">;
  readonly policy: object;
}

type Inner = Readonly<Record<string, unknown>>;

const of = (...Statement: readonly Inner[]): object => ({ Version: "5.0", Statement });
const allow = (Action: readonly string[], more: Inner = {}): Inner => ({ Effect: "Allow", Action, ...more });
const deny = (Action: readonly string[], more: Inner = {}): Inner => ({ Effect: "Deny", Action, ...more });
const account = "0a1b2c3d4e5f0a1b2c3d4e5f0a1b2c3d";

const identity: Readonly<Record<string, object>> = {
  "a statement with every element": of({
    Sid: "Readers",
    ...allow(["ims:images:list", "ims:images:get"], {
      Resource: ["ims:*:*:image:*"],
      Condition: { Bool: { "g:MFAPresent": ["true"] }, StringEndWithIfExists: { "g:UserName": ["reader"] } },
    }),
  }),
  "an empty name of a statement": of({ Sid: "", ...allow(["ims:images:list"]) }),
  "global and regional services": of(
    allow(["obs:bucket:listAllMyBuckets", "obs:object:getObject"], { Resource: ["*"] }),
    allow(["ecs:cloudServers:listServersDetails", "ecs:cloudServers:showServer"]),
  ),
  "exceptions of actions": of({ Effect: "Deny", NotAction: ["ims:*:*"], Resource: ["*"] }),
  "exceptions of resources": of({ Effect: "Deny", Action: ["obs:object:*"], NotResource: ["obs:*:*:object:photos/*"] }),
  "keys in another order": of({ Resource: ["*"], Action: ["ims:images:list"], Effect: "Allow", Sid: "a" }),
  "actions without a type, and wildcards": of(
    allow(["sts::decodeAuthorizationMessage", "evs::enableEncryption*", "dli::list?ags", "cdn:*:*", "obs:*:list*"]),
  ),
  "an action in another case": of(allow(["IdentityCenter:instance:list", "OBS:Bucket:ListBucket"])),
  "conditions of lone texts": of(
    deny(["obs:object:putObject"], {
      Condition: { StringNotEquals: { "g:DomainId": account }, IpAddress: { "g:SourceIp": "10.0.0.0/8" } },
    }),
  ),
  "a resource of an instance": of(
    allow(["ecs:cloudServers:showServer"], { Resource: [`ecs:eu-de:${account}:instance:0f1e2d3c`] }),
  ),
  "resources of IAM": of(
    allow(["iam:users:attachPolicyV5"], {
      Resource: [`iam::${account}:user:*`, "iam::system:policy:CCEFullPolicy", `iam::${account}:agency:path/reader`],
    }),
  ),
  "variables and defaults": of(
    allow(["obs:object:getObject"], {
      Resource: ["obs:*:*:object:homes/${g:UserName}/*", "obs:*:*:object:teams/${g:PrincipalTag/team, 'none'}/*"],
      Condition: { StringEquals: { "g:ResourceTag/team": ["${g:PrincipalTag/team}"] } },
    }),
  ),
  "tags of a request": of(
    allow(["ecs:cloudServers:createServers"], {
      Condition: {
        StringEquals: { "g:RequestTag/team": ["blue"] },
        "ForAllValues:StringEquals": { "g:TagKeys": ["team", "stage"] },
      },
    }),
  ),
  "dates, numbers and absent keys": of(
    deny(["ims:images:delete"], {
      Condition: {
        DateLessThan: { "g:CurrentTime": "2030-08-01T00:00:00Z" },
        NumberGreaterThan: { "sts:DurationTimes": "3600" },
        Null: { "g:SourceVpc": "true" },
      },
    }),
  ),
  "names of the older version, which it takes": of(
    allow(["ecs:cloudServers:create", "vpc:publicIps:create", "iam:tokens:assume", "eip:publicIps:create"]),
  ),
  "acting as one agency": of(
    allow(["sts:agencies:assume"], { Resource: [`iam::${account}:agency:ops`, `iam::${account}:agency:path/reader`] }),
  ),
  "resources of other services than the action's": of(
    allow(["dcaas:vgw:create"], {
      Resource: [`dcaas:*:${account}:vgw:*`, `vpc:*:${account}:vpc:*`, `er:*:${account}:instances:*`],
    }),
  ),
  "access keys by their new names, for tagged users": of(
    allow(["iam::createAccessKey", "iam:credentials:createCredentialV5"], {
      Condition: { StringEquals: { "g:ResourceTag/team": "${g:PrincipalTag/team, 'none'}" } },
    }),
    allow(["iam:users:attachPolicyV5"], {
      Condition: { "ForAnyValue:StringMatchIfExists": { "iam:PolicyURN": ["iam::system:policy:*ReadOnly*"] } },
    }),
  ),
  "addresses and endpoints": of(
    deny(["obs:object:getObject"], {
      Condition: {
        NotIpAddressIfExists: { "g:SourceIp": ["10.0.0.0/8", "2001:db8::/32"] },
        StringNotEqualsIgnoreCaseIfExists: { "g:SourceVpce": "0f1e2d3c" },
        NumberLessThanEqualsIfExists: { "sts:DurationTimes": ["3600"] },
      },
    }),
  ),
  "creation of fleets": of(allow(["ucs:clustergroups:createFleet"]), deny(["ucs:addons:delete"])),
};

const trusted = (Principal: Inner, more: Inner = {}): Inner => ({
  Effect: "Allow",
  Action: ["sts:agencies:assume"],
  Principal,
  ...more,
});

const trust: Readonly<Record<string, object>> = {
  "an account": of(trusted({ IAM: [account] })),
  "accounts with an external id": of(
    trusted({ IAM: [account] }, { Condition: { StringEquals: { "sts:ExternalId": ["42"] } } }),
  ),
  "one principal of an account": of(
    trusted({ IAM: [account] }, { Condition: { StringEquals: { "g:PrincipalUrn": [`iam::${account}:user:ada`] } } }),
  ),
  "a service": of(trusted({ Service: ["service.APIG"] })),
  "services with a source identity": of(trusted({ Service: ["service.Config", "service.WorkloadSandboxMetadata"] }), {
    Effect: "Allow",
    Action: ["sts::setSourceIdentity"],
    Principal: { IAM: [account] },
  }),
};

const serviceControl: Readonly<Record<string, object>> = {
  "a lone statement": {
    Version: "5.0",
    Statement: { Sid: "Keep", ...deny(["organizations:organizations:leave"], { Resource: ["*"] }) },
  },
  regions: of(
    deny(["ecs:*:*"], { Resource: ["*"], Condition: { StringNotEquals: { "g:RequestedRegion": ["eu-de"] } } }),
  ),
  "tags of a request": of(
    deny(["ecs:cloudServers:createServers"], {
      Condition: { "ForAnyValue:StringMatch": { "g:TagKeys": ["team*"] }, StringEndWith: { "g:UserName": ["x"] } },
    }),
  ),
  exceptions: of({ Effect: "Deny", NotAction: ["iam:*:*", "sts:*:*"], Resource: ["*"] }),
  "no action yet": of(deny([])),
  "everything, which an organisation begins with": of({ Sid: "All", ...allow(["*"], { Resource: ["*"] }) }),
};

const permissionSet: Readonly<Record<string, object>> = { "one action": of(allow(["eps:resources:add"])) };

const endpoint: Readonly<Record<string, object>> = {
  "any principal": of({ ...allow(["*"], { Resource: ["*"] }), Principal: "*" }),
};

export const identityShapes: readonly IdentityShape[] = (
  [
    ["identity", identity],
    ["trust", trust],
    ["service-control", serviceControl],
    ["permission-set", permissionSet],
    ["endpoint", endpoint],
  ] as const
).flatMap(([kind, policies]) => Object.entries(policies).map(([name, policy]) => ({ name, kind, policy })));
