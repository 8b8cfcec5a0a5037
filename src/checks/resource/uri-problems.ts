import type { Catalog } from "../../catalog/catalog.js";
import { serviceTitle } from "../../catalog/provenance.js";
import type { Problem } from "../../edit/problem.js";
import { replaceIn, replaceString } from "../../edit/strings.js";
import { isEveryUri } from "../../policy/resource.js";
import type { PolicyString } from "../../policy/value.js";
import { truncate, listChoices } from "../../text/wording.js";
import { correctPart } from "../../policy/typos.js";
import { isAgency } from "./agency-problems.js";
import { completedUri, exampleUri } from "./completed-uri.js";
import { pathFormOf, resourceService, resourceServices, resourceTypeOf } from "../../policy/resource-types.js";
import { obsPathProblem, type ObsPathProblemId } from "./obs-paths.js";
import { isLiteralName, partProblem } from "./part-problem.js";
import { readUri, type ResourceUri, type UriPart } from "./resource-uri.js";

export type UriProblemId = UriMistake | ObsPathProblemId | "replaceRegion" | "replaceCharacters";
type UriMistake = "tooShort" | "urn" | "service" | "region" | "type" | "pathForm" | "characters";

type UriProblem = Problem<UriProblemId>;

/**
 * Mistakes in a single resource of a list, in the parts that are known.
 *
 * @param actionServices the services of the statement's actions, in lower case
 */
export function uriProblems(
  string: PolicyString,
  actionServices: readonly string[],
  catalog: Catalog,
): readonly UriProblem[] {
  if (isEveryUri(string.value) || isAgency(string.value)) {
    return [];
  }
  const uri = readUri(string.value);
  if (!uri) {
    return [tooShort(string, actionServices)];
  }
  const service = serviceProblem(string, uri, actionServices, catalog.ofAllClouds);
  const others = service ? [service] : [regionProblem(string, uri, catalog), typeProblem(string, uri)];
  return others.filter((problem) => problem !== undefined);
}

function tooShort(string: PolicyString, actionServices: readonly string[]): UriProblem {
  const completed = completedUri(string.value, actionServices);
  const number = string.value.split(":").length;
  const example = truncate(completed ?? exampleUri(string.value, actionServices));
  return {
    range: string.contentRange,
    id: "tooShort",
    data: { uri: truncate(string.value), number, example },
    edits: completed === undefined ? [] : replaceString(string, completed),
  };
}

/** Only a typo of a known service is a mistake (IAM.1045): services may have resources that no page documents. */
function serviceProblem(
  string: PolicyString,
  uri: ResourceUri,
  actionServices: readonly string[],
  allClouds: Catalog,
): UriProblem | undefined {
  const { service, resourceType } = uri;
  if (!service || !isLiteralName(service.text)) {
    return undefined;
  }
  const name = service.text.toLowerCase();
  if (name === "urn") {
    return urnProblem(string, service);
  }
  if (isKnownService(name, allClouds) || actionServices.includes(name)) {
    return undefined;
  }
  // Short names are one edit away from too many others.
  const meant =
    actionServices.length === 1 && isTypeOfOneService(actionServices[0] ?? "", resourceType)
      ? actionServices[0]
      : knownServices(allClouds).find((known) => known.length > 5 && correctPart(name, known)?.isTypo === true);
  return meant === undefined
    ? undefined
    : partProblem(string, service, "service", { service: truncate(service.text), advice: `Did you mean "${meant}"?` }, [
        meant,
      ]);
}

/** Function URNs, which are used outside policies: `urn:fss:<region>:<project>:function:<group>:<name>`. */
function urnProblem(string: PolicyString, service: UriPart): UriProblem {
  const [, region, rest] = /^urn:\w+:(?<region>[^:]*):[^:]*:(?<rest>function:\*)$/iu.exec(string.value) ?? [];
  const text = rest && `functiongraph:${region ?? ""}:*:${rest}`;
  return {
    range: string.slice(service.start, service.end) ?? string.contentRange,
    id: "urn",
    edits: text === undefined ? [] : replaceString(string, text),
  };
}

/** Whether a type belongs to this service and its list of types is complete. */
function isTypeOfOneService(service: string, type: UriPart | undefined): boolean {
  return resourceService(service)?.isComplete === true && resourceTypeOf(service, type?.text ?? "") !== undefined;
}

/** The service names that a typo is compared with. */
function knownServices(allClouds: Catalog): readonly string[] {
  return [...resourceServices, ...allClouds.serviceNames()];
}

function isKnownService(name: string, allClouds: Catalog): boolean {
  return resourceService(name) !== undefined || allClouds.service(name) !== undefined;
}

