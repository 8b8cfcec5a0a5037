/**
 * Resource types of version 5.0 that pages were read of, by service (facts.md#resources-of-version-5). Compared without
 * case. Services have more of them.
 */
const types: { readonly [service: string]: readonly string[] } = {
  cdn: ["domain"],
  cfw: ["eip"],
  dcaas: ["directConnect", "vgw", "vif"],
  ecs: ["instance"],
  eip: ["publicip"],
  er: ["instances"],
  iam: ["user", "group", "agency", "policy"],
  obs: ["bucket", "object"],
  sts: ["assumed-agency", "external-user"],
  vpc: ["vpc", "subnet"],
};

/** Services whose resources pages show without a region only: they are global. */
const globalServices: readonly string[] = ["cdn", "iam", "sts"];

/** Types that version 1.1 has no resources of: its custom policies name agencies in a form of their own. */
const typesOfVersion5: { readonly [service: string]: readonly string[] } = {
  iam: ["user", "group", "agency", "policy"],
  sts: ["assumed-agency", "external-user"],
};

/** @param service in lower case */
export function urnTypesOf(service: string): readonly string[] {
  return listOf(types, service);
}

/** @param service in lower case */
export function isGlobalInUrns(service: string): boolean {
  return globalServices.includes(service);
}

/** Whether only version 5.0 has resources of a type. Both in lower case. */
export function isOnlyUrn(service: string, type: string): boolean {
  return listOf(typesOfVersion5, service).includes(type);
}

function listOf(lists: { readonly [service: string]: readonly string[] }, service: string): readonly string[] {
  return Object.hasOwn(lists, service) ? (lists[service] ?? []) : [];
}
