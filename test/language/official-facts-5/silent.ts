import { around, assumes, elements, ofAccount, scpGrammar, type CarrierName } from "./fact.js";

/** What the pages say is right, where no mistake can be planted beside it. */
export const silentFacts: readonly (readonly [fact: string, page: string, carrier: CarrierName, policy: string])[] = [
  [
    "global and regional services stand in one policy",
    elements,
    "identity",
    around(
      `"Effect": "Allow", "Action": ["obs:bucket:listAllMyBuckets", "ecs:cloudServers:showServer", "iam::listAccessKeys"]`,
    ),
  ],
  [
    "a policy of an organisation grants nothing",
    scpGrammar,
    "organisation",
    around('"Effect": "Allow", "Action": ["*"], "Resource": ["*"]'),
  ],
  [
    "a policy of tags is in another language",
    "usermanual-organizations/org_03_0068",
    "organisation",
    '{ "tags": { "team": { "tag_key": { "@@assign": "team" } } } }',
  ],
  [
    "a service and a source identity",
    "service-authorization-iam5/iam_11_0106",
    "trust",
    around(
      `${assumes}, "Principal": { "Service": ["service.Config"] } }, { "Effect": "Allow", "Action": ["sts::setSourceIdentity"], ${ofAccount}`,
    ),
  ],
];
