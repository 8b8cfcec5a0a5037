import leven from "leven";

/** The documented type of a condition key. */
export type KeyType = "string" | "number" | "date" | "bool" | "ip";

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

/** The documented keys of version 1.1 with their types. The name of a tag follows a key that ends with a slash. */
export const documentedKeys: Readonly<Record<string, KeyType | undefined>> = { ...globalKeys, ...obsKeys };

const customPolicyKeys = Object.keys(documentedKeys);
const knownKeys = [...customPolicyKeys, ...identityPolicyKeys, ...unverifiedKeys];
const types = new Map(Object.entries(documentedKeys).map(([name, type]) => [name.toLowerCase(), type] as const));

/** The documented type of a version 1.1 key; `undefined` if there is none. */
export function typeOfKey(name: string): KeyType | undefined {
  return types.get(documentedForm(name));
}

/** Whether a key is documented for identity policies (5.0) only. */
export function isIdentityPolicyKey(name: string): boolean {
  return isIn(identityPolicyKeys, name);
}

/** Whether a key is global, in any version, rather than specific to a service. */
export function isGlobalKey(name: string): boolean {
  return name.toLowerCase().startsWith("g:");
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
  if (isIn(knownKeys, name)) {
    return [];
  }
  if (isIn(customPolicyKeys, name.trim())) {
    return [name.trim()];
  }
  const documented = documentedForm(name);
  const near = name.includes(":")
    ? [...withGlobalPrefix(documented), ...typosOf(documented)]
    : withPrefix(documented, includeObs);
  return near.map((key) => key + name.slice(documented.length));
}

function withPrefix(written: string, includeObs: boolean): readonly string[] {
  const full = [`g:${written}`, ...(includeObs ? [`obs:${written}`] : [])];
  return customPolicyKeys.filter((key) => full.includes(key.toLowerCase()));
}

/** Keys that every service has with the prefix `g`, and none of its own: `g:ResourceTag/` for `ecs:ResourceTag/`. */
function withGlobalPrefix(written: string): readonly string[] {
  const key = `g:${written.slice(written.indexOf(":") + 1)}`;
  return isGlobalKey(written) ? [] : keysOfNoService.filter((known) => known.toLowerCase() === key);
}

const keysOfNoService: readonly string[] = ["g:MFAAge", "g:MFAPresent", "g:ResourceTag/"];

function typosOf(written: string): readonly string[] {
  const distances = knownKeys
    .filter((key) => prefixOf(key) === prefixOf(written) && key.endsWith("/") === written.endsWith("/"))
    .map((key) => ({ key, distance: leven(written, key.toLowerCase(), { maxDistance: maxTypos + 1 }) }));
  const least = Math.min(...distances.map(({ distance }) => distance));
  const nearest = distances.filter(({ key, distance }) => distance === least && distance <= maxTyposFor(key));
  // A possible typo of a key of another version is inconclusive for this one.
  return nearest.every(({ key }) => customPolicyKeys.includes(key)) ? nearest.map(({ key }) => key) : [];
}

/** The service prefix of a key: `ims:SourceIp` is not a typo of `obs:SourceIp`. */
function prefixOf(key: string): string {
  return key.slice(0, key.indexOf(":"));
}

const maxTypos = 2;

/** Short names such as `obs:acl` are within two edits of too many others. */
function maxTyposFor(key: string): number {
  const { length } = key.slice(key.indexOf(":") + 1);
  return length < 6 ? 0 : length < 8 ? 1 : maxTypos;
}

function isIn(keys: readonly string[], name: string): boolean {
  const documented = documentedForm(name);
  return keys.some((key) => key.toLowerCase() === documented);
}

/** The key as tables list it, in lower case: without the tag name after the slash, which the user chooses. */
function documentedForm(name: string): string {
  const slash = name.indexOf("/");
  return (slash < 0 ? name : name.slice(0, slash + 1)).toLowerCase();
}
