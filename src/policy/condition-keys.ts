import { documentedForm, isGlobalKey, isIn, KeyTable, type KeyType } from "./key-table.js";

/**
 * The global keys of version 1.1 (facts.md#global-condition-keys). The last five, which services must pass, are from an
 * earlier edition of that page; the ECS guide has `g:ResourceTag/<key>` too (facts.md#keys-that-services-pass).
 */
const globalKeys: Readonly<Record<string, KeyType>> = {
  "g:CurrentTime": "date",
  "g:DomainName": "string",
  "g:MFAPresent": "bool",
  "g:MFAAge": "number",
  "g:ProjectName": "string",
  "g:ServiceName": "string",
  "g:UserId": "string",
  "g:UserName": "string",
  "g:ResourceTag/": "string",
  "g:SourceIp": "ip",
  "g:SourceVpc": "string",
  "g:SourceVpce": "string",
  "g:TagKeys": "string",
};

/** Keys documented for identity policies (5.0) only (facts.md#condition-keys-of-version-5). */
export const identityPolicyKeys: readonly string[] = [
  ...["g:EnterpriseProjectId", "g:RequestTag/"],
  ...["g:PrincipalUrn", "g:PrincipalType", "g:PrincipalId", "g:PrincipalAccount"],
  ...["g:PrincipalOrgId", "g:PrincipalOrgPath", "g:PrincipalOrgManagementAccountId"],
];

/** Keys seen in the wild that no page we read documents. They are not reported, nor taken for typos of other keys. */
const unverifiedKeys: readonly string[] = [
  ...["g:PrincipalIsRootUser", "g:PrincipalTag/", "g:RequestedRegion", "g:SourceIdentity", "g:ViaService"],
  ...["g:CalledVia", "g:CalledViaFirst", "g:CalledViaLast", "g:SecureTransport", "g:TokenIssueTime"],
  ...["g:VpcSourceIp", "g:UserAgent", "g:Referer", "g:ResourceOrgId", "g:SourceAccount", "g:SourceUrn"],
  ...["obs:SourceVpce"],
];

/**
 * The keys of OBS: those of bucket policies with the prefix `obs:` (facts.md#obs-condition-keys). A key without a
 * documented type accepts any operator.
 */
const obsKeys: Readonly<Record<string, KeyType | undefined>> = {
  "obs:CurrentTime": "date",
  "obs:EpochTime": undefined,
  "obs:SecureTransport": "bool",
  "obs:SourceIp": "ip",
  "obs:UserAgent": "string",
  "obs:Referer": "string",
  "obs:max-keys": "number",
  "obs:SourceVpc": undefined,
  "obs:prefix": undefined,
  "obs:delimiter": undefined,
  "obs:acl": undefined,
  "obs:copy-source": undefined,
  "obs:metadata-directive": undefined,
  "obs:server-side-encryption": undefined,
  "obs:versionId": undefined,
};

/** The documented keys of version 1.1. */
export const customKeys = new KeyTable({ ...globalKeys, ...obsKeys }, [...identityPolicyKeys, ...unverifiedKeys]);

/** Whether a key is documented for identity policies (5.0) only. */
export function isIdentityPolicyKey(name: string): boolean {
  return isIn(identityPolicyKeys, name);
}

/** Whether a key is specific to OBS. */
export function isObsKey(name: string): boolean {
  return name.toLowerCase().startsWith("obs:");
}

/**
 * The version 1.1 keys that an unknown key is a typo of, or lacks only the prefix of. Keys of services other than OBS
 * are not documented in any table, so they have no suggestions.
 *
 * @param includeObs whether to suggest keys of OBS too
 */
export function similarKeys(name: string, includeObs: boolean): readonly string[] {
  if (customKeys.isKnown(name)) {
    return [];
  }
  if (customKeys.isDocumented(name.trim())) {
    return [name.trim()];
  }
  const documented = documentedForm(name);
  const near = name.includes(":")
    ? [...withGlobalPrefix(documented), ...customKeys.typosOf(documented)]
    : withPrefix(documented, includeObs);
  return near.map((key) => key + name.slice(documented.length));
}

function withPrefix(written: string, includeObs: boolean): readonly string[] {
  const full = [`g:${written}`, ...(includeObs ? [`obs:${written}`] : [])];
  return customKeys.names.filter((key) => full.includes(key.toLowerCase()));
}

/** Keys that every service has with the prefix `g`, and none of its own: `g:ResourceTag/` for `ecs:ResourceTag/`. */
function withGlobalPrefix(written: string): readonly string[] {
  const key = `g:${written.slice(written.indexOf(":") + 1)}`;
  return isGlobalKey(written) ? [] : keysOfNoService.filter((known) => known.toLowerCase() === key);
}

const keysOfNoService: readonly string[] = ["g:MFAAge", "g:MFAPresent", "g:ResourceTag/"];