/**
 * Resources of a global service have no region (facts.md#region-of-global-services). Services without tables are
 * skipped, as a single page documents their level. Documented examples omit the region too.
 */
function regionProblem(string: PolicyString, uri: ResourceUri, catalog: Catalog): UriProblem | undefined {
  const { service, region } = uri;
  const known = service && catalog.service(service.text.toLowerCase());
  const isGlobal = known?.level === "global" && known.hasTable;
  if (!isGlobal || !region || /^\**$/u.test(region.text)) {
    return undefined;
  }
  const range = string.slice(region.start, region.end);
  return {
    range: range ?? string.contentRange,
    id: "region",
    data: { service: serviceTitle(known.name), region: truncate(region.text) },
    edits: replaceIn(string, range, "*", { id: "replaceRegion" }),
  };
}

/** Only a typo of a documented type is a mistake (IAM.1046), except in OBS, whose types are all known. */
function typeProblem(string: PolicyString, uri: ResourceUri): UriProblem | undefined {
  const { service, resourceType: type } = uri;
  const known = service && resourceService(service.text.toLowerCase());
  if (!known || !type || !isLiteralName(type.text)) {
    return undefined;
  }
  if (resourceTypeOf(service.text.toLowerCase(), type.text) !== undefined) {
    return known.isComplete ? obsProblem(string, type, uri.path) : pathFormProblem(string, uri);
  }
  const typos = known.types.filter((name) => correctPart(type.text.toLowerCase(), name)?.isTypo === true);
  const choices = typos.length === 0 && known.isComplete ? known.types : typos;
  return choices.length === 0
    ? undefined
    : partProblem(
        string,
        type,
        "type",
        {
          type: truncate(type.text),
          service: serviceTitle(service.text.toLowerCase()),
          advice: typos.length > 0 ? `Did you mean ${listChoices(typos)}?` : `Write ${listChoices(choices)}.`,
        },
        choices,
      );
}

/** A path that does not begin as those of its type do (facts.md#paths-of-dli-resources). */
function pathFormProblem(string: PolicyString, { service, resourceType, path }: ResourceUri): UriProblem | undefined {
  const form = service && resourceType && pathFormOf(service.text.toLowerCase(), resourceType.text);
  if (!form || !path || path.text === "" || mayBegin(path.text.toLowerCase(), prefixOf(form))) {
    return undefined;
  }
  const data = {
    path: truncate(path.text),
    service: serviceTitle(service.text.toLowerCase()),
    type: resourceType.text,
    form,
  };
  const corrected = correctedPath(path.text, form);
  return partProblem(string, path, "pathForm", data, corrected === undefined ? [] : [corrected]);
}

/** The part of a form before the first name. */
function prefixOf(form: string): string {
  return form.slice(0, form.indexOf("<")).replace(/(?<=^jobs\.).*/u, "");
}

/** Whether a path begins with a prefix, or a wildcard in it may stand for the rest of the prefix. */
function mayBegin(path: string, prefix: string): boolean {
  const star = path.indexOf("*");
  return path.startsWith(prefix) || (star >= 0 && prefix.startsWith(path.slice(0, star)));
}

/** The path with the documented prefix, for forms with a single name. */
function correctedPath(path: string, form: string): string | undefined {
  const prefix = prefixOf(form);
  if (form.split("<").length > 2 || prefix === "jobs.") {
    return undefined;
  }
  // A beginning such as `elasticresourcepool.` or `queue.` is the prefix with a mistake.
  const [first = "", ...rest] = path.split(".");
  const isPrefix = rest.length > 0 && correctPart(first.toLowerCase(), prefix.slice(0, -1)) !== undefined;
  return prefix + (isPrefix ? rest.join(".") : path);
}

function obsProblem(string: PolicyString, type: UriPart, path: UriPart | undefined): UriProblem | undefined {
  return obsPathProblem(string, type, path) ?? (path && characterProblem(string, path));
}

/**
 * OBS documents the characters that a resource may contain, with `*` in place of all others (IAM.1047,
 * facts.md#characters-of-obs-resources). Characters that a template may use are not reported.
 */
function characterProblem(string: PolicyString, { text, start }: UriPart): UriProblem | undefined {
  const index = text.search(notInObsPath);
  if (index < 0) {
    return undefined;
  }
  const [character = ""] = text.slice(index);
  const range = string.slice(start, start + text.length);
  return {
    range: string.slice(start + index, start + index + character.length) ?? string.contentRange,
    id: "characters",
    data: { character },
    edits: replaceIn(string, range, text.replace(notInObsPaths, "*"), { id: "replaceCharacters" }),
  };
}

const notInObsPath = /[^\w\-*./\\:'"`|^]/u;
const notInObsPaths = new RegExp(`${notInObsPath.source}+`, "gu");
