import type { Catalog } from "../../catalog/catalog.js";
import { serviceTitle } from "../../catalog/provenance.js";
import type { Problem } from "../../edit/problem.js";
import type { Statement } from "../../policy/document.js";
import { shorterAndShorter, truncate } from "../../text/wording.js";
import { mayShareResources, resourceService } from "../../policy/resource-types.js";
import { isOnlyUrn } from "../../policy/urn-types.js";
import { readUri } from "./resource-uri.js";
import type { Resources } from "./resources.js";

export type ServiceProblemId = "otherService" | "unlistedService" | "urnOfOtherVersion";

/** The distinct services of a statement's actions; `undefined` if an action is unknown. */
export function servicesOf({ actions, notActions, isComplete }: Statement): readonly string[] | undefined {
  const services = actions.map(({ pattern }) => pattern?.service);
  const areKnown = isComplete && notActions.length === 0 && services.every((service) => service !== undefined);
  return areKnown ? [...new Set(services)] : undefined;
}

/**
 * Resources in a list that no action of the statement applies to. Only if both services are known to support resources,
 * because other services may work on resources of another one.
 */
export function mismatchedResources({ uris }: Resources, statement: Statement): readonly Problem<ServiceProblemId>[] {
  const services = servicesOf(statement);
  // A statement without actions has a finding of its own.
  if (!services?.length || !services.every((service) => resourceService(service) !== undefined)) {
    return [];
  }
  const titles = services.map(serviceTitle);
  return uris.flatMap(({ string }) => {
    const part = readUri(string.value)?.service;
    const service = part?.text.toLowerCase() ?? "";
    const isOther = resourceService(service) && !services.some((other) => mayShareResources(other, service));
    return part && isOther
      ? [
          {
            range: string.slice(part.start, part.end) ?? string.contentRange,
            id: "otherService" as const,
            data: {
              service: serviceTitle(service),
              others: { variants: shorterAndShorter(titles) },
              either: { variants: shorterAndShorter(titles, "or") },
            },
          },
        ]
      : [];
  });
}

/**
 * Resources of services that no source lists as supporting resources. The cloud rejects such a policy
 * (facts.md#resources-of-other-services), but the sources contradict each other and are incomplete.
 */
export function unlistedResources({ uris }: Resources, catalog: Catalog): readonly Problem<ServiceProblemId>[] {
  return uris.flatMap(({ string }): readonly Problem<ServiceProblemId>[] => {
    const { service: part, resourceType } = readUri(string.value) ?? {};
    const service = part?.text.toLowerCase() ?? "";
    const range = (part && string.slice(part.start, part.end)) ?? string.contentRange;
    if (isOnlyUrn(service, resourceType?.text.toLowerCase() ?? "")) {
      return [{ range, id: "urnOfOtherVersion", data: { uri: truncate(string.value) } }];
    }
    return part && !resourceService(service) && catalog.ofAllClouds.service(service)
      ? [{ range, id: "unlistedService", data: { service: serviceTitle(service) } }]
      : [];
  });
}
