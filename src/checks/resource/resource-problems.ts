import type { Catalog } from "../../catalog/catalog.js";
import type { Problem } from "../../edit/problem.js";
import type { PolicyDocument, Statement } from "../../policy/document.js";
import type { Check } from "../summary/check.js";
import { agenciesInList, agencyProblems, type AgencyProblemId } from "./agency-problems.js";
import { actionsWithoutMatchingResource, limitedBucketList, type BucketProblemId } from "./bucket-problems.js";
import { resourcesOf, type Resources } from "./resources.js";
import { mismatchedResources, servicesOf, unlistedResources, type ServiceProblemId } from "./service-problems.js";
import { actionsOnOtherTypes, type TypeProblemId } from "./type-problems.js";
import { uriProblems, type UriProblemId } from "./uri-problems.js";

/** Options of the rule. */
export interface ResourceOptions {
  /** Whether to report resources of services that no source lists as supporting resources. */
  readonly unlistedServices: "ignore" | "report";
}

export type ResourceProblemId = UriProblemId | ServiceProblemId | BucketProblemId | TypeProblemId | AgencyProblemId;

/** Resources that the cloud rejects, resources that no action applies to, and actions that no resource matches. */
export function resourceProblems(options: ResourceOptions): Check<ResourceProblemId> {
  return {
    when: (summary) => summary.hasResource,
    problems: (policy, { catalog }) => problemsOf(policy, catalog, options),
  };
}

function problemsOf(
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
    ...mismatchedResources(resources, statement),
    ...agenciesInList(resources),
    ...actionsWithoutMatchingResource(resources, statement, catalog),
    ...limitedBucketList(resources, statement),
    ...actionsOnOtherTypes(resources, statement),
    ...(unlistedServices === "report" ? unlistedResources(resources, catalog) : []),
  ];
}
