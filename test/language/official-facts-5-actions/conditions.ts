import { allowing, under, type OfficialFact } from "./fact.js";

const operators = "usermanual-organizations/org_03_0033.html";
const keys = "usermanual-iam5/iam_01_1287.html";
const variables = "usermanual-iam5/iam_01_1234.html";
const sts = "service-authorization-iam5/iam_11_0106.html";

const condition = { rule: "valid-condition" } as const;
const slip = { ...condition, says: "Did you mean" } as const;

/** The operators that a table or an example has, each with a slip of it. */
const tabled: readonly (readonly [name: string, slip: string])[] = [
  ["StringEquals", "[[StringEqual]]"],
  ["StringNotEquals", "[[StringNotEqual]]"],
  ["StringEqualsIgnoreCase", "[[StringEqualIgnoreCase]]"],
  ["StringNotEqualsIgnoreCase", "[[StringNotEqualIgnoreCase]]"],
  ["StringMatch", "[[StringMach]]"],
  ["StringNotMatch", "[[StringNotMach]]"],
  ["StringEndWith", "[[StringEndsWith]]"],
  ["NumberEquals", "[[NumericEquals]]"],
  ["NumberNotEquals", "[[NumericNotEquals]]"],
  ["NumberLessThan", "[[NumericLessThan]]"],
  ["NumberLessThanEquals", "[[NumericLessThanEquals]]"],
  ["NumberGreaterThan", "[[NumericGreaterThan]]"],
  ["NumberGreaterThanEquals", "[[NumericGreaterThanEquals]]"],
  ["DateLessThan", "[[DateLesThan]]"],
  ["DateLessThanEquals", "[[DateLessThanEqual]]"],
  ["DateGreaterThan", "[[DateGreatrThan]]"],
  ["DateGreaterThanEquals", "[[DateGreaterThanEqual]]"],
  ["Bool", "[[Boool]]"],
  ["Null", "[[IsNull]]"],
  ["IpAddress", "[[IpAdress]]"],
  ["NotIpAddress", "[[NotIpAdress]]"],
];

/** A value that each type of operator reads. */
function valueFor(operator: string): string {
  return operator.startsWith("Date") ? "2031-08-01T00:00:00Z" : /^(?:Bool|Null)/u.test(operator) ? "true" : "10.0.0.1";
}

/** The keys whose types pages print or show, with an operator that never matches and one that may. */
const typed: readonly (readonly [source: string, key: string, wrong: string, right: string, value: string])[] = [
  ...["g:PrincipalUrn", "g:PrincipalAccount", "g:PrincipalOrgPath", "g:SourceVpc", "g:SourceVpce"].map(
    (key) => [keys, key, "Bool", "StringEquals", "true"] as const,
  ),
  ...["g:UserName", "g:DomainName", "g:DomainId"].map(
    (key) => [variables, key, "NumberEquals", "StringNotEquals", "12"] as const,
  ),
  ...["g:TagKeys", "g:CalledVia"].map((key) => [keys, key, "Bool", "StringEquals", "true"] as const),
  ["usermanual-iam5/iam_01_0934.html", "g:MFAPresent", "StringEquals", "Bool", "true"],
  [operators, "g:CurrentTime", "StringEquals", "DateLessThan", "2031-08-01T00:00:00Z"],
  ...["ExternalId", "SourceIdentity", "AgencySessionName", "ServiceName", "TransitiveTagKeys"].map(
    (key) => [sts, `sts:${key}`, "NumberEquals", "StringEquals", "12"] as const,
  ),
  [sts, "sts:DurationTimes", "StringEquals", "NumberLessThan", "3600"],
];

