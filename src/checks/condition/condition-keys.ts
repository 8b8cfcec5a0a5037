import leven from "leven";

/** The type that a condition key is documented with. */
export type KeyType = "string" | "number" | "date" | "bool" | "ip";

/**
 * The global keys of version 1.1 (facts.md#global-condition-keys). The last five, which a service must
 * pass, are in an earlier edition of that page; `g:ResourceTag/<key>` is in the guide of ECS, too
 * (facts.md#keys-that-services-pass).
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

/**
 * The keys that are documented for identity policies (5.0) and for nothing else (facts.md#condition-keys-of-version-5).
 */
const identityPolicyKeys: readonly string[] = [
  ...["g:EnterpriseProjectId", "g:RequestTag/"],
  ...["g:PrincipalUrn", "g:PrincipalType", "g:PrincipalId", "g:PrincipalAccount"],
  ...["g:PrincipalOrgId", "g:PrincipalOrgPath", "g:PrincipalOrgManagementAccountId"],
];

/** Keys that others write and no page of the clouds that was read describes: not judged, and no typos of known ones. */
const heardOfKeys: readonly string[] = [
  ...["g:PrincipalIsRootUser", "g:PrincipalTag/", "g:RequestedRegion", "g:SourceIdentity", "g:ViaService"],
  ...["g:CalledVia", "g:CalledViaFirst", "g:CalledViaLast", "g:SecureTransport", "g:TokenIssueTime"],
  ...["g:VpcSourceIp", "g:UserAgent", "g:Referer", "g:ResourceOrgId", "g:SourceAccount", "g:SourceUrn"],
  ...["obs:SourceVpce"],
];

/**
 * The keys of OBS: `obs:` before those of bucket policies (facts.md#obs-condition-keys). Where no type is documented,
 * the key takes any operator.
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

const keysOfThisVersion = [...Object.keys(globalKeys), ...Object.keys(obsKeys)];
const knownKeys = [...keysOfThisVersion, ...identityPolicyKeys, ...heardOfKeys];
const types = new Map(
  Object.entries({ ...globalKeys, ...obsKeys }).map(([name, type]) => [name.toLowerCase(), type] as const),
);

/** The documented type of a key of version 1.1; `undefined` where none is. */
export function typeOfKey(name: string): KeyType | undefined {
  return types.get(tableName(name));
}

/** Whether the key is documented for identity policies (5.0) only. */
export function isOfIdentityPolicies(name: string): boolean {
  return isIn(identityPolicyKeys, name);
}

/** Whether all services have the key, in whatever version. */
export function isGlobalKey(name: string): boolean {
  return name.toLowerCase().startsWith("g:");
}

/** Whether only OBS has the key. */
export function isObsKey(name: string): boolean {
  return name.toLowerCase().startsWith("obs:");
}

/**
 * The keys of version 1.1 that were meant by a text that is no known one: a typo of one, or its name without
 * the prefix. Keys of services other than OBS are in no table, so nothing is said of them.
 *
 * @param takesObs whether the keys of OBS are meant too
 */
export function nearKeys(name: string, takesObs: boolean): readonly string[] {
  if (isIn(knownKeys, name)) {
    return [];
  }
  if (isIn(keysOfThisVersion, name.trim())) {
    return [name.trim()];
  }
  const table = tableName(name);
  const near = name.includes(":") ? typosOf(table) : withPrefix(table, takesObs);
  return near.map((key) => key + name.slice(table.length));
}

function withPrefix(table: string, takesObs: boolean): readonly string[] {
  const full = [`g:${table}`, ...(takesObs ? [`obs:${table}`] : [])];
  return keysOfThisVersion.filter((key) => full.includes(key.toLowerCase()));
}

function typosOf(table: string): readonly string[] {
  const distances = knownKeys
    .filter((key) => serviceOf(key) === serviceOf(table) && key.endsWith("/") === table.endsWith("/"))
    .map((key) => ({ key, distance: leven(table, key.toLowerCase(), { maxDistance: maxTypos + 1 }) }));
  const least = Math.min(...distances.map(({ distance }) => distance));
  const nearest = distances.filter(({ key, distance }) => distance === least && distance <= typosAllowedIn(key));
  // What may be a typo of a key of another version says nothing about this one.
  return nearest.every(({ key }) => keysOfThisVersion.includes(key)) ? nearest.map(({ key }) => key) : [];
}

/** `ims:SourceIp` is no typo of `obs:SourceIp`. */
function serviceOf(key: string): string {
  return key.slice(0, key.indexOf(":"));
}

const maxTypos = 2;

/** `obs:acl` is within two edits of too many names. */
function typosAllowedIn(key: string): number {
  const { length } = key.slice(key.indexOf(":") + 1);
  return length < 6 ? 0 : length < 8 ? 1 : maxTypos;
}

function isIn(keys: readonly string[], name: string): boolean {
  const table = tableName(name);
  return keys.some((key) => key.toLowerCase() === table);
}

/** The key as tables have it: the name of a tag, behind the slash, is the user's own. */
function tableName(name: string): string {
  const slash = name.indexOf("/");
  return (slash < 0 ? name : name.slice(0, slash + 1)).toLowerCase();
}
