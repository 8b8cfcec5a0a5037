import { serviceTitle } from "../../catalog/provenance.js";
import type { Problem } from "../../edit/problem.js";
import type { Action, Statement } from "../../policy/document.js";
import { matchesPart } from "../../policy/wildcards.js";
import { isEveryUri } from "../../policy/resource.js";
import { truncate } from "../../text/wording.js";
import { pathFormOf, resourceTypeOf, typesLimiting } from "../../policy/resource-types.js";
import { readUri } from "./resource-uri.js";
import type { Resource, Resources } from "./resources.js";

export type TypeProblemId = "noResourceOfType";

/**
 * Actions on a type of which the statement names no resource, although it names others of the same service
 * (facts.md#paths-of-dli-resources, facts.md#resources-of-functiongraph). Buckets and objects have a check of their own.
 */
export function actionsOnOtherTypes(
  { uris, isComplete }: Resources,
  { actions }: Statement,
): readonly Problem<TypeProblemId>[] {
  return isComplete ? actions.filter((action) => meetsNoResource(action, uris)).map(problemOf) : [];
}

function meetsNoResource({ pattern }: Action, uris: readonly Resource[]): boolean {
  const types = pattern && typesLimiting(pattern.service, pattern.resourceType);
  if (!types) {
    return false;
  }
  const named = uris.map(({ string }) => typePatternFor(string.value, pattern.service));
  const ofService = named.filter((type) => type !== "");
  return ofService.length > 0 && ofService.every((type) => type && !types.some((name) => matchesPart(type, name)));
}

/** The type in a resource, in lower case; empty for another service, `undefined` if it is not known or not documented. */
function typePatternFor(uri: string, service: string): string | undefined {
  const parts = isEveryUri(uri) ? undefined : readUri(uri);
  if (!parts?.service) {
    return undefined;
  }
  const type = parts.resourceType?.text.toLowerCase() ?? "";
  return !matchesPart(parts.service.text.toLowerCase(), service)
    ? ""
    : type.includes("*") || resourceTypeOf(service, type) !== undefined
      ? type
      : undefined;
}

function problemOf({ string, pattern }: Action): Problem<TypeProblemId> {
  const { service = "", resourceType = "" } = pattern ?? {};
  const type = resourceTypeOf(service, resourceType) ?? resourceType;
  return {
    range: string.contentRange,
    id: "noResourceOfType",
    data: {
      action: truncate(string.value.trim()),
      type,
      service: serviceTitle(service),
      example: `${service}:*:*:${type}:${pathFormOf(service, type) ?? "*"}`,
    },
  };
}