/** Of sections on conditions. */
export const conditionFacts: readonly OfficialFact[] = [
  ...tabled.map(([name, wrong]): OfficialFact => ({
    fact: `${name} is an operator`,
    source: name === "StringEndWith" ? "usermanual-iam5/iam_01_0934.html" : operators,
    defect: under({ [wrong]: { "toy:Size": [valueFor(name)] } }),
    ...condition,
    says: `"${name}"`,
    twins: [under({ [name]: { "toy:Size": [valueFor(name)] } }), under({ [name]: { "toy:Size": valueFor(name) } })],
  })),
  {
    fact: "no table has the operators of AWS, of bucket policies or of earlier editions",
    source: "perms-cfg-obs/obs_40_0055.html",
    defect: under({ "[[StringEqualsAnyOf]]": { "toy:Size": ["1"] } }),
    ...slip,
    twins: [under({ StringEquals: { "toy:Size": ["1", "2"] } })],
  },
  {
    fact: "IfExists may end an operator, but Null",
    source: operators,
    defect: under({ "Null[[IfExists]]": { "g:SourceVpc": "true" } }),
    ...condition,
    says: '"Null" already checks whether a key exists',
    twins: [under({ Null: { "g:SourceVpc": "true" }, BoolIfExists: { "g:MFAPresent": "true" } })],
  },
  {
    fact: "ForAllValues: and ForAnyValue: may begin one",
    source: operators,
    defect: under({ "[[ForAllValue:]]StringEquals": { "g:TagKeys": ["team"] } }),
    ...slip,
    twins: [
      under({ "ForAllValues:StringEquals": { "g:TagKeys": ["team", "stage"] } }),
      under({ "ForAnyValue:StringMatch": { "g:TagKeys": ["team*"] } }),
    ],
  },
  {
    fact: "StringEquals compares letter by letter, StringMatch reads * and ?",
    source: operators,
    defect: under({ StringEquals: { "g:UserName": "[[dev-*]]" } }),
    ...condition,
    says: 'To match a pattern, use "StringMatch"',
    twins: [under({ StringMatch: { "g:UserName": "dev-*" } })],
  },
  {
    fact: "Bool takes true or false",
    source: operators,
    defect: under({ Bool: { "g:MFAPresent": ["[[yes]]"] } }),
    ...condition,
    says: 'takes "true" or "false"',
    twins: [under({ Bool: { "g:MFAPresent": ["false"] } }), under({ Bool: { "g:MFAPresent": "TRUE" } })],
  },
  {
    fact: "Null takes true or false",
    source: operators,
    defect: under({ Null: { "g:SourceVpc": "[[absent]]" } }),
    ...condition,
    says: 'takes "true" or "false"',
    twins: [under({ Null: { "g:SourceVpc": "false" } })],
  },
  {
    fact: "the operators of dates take dates",
    source: operators,
    defect: under({ DateGreaterThan: { "g:CurrentTime": "[[next year]]" } }),
    ...condition,
    says: "takes dates",
    twins: [under({ DateGreaterThan: { "g:CurrentTime": "2022-08-01T00:00:00Z" } })],
  },
  {
    fact: "the operators of numbers take numbers",
    source: operators,
    defect: under({ NumberLessThan: { "sts:DurationTimes": "[[one hour]]" } }),
    ...condition,
    says: "takes numbers",
    twins: [under({ NumberLessThan: { "sts:DurationTimes": ["3600", "1e3"] } })],
  },
  {
    fact: "the operators of addresses take an address or a range",
    source: operators,
    defect: under({ IpAddress: { "g:SourceIp": ["10.0.0.1", "[[10.0.0.300]]"] } }),
    ...condition,
    says: "takes IP addresses or ranges",
    twins: [under({ IpAddress: { "g:SourceIp": ["10.0.0.1", "10.0.0.0/8", "10.0.0.0/255.0.0.0"] } })],
  },
  {
    fact: "a value is a text or a list of them",
    source: keys,
    defect: under({ StringEquals: { "g:UserName": [["x"]] } }).replace(/(?<=\[\s*)(?<inner>\[[^\]]*\])/u, "⟦$<inner>⟧"),
    ...condition,
    says: "must be strings, but a list is not",
    twins: [under({ StringEquals: { "g:UserName": "x" } }), under({ StringEquals: { "g:UserName": ["x"] } })],
  },
  ...typed.map(([source, key, wrong, right, value]): OfficialFact => ({
    fact: `${key}: an operator of another type than the key's never matches`,
    source: `${source} and usermanual-iam5/iam_01_1280.html`,
    defect: under({ [wrong]: { [`[[${key}]]`]: value } }),
    ...condition,
    says: `but "${wrong}" compares`,
    twins: [under({ [right]: { [key]: value } }), under({ Null: { [key]: "true" } })],
  })),
  {
    fact: "the case of keys does not matter",
    source: variables,
    defect: under({ StringEquals: { "[[G:mfapresent]]": "true" } }),
    ...condition,
    says: "is a boolean",
    twins: [under({ Bool: { "G:mfapresent": "true" }, StringEquals: { "g:USERNAME": "x", "STS:externalid": "y" } })],
  },
  {
    fact: "global keys begin with g:, and the key of a tag follows a slash",
    source: "usermanual-iam5/iam_01_1264.html",
    defect: under({ StringEquals: { "[[g:ReqeustTag/team]]": "blue" } }),
    ...slip,
    twins: [
      under({ StringEquals: { "g:RequestTag/team": "a", "g:ResourceTag/team": "b", "g:PrincipalTag/team": "c" } }),
      under({ StringEquals: { "g:EnterpriseProjectId": "0" } }),
    ],
  },
  {
    fact: "services have keys of their own, which actions of other services may take",
    source: "intl/en-us/usermanual-permissions/iam_11_0007.html",
    defect: allowing(["ecs:cloudServers:createServers"], {
      Condition: { Bool: { "evs:Encrypted": "[[yes]]", "ecs:SSHKeyPairName": "true" } },
    }),
    ...condition,
    says: 'takes "true" or "false"',
    twins: [
      allowing(["ecs:cloudServers:createServers"], {
        Condition: {
          Bool: { "evs:Encrypted": "true", "eip:AssociatePublicIp": "false" },
          StringEquals: { "ecs:imageID": "1", "ecs:OsType": "Linux", "cbr:VaultId": "2", "vpc:SubnetId": "3" },
        },
      }),
    ],
  },
];
