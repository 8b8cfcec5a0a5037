import { account, around, assumes, createAgency, elements, inCarrier, ofAccount } from "./fact.js";

const trusted = around(`${assumes}, ${ofAccount}`);

/** Trust policies and their agencies. */
export const trustFacts = inCarrier("trust", { policy: trusted }, [
  {
    fact: "a trust policy says who may act as the agency",
    page: `${elements}, ${createAgency}`,
    policy: `{ "Version": "5.0", "Statement": [⟦{⟧ ${assumes} }] }`,
    says: 'This statement of the trust policy (5.0) has no "Principal"',
  },
  {
    fact: "accounts have IDs of 32 hexadecimal digits",
    page: elements,
    policy: around(`${assumes}, "Principal": { "IAM": ["⟦123456789012⟧"] }`),
    says: '"123456789012" is not an account ID, which has 32 hexadecimal digits in a trust policy (5.0)',
  },
  {
    fact: "names of services begin with service.",
    page: "api-iam5/CreateServiceLinkedAgencyV5",
    policy: around(`${assumes}, "Principal": { "Service": ["⟦ApiGateway⟧"] }`),
    twin: { policy: around(`${assumes}, "Principal": { "Service": ["service.APIG"] }`) },
    says: '"ApiGateway" is not a service in this trust policy (5.0)',
  },
  {
    fact: "and go on with letters, digits and hyphens",
    page: "api-iam5/CreateServiceLinkedAgencyV5",
    policy: around(`${assumes}, "Principal": { "Service": ["⟦service.a b⟧"] }`),
    twin: { policy: around(`${assumes}, "Principal": { "Service": ["service.A-1"] }`) },
    says: '"service.a b" is not a service in this trust policy (5.0)',
  },
  {
    fact: "of which there are 1 to 56",
    page: "api-iam5/CreateServiceLinkedAgencyV5",
    policy: around(`${assumes}, "Principal": { "Service": ["⟦service.${"a".repeat(57)}⟧"] }`),
    twin: { policy: around(`${assumes}, "Principal": { "Service": ["service.${"a".repeat(56)}"] }`) },
    says: "is not a service in this trust policy (5.0)",
  },
  {
    fact: "the key of an external ID",
    page: "service-authorization-iam5/iam_11_0106",
    policy: around(`${assumes}, ${ofAccount}, "Condition": { "NumberEquals": { "⟦sts:ExternalId⟧": ["42"] } }`),
    twin: { policy: around(`${assumes}, ${ofAccount}, "Condition": { "StringEquals": { "sts:ExternalId": ["42"] } }`) },
    rule: "valid-condition",
    says: "sts:ExternalId",
  },
  {
    fact: "the key of one principal",
    page: "usermanual-iam5/iam_01_1163",
    policy: around(`${assumes}, ${ofAccount}, "Condition": { "StringEquals": { "⟦g:PrincipalUnr⟧": ["a"] } }`),
    twin: {
      policy: around(
        `${assumes}, ${ofAccount}, "Condition": { "StringEquals": { "g:PrincipalUrn": ["iam::${account}:user:a"] } }`,
      ),
    },
    rule: "valid-condition",
    says: "g:PrincipalUrn",
  },
  {
    fact: "an action without a resource type",
    page: "service-authorization-iam5/iam_11_0106",
    policy: around(`"Effect": "Allow", "Action": ["⟦sts:setSourceIdentity⟧"], ${ofAccount}`),
    twin: { policy: around(`"Effect": "Allow", "Action": ["sts::setSourceIdentity"], ${ofAccount}`) },
    says: "three parts of an action in this trust policy (5.0)",
  },
  {
    fact: "a name of an agency has 1 to 64 characters",
    page: createAgency,
    properties: `name = "⟦${"n".repeat(65)}⟧"`,
    policy: trusted,
    twin: { properties: `name = "${"n".repeat(64)}"`, policy: trusted },
    says: "is not a name for a trust agency (5.0): it has 65 characters",
  },
  {
    fact: "of letters, digits and some others",
    page: createAgency,
    properties: 'name = "⟦a/b⟧"',
    policy: trusted,
    twin: { properties: 'name = "aZ9_+=,.@-"', policy: trusted },
    says: '"a/b" is not a name for a trust agency (5.0)',
  },
  {
    fact: "a path of an agency has parts that end with a slash",
    page: createAgency,
    properties: 'path = "⟦/foo/⟧"',
    policy: trusted,
    twin: { properties: 'path = "foo/"', policy: trusted },
    says: '"/foo/" is not a path for a trust agency (5.0)',
  },
]);
