import { account, around, denied, inCarrier, markedStatement, ofSize, reads, scpGrammar, scpMistakes } from "./fact.js";

/** Policies that limit what an organisation may do. */
export const organisationFacts = inCarrier("organisation", { policy: around(denied) }, [
  {
    fact: "the grammar is that of identity policies, where one statement needs no list",
    page: scpGrammar,
    policy: `{ "Version": "5.0", "Statement": [⟦{⟧ ${reads} }] }`,
    twin: { policy: `{ "Version": "5.0", "Statement": { ${denied} } }` },
    says: 'This statement of the service control policy (5.0) has no "Effect" (MISSING_EFFECT)',
  },
  {
    fact: "there are statements once",
    page: scpMistakes,
    policy: around(denied).replace('"Statement"', '⟦"Statement"⟧: [], "Statement"'),
    says: 'This "Statement" has no effect',
  },
  {
    fact: "in one object",
    page: scpMistakes,
    policy: `${around(denied)} ⟦{⟧ "Version": "5.0" }`,
    says: "not valid JSON",
  },
  {
    fact: "Principal is not supported",
    page: scpGrammar,
    policy: around(`⟦"Principal"⟧: { "IAM": ["${account}"] }, ${denied}`),
    says: '"Principal" is not supported in this service control policy (5.0)',
  },
  {
    fact: "nor is NotPrincipal",
    page: scpGrammar,
    policy: around(`⟦"NotPrincipal"⟧: { "IAM": ["${account}"] }, ${denied}`),
    says: '"NotPrincipal" is not supported in this service control policy (5.0)',
  },
  {
    fact: "nor is NotResource",
    page: scpGrammar,
    policy: around(`${denied}, ⟦"NotResource"⟧: ["*"]`),
    twin: { policy: around(`${denied}, "Resource": ["*"]`) },
    says: '"NotResource" is not supported in this service control policy (5.0)',
  },
  {
    fact: "it has at most 5,120 characters",
    page: "organizations, table of quotas (no address known)",
    policy: markedStatement(ofSize(5121)),
    twin: { policy: ofSize(5120) },
    says: "This service control policy (5.0) has 5,121 characters",
  },
]);
