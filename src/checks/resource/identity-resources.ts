import type { Catalog } from "../../catalog/catalog.js";
import type { IdentityCatalog } from "../../catalog/identity-catalog.js";
import { serviceTitle } from "../../catalog/provenance.js";
import type { Problem } from "../../edit/problem.js";
import { replaceIn } from "../../edit/strings.js";
import type { PolicyDocument, Statement } from "../../policy/document.js";
import { isEveryUri } from "../../policy/resource.js";
import { correctPart } from "../../policy/typos.js";
import { isGlobalInUrns } from "../../policy/urn-types.js";
import { listedElements } from "../../policy/listed.js";
import { memberOf } from "../../policy/members.js";
import { possibleValues } from "../../policy/possible-values.js";
import type { PolicyString } from "../../policy/value.js";
import { listChoices, truncate } from "../../text/wording.js";
import { variableProblems, type VariableProblemId } from "../condition/variable-problems.js";
import { describePolicy, type PolicyName } from "../shape/identity-names.js";
import type { Check } from "../summary/check.js";
import { isAgency } from "./agency-problems.js";
import { inapplicableResources, type ApplicabilityProblemId } from "./identity-applicability.js";
import { obsPathProblem } from "./obs-paths.js";
import { isLiteralName, partProblem } from "./part-problem.js";
import { readUri, type ResourceUri } from "./resource-uri.js";

export type UrnProblemId =
  | "urnTooShort"
  | "agencyOfOtherVersion"
  | "urnPrefix"
  | "urnService"
  | "urnRegion"
  | "urnType"
  | "objectsInBucket"
  | "missingObject"
  | "replace"
  | "replaceRegion"
  | "addPath"
  | ApplicabilityProblemId
  | VariableProblemId;

type UrnProblem = Problem<UrnProblemId>;

/** Mistakes in the resources of a policy of version 5.0 (facts.md#resources-of-version-5). */
export const identityResourceProblems: Check<UrnProblemId> = {
  when: (summary) => !summary.isPlain,
  problems: (document: PolicyDocument, { catalog }) =>
    document.statements.flatMap((statement) => problemsOf(statement, describePolicy(document), catalog)),
};

/** Whether a resource with a mistake fits an action cannot be said. */
function problemsOf(statement: Statement, policy: PolicyName, catalog: Catalog): readonly UrnProblem[] {
  const services = [...new Set(statement.actions.flatMap(({ pattern }) => pattern?.service ?? []))];
  const problems = resourceStrings(statement).flatMap((string) => [
    ...variableProblems(string, ` in this ${policy.policy}`),
    ...urnProblems(string, services, policy, catalog),
  ]);
  return problems.length > 0 ? problems : inapplicableResources(statement, policy, catalog);
}

/** The object of version 1.1 is reported at the version. */
function resourceStrings({ value }: Statement): readonly PolicyString[] {
  return [memberOf(value, "Resource"), memberOf(value, "NotResource")]
    .flatMap(listedElements)
    .flatMap(possibleValues)
    .filter((element) => element.kind === "string");
}

function urnProblems(
  string: PolicyString,
  actionServices: readonly string[],
  policy: PolicyName,
  catalog: Catalog,
): readonly UrnProblem[] {
  const { value } = string;
  if (isEveryUri(value) || value === "" || /\s/u.test(value)) {
    return [];
  }
  if (isAgency(value)) {
    return [{ range: string.contentRange, id: "agencyOfOtherVersion", data: { ...policy, uri: truncate(value) } }];
  }
  const uri = readUri(value);
  if (!uri) {
    return isPattern(value) ? [] : [tooShort(string, policy)];
  }
  const problem =
    serviceProblem(string, uri, actionServices, policy, catalog) ??
    regionProblem(string, uri, policy) ??
    typeProblem(string, uri, catalog.identity);
  return problem ? [problem] : [];
}

/** A wildcard may stand for colons, too: no page says that it does not. */
function isPattern(text: string): boolean {
  return /[*?]/u.test(text);
}

function tooShort(string: PolicyString, policy: PolicyName): UrnProblem {
  const number = string.value.split(":").length;
  const parts = number === 1 ? "one part" : `${number} parts`;
  return { range: string.contentRange, id: "urnTooShort", data: { ...policy, uri: truncate(string.value), parts } };
}

/** A slip of the service of the statement's actions, or the `urn:` that other names of the clouds begin with. */
function serviceProblem(
  string: PolicyString,
  { service, resourceType }: ResourceUri,
  actionServices: readonly string[],
  policy: PolicyName,
  { identity: types, ofAllClouds }: Catalog,
): UrnProblem | undefined {
  const name = service?.text.toLowerCase() ?? "";
  const isKnown = types.typesOf(name).length > 0 || ofAllClouds.service(name) !== undefined;
  if (!service || !isLiteralName(name) || actionServices.includes(name) || isKnown) {
    return undefined;
  }
  if (name === "urn") {
    return {
      range: string.slice(service.start, service.end) ?? string.contentRange,
      id: "urnPrefix",
      data: { ...policy },
    };
  }
  // Short names are one edit away from too many others: there, the type must be one of the service.
  const meant = actionServices.filter(
    (known) =>
      correctPart(name, known)?.isTypo === true &&
      (known.length > 5 || isTypeOf(known, resourceType?.text ?? "", types)),
  );
  return meant.length === 0
    ? undefined
    : partProblem(
        string,
        service,
        "urnService",
        { ...policy, service: truncate(service.text), choices: listChoices(meant) },
        meant,
      );
}

function isTypeOf(service: string, type: string, types: IdentityCatalog): boolean {
  return types.typesOf(service).some((known) => known.toLowerCase() === type.toLowerCase());
}

function regionProblem(
  string: PolicyString,
  { service, region }: ResourceUri,
  policy: PolicyName,
): UrnProblem | undefined {
  const name = service?.text.toLowerCase() ?? "";
  if (!region || !isGlobalInUrns(name) || !isLiteralName(region.text)) {
    return undefined;
  }
  const range = string.slice(region.start, region.end);
  return {
    range: range ?? string.contentRange,
    id: "urnRegion",
    data: { ...policy, service: serviceTitle(name), region: truncate(region.text) },
    edits: replaceIn(string, range, "*", { id: "replaceRegion" }),
  };
}

/**
 * Only a slip of a known type is a mistake, and that only where all types of the service are known: of others, some have
 * both one type for a thing and another for several.
 */
function typeProblem(
  string: PolicyString,
  { service, resourceType: type, path }: ResourceUri,
  types: IdentityCatalog,
): UrnProblem | undefined {
  const name = service?.text.toLowerCase() ?? "";
  if (!type || !isLiteralName(type.text)) {
    return undefined;
  }
  if (isTypeOf(name, type.text, types)) {
    return name === "obs" ? obsPathProblem(string, type, path) : undefined;
  }
  const listed = types.isComplete(name) ? types.typesOf(name) : [];
  const meant = listed.filter((known) => correctPart(type.text.toLowerCase(), known)?.isTypo === true);
  const data = { type: truncate(type.text), service: serviceTitle(name), choices: listChoices(meant) };
  return meant.length === 0 ? undefined : partProblem(string, type, "urnType", data, meant);
}
