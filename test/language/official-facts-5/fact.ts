/**
 * What the official pages say of version 5.0, each with a planted mistake, whose place marks enclose, and its silent twin.
 * Facts that no check can follow from are listed in docs/internals/facts.md#facts-of-version-5-without-a-check.
 */
export interface OfficialFact {
  readonly fact: string;
  /** The page that says so, below `support.huaweicloud.com`. */
  readonly page: string;
  readonly carrier: CarrierName;
  /** The properties of the resource besides its policy, as `name = "..."`. */
  readonly properties?: string;
  readonly policy: string;
  /** The silent twin. */
  readonly twin: { readonly properties?: string; readonly policy: string };
  readonly rule: string;
  /** A part of the message, which names the kind of the policy. */
  readonly says: string;
}

/** Resources of Terraform that tell the kind of their policy. */
export const carriers = {
  identity: ["huaweicloud_identityv5_policy", "policy_document"],
  trust: ["huaweicloud_identity_trust_agency", "trust_policy"],
  organisation: ["huaweicloud_organizations_policy", "content"],
} as const;
export type CarrierName = keyof typeof carriers;

/** Parts of policies. */
export const account = "0a1b2c3d4e5f0a1b2c3d4e5f0a1b2c3d";
export const reads = '"Action": ["obs:bucket:listAllMyBuckets"]';
export const allowed = `"Effect": "Allow", ${reads}`;
export const denied = `"Effect": "Deny", ${reads}`;
export const assumes = '"Effect": "Allow", "Action": ["sts:agencies:assume"]';
export const ofAccount = `"Principal": { "IAM": ["${account}"] }`;
export const around = (statement: string) => `{ "Version": "5.0", "Statement": [{ ${statement} }] }`;

/** A policy of some size without whitespace. */
export function ofSize(size: number): string {
  const policy = (sid: string) => around(`"Sid": "${sid}", ${denied}`);
  return policy("x".repeat(size - JSON.stringify(JSON.parse(policy(""))).length));
}

export const markedStatement = (policy: string) => policy.replace('"Statement"', '⟦"Statement"⟧');

/** Pages. */
export const elements = "usermanual-iam5/iam_01_1289";
export const validator = "usermanual-iam5/iam_07_0099";
export const grammar = "usermanual-iam5/iam_01_0934";
export const explained = "usermanual-iam5/iam_01_1280";
export const keysPage = "usermanual-iam5/iam_01_1287";
export const scpGrammar = "usermanual-organizations/org_03_0033";
export const scpMistakes = "organizations_faq/org_06_0005";
export const createPolicy = "api-iam5/CreatePolicyV5";
export const createAgency = "api-iam5/CreateAgencyV5";

/** What its carrier has in common with all others need not be said. */
type Row = Omit<OfficialFact, "carrier" | "twin" | "rule"> & Partial<Pick<OfficialFact, "twin" | "rule">>;

export function inCarrier(
  carrier: CarrierName,
  twin: OfficialFact["twin"],
  rows: readonly Row[],
): readonly OfficialFact[] {
  return rows.map((row) => ({ carrier, twin, rule: "valid-policy", ...row }));
}
