import { documentedForm, isGlobalKey, isIn, KeyTable, type KeyType } from "./key-table.js";
import { correctPart, isReplacedLetter } from "./typos.js";

/** The global keys of version 5.0 whose types pages print or show (facts.md#condition-keys-of-version-5). */
const globalKeys: Readonly<Record<string, KeyType | undefined>> = {
  "g:CurrentTime": "date",
  "g:MFAPresent": "bool",
  "g:DomainId": "string",
  "g:DomainName": "string",
  "g:UserName": "string",
  "g:PrincipalUrn": "string",
  "g:PrincipalAccount": "string",
  "g:PrincipalOrgPath": "string",
  "g:SourceVpc": "string",
  "g:SourceVpce": "string",
  "g:CalledVia": "string",
  "g:TagKeys": "string",
  // Of these, pages print no type.
  "g:EnterpriseProjectId": undefined,
  "g:PrincipalTag/": undefined,
  "g:RequestTag/": undefined,
  "g:ResourceTag/": undefined,
};

/** The documented keys of services, without the service (facts.md#keys-of-services-in-version-5). */
const serviceKeys: { readonly [service: string]: Readonly<Record<string, KeyType | undefined>> } = {
  as: untyped("EcsInstanceId", "EcsInstanceType", "EcsFlavorId"),
  cbr: untyped("VaultId"),
  cce: untyped("AssociatePublicIp"),
  cfw: untyped("LogGroupId"),
  cts: untyped("TargetType", "TargetAccountId", "TargetOrgId", "TargetOrgPath"),
  ecs: untyped(
    ...["imageID", "FlavorId", "VpcId", "SubnetId", "PortId", "KmsKeyId", "AvailabilityZone", "SSHKeyPairName"],
    ...["SupportAgentType", "ImageSupportAgentType", "ImageType", "OsVersion", "OsType", "ImagePlatform"],
  ),
  eip: untyped("AssociatePublicIp"),
  evs: untyped("Encrypted"),
  ga: untyped(
    ...["RegionId", "ResourceType", "ResourceId", "IpAddress", "DomainName"],
    ...["RequestRegionId", "RequestResourceType", "RequestResourceId", "RequestIpAddress", "RequestDomainName"],
  ),
  iam: untyped("PolicyURN", "ResourceIsRootUser", "ServicePrincipal"),
  ram: untyped("TargetOrgPaths"),
  rms: untyped("AuthorizedAccountOrgPath"),
  sts: {
    ExternalId: "string",
    SourceIdentity: "string",
    AgencySessionName: "string",
    ServiceName: "string",
    TransitiveTagKeys: "string",
    DurationTimes: "number",
  },
  vpc: untyped(
    ...["VpcId", "SubnetId", "SecurityGroupId", "PeeringId", "AccepterVpcId", "AccepterVpcOrgPath", "AccepterVpcOwner"],
    ...["RequesterVpcOrgPath", "RequesterVpcOwner", "RequesterVpcId", "RouteTableId", "FlowLogId", "AddressGroupId"],
    ...["FirewallId", "PrivateIpId", "PortId"],
  ),
};

function untyped(...names: readonly string[]): Readonly<Record<string, undefined>> {
  return Object.fromEntries(names.map((name) => [name, undefined]));
}

/**
 * Keys that an SDK, pages on version 1.1 or users' policies have. They are not reported, nor taken for typos of other
 * keys.
 */
const unverifiedKeys: readonly string[] = [
  ...["g:PrincipalId", "g:PrincipalOrgId", "g:PrincipalOrgManagementAccountId", "g:SourceIp"],
  ...["g:PrincipalType", "g:UserId", "g:ProjectName", "g:ServiceName", "g:MFAAge"],
  ...["g:PrincipalIsRootUser", "g:ViaService", "g:SecureTransport", "g:TokenIssueTime", "g:VpcSourceIp"],
  ...["g:RequestedRegion", "g:SourceIdentity", "g:CalledViaFirst", "g:CalledViaLast", "g:UserAgent", "g:Referer"],
  ...["g:ResourceOrgId", "g:SourceAccount", "g:SourceUrn"],
];

/** The condition keys of version 5.0, as far as pages were read. */
export const identityKeys = new KeyTable(
  {
    ...globalKeys,
    ...Object.fromEntries(
      Object.entries(serviceKeys).flatMap(([service, keys]) =>
        Object.entries(keys).map(([name, type]) => [`${service}:${name}`, type]),
      ),
    ),
  },
  unverifiedKeys,
);

/** The global keys that have several values, so that no variable can stand for them (facts.md#policy-variables). */
const multiValuedKeys: readonly string[] = ["g:CalledVia", "g:TagKeys"];

/** Whether a global key has several values. */
export function isMultiValuedKey(name: string): boolean {
  return isIn(multiValuedKeys, name);
}

/**
 * The documented global keys that an unknown key is a slip of, or lacks only the prefix `g:` of. Of no service are all keys
 * known, so that a key of a service that resembles another one may be right.
 */
export function similarIdentityKeys(name: string): readonly string[] {
  if (identityKeys.isKnown(name)) {
    return [];
  }
  if (identityKeys.isDocumented(name.trim())) {
    return [name.trim()];
  }
  const documented = documentedForm(name);
  const near = documented.includes(":")
    ? slippedKeys(documented)
    : identityKeys.names.filter((key) => key.toLowerCase() === `g:${documented}`);
  return near.map((key) => key + name.slice(documented.length));
}

/** @param written as {@link documentedForm} has it */
function slippedKeys(written: string): readonly string[] {
  const near = isGlobalKey(written)
    ? [...identityKeys.names, ...unverifiedKeys].filter((key) => isSlipOf(written, key.toLowerCase()))
    : [];
  return near.every((key) => identityKeys.isDocumented(key)) ? near : [];
}

/**
 * Whether a key is another one with a letter too many, a letter missing or two in the wrong order. With another letter, or
 * for several things rather than one, it may be a key that no page was read of: not even the list of global keys is complete.
 */
function isSlipOf(written: string, key: string): boolean {
  const [one, other] = [written, key].map((text) => text.replace(/\/$/u, ""));
  return (
    written.endsWith("/") === key.endsWith("/") &&
    !written.includes("*") &&
    one !== `${other}s` &&
    other !== `${one}s` &&
    !isReplacedLetter(written, key) &&
    correctPart(written, key)?.isTypo === true
  );
}
