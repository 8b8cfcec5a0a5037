import type { Catalog } from "../../catalog/catalog.js";
import type { Problem } from "../../edit/problem.js";
import type { PolicyDocument, Statement } from "../../policy/document.js";
import { agenciesInList, agencyProblems, type AgencyProblemId } from "./agency-problems.js";
import {
  actionsWithoutMatchingResource,
  servicesOf,
  unfitResources,
  unlistedResources,
  type FitProblemId,
} from "./resource-fit.js";
import { resourcesOf, type Resources } from "./resources.js";
import { uriProblems, type UriProblemId } from "./uri-problems.js";

/** Settings of the user. */
export interface ResourceOptions {
  /** Whether to report resources of services that no source lists among those that take one. */
  readonly unlistedServices: "ignore" | "report";
}

export type ResourceProblemId = UriProblemId | FitProblemId | AgencyProblemId;

/** Resources that the cloud refuses, resources that the actions never meet, and actions that meet none. */
export function resourceProblems(
  { statements }: PolicyDocument,
  catalog: Catalog,
  options: ResourceOptions,
): readonly Problem<ResourceProblemId>[] {
  return statements.flatMap((statement) =>
    resourcesOf(statement).flatMap((resources) =>
      resources.form === "agencies"
        ? agencyProblems(resources, statement)
        : listProblems(resources, statement, catalog, options),
    ),
  );
}

function listProblems(
  resources: Resources,
  statement: Statement,
  catalog: Catalog,
  { unlistedServices }: ResourceOptions,
): readonly Problem<ResourceProblemId>[] {
  const services = servicesOf(statement) ?? [];
  return [
    ...resources.uris.flatMap(({ string }) => uriProblems(string, services, catalog)),
    ...unfitResources(resources, statement),
    ...agenciesInList(resources),
    ...actionsWithoutMatchingResource(resources, statement),
    ...(unlistedServices === "report" ? unlistedResources(resources) : []),
  ];
}
