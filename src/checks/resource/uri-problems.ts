import { isAgency } from "./agency-problems.js";
import type { Problem, Edit } from "../../edit/problem.js";
import { everyResource, readUri, type ResourceUri, type UriPart } from "./resource-uri.js";
import type { PolicyString } from "../../policy/value.js";
import type { Range } from "../../text/range.js";
import { truncate, listChoices } from "../../text/wording.js";
import { catalogOf, type Catalog } from "../../catalog/catalog.js";
import { completedUri, exampleUri } from "./completed-uri.js";
import { fitPart } from "../actions/typos.js";
import { serviceTitle } from "../../catalog/provenance.js";
import { resourceService, resourceServices, resourceTypeOf } from "./resource-types.js";

export type UriProblemId = UriMistake | "replace" | "replaceRegion" | "replaceCharacters" | "addPath";
type UriMistake = "tooShort" | "urn" | "service" | "region" | "type" | "objectsInBucket" | "noObject" | "characters";

type UriProblem = Problem<UriProblemId>;
type UriRepair = Edit<UriProblemId>;

/**
 * What is wrong with a resource of a list by itself, as far as its parts are known.
 *
 * @param actionServices the services of its statement's actions, in lower case
 */
export function uriProblems(
  string: PolicyString,
  actionServices: readonly string[],
  catalog: Catalog,
): readonly UriProblem[] {
  if (string.value === everyResource || isAgency(string.value)) {
    return [];
  }
  const uri = readUri(string.value);
  if (!uri) {
    return [tooShort(string, actionServices)];
  }
  const service = problemOfService(string, uri, actionServices);
  const others = service ? [service] : [problemOfRegion(string, uri, catalog), problemOfType(string, uri)];
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
    edits: completed === undefined ? [] : replaceWhole(string, completed),
  };
}

/** Services have resources that no page here knows of: only what is a slip of a known name is a mistake (IAM.1045). */
function problemOfService(
  string: PolicyString,
  uri: ResourceUri,
  actionServices: readonly string[],
): UriProblem | undefined {
  const { service, resourceType } = uri;
  if (!service || !isWord(service.text)) {
    return undefined;
  }
  const name = service.text.toLowerCase();
  if (name === "urn") {
    return urnProblem(string, service);
  }
  if (isKnownService(name) || actionServices.includes(name)) {
    return undefined;
  }
  const meant =
    actionServices.length === 1 && isTypeOfOneService(actionServices[0] ?? "", resourceType)
      ? actionServices[0]
      : knownServices().find((known) => known.length > 5 && fitPart(name, known)?.isTypo === true);
  return meant === undefined
    ? undefined
    : partProblem(string, service, "service", { service: truncate(service.text), advice: `Did you mean "${meant}"?` }, [
        meant,
      ]);
}

/** The names of functions in other places than policies: `urn:fss:<region>:<project>:function:<group>:<name>`. */
function urnProblem(string: PolicyString, service: UriPart): UriProblem {
  const [, region, rest] = /^urn:\w+:(?<region>[^:]*):[^:]*:(?<rest>function:\*)$/iu.exec(string.value) ?? [];
  const text = rest && `functiongraph:${region ?? ""}:*:${rest}`;
  return {
    range: string.slice(service.start, service.end) ?? string.contentRange,
    id: "urn",
    edits: text === undefined ? [] : replaceWhole(string, text),
  };
}

/** A type that only this service has, and all types of it are known. */
function isTypeOfOneService(service: string, type: UriPart | undefined): boolean {
  return resourceService(service)?.isComplete === true && resourceTypeOf(service, type?.text ?? "") !== undefined;
}

/** The names that a slip may be of; a shorter one is an change away from too many. */
function knownServices(): readonly string[] {
  return [...resourceServices, ...catalogOf(undefined).serviceNames()];
}

function isKnownService(name: string): boolean {
  return resourceService(name) !== undefined || catalogOf(undefined).service(name) !== undefined;
}

/**
 * A global service is in no region (facts: policy-language 1.8, 2.4; OOBS:iam). One that has no tables has its level from
 * a single page. No region at all stands in the documented examples too.
 */
function problemOfRegion(string: PolicyString, uri: ResourceUri, catalog: Catalog): UriProblem | undefined {
  const { service, region } = uri;
  const known = service && catalog.service(service.text.toLowerCase());
  const isGlobal = known?.level === "global" && known.coverage !== "mentioned";
  if (!isGlobal || !region || /^\**$/u.test(region.text)) {
    return undefined;
  }
  const range = string.slice(region.start, region.end);
  return {
    range: range ?? string.contentRange,
    id: "region",
    data: { service: serviceTitle(known.name), region: truncate(region.text) },
    edits: repairIn(range, "replaceRegion", "*"),
  };
}

/** Elsewhere than with OBS, only a slip of a documented type is a mistake (IAM.1046). */
function problemOfType(string: PolicyString, uri: ResourceUri): UriProblem | undefined {
  const { service, resourceType: type } = uri;
  const known = service && resourceService(service.text.toLowerCase());
  if (!known || !type || !isWord(type.text)) {
    return undefined;
  }
  if (resourceTypeOf(service.text.toLowerCase(), type.text) !== undefined) {
    return known.isComplete ? problemOfObsPath(string, type, uri.path) : undefined;
  }
  const slips = known.types.filter((name) => fitPart(type.text.toLowerCase(), name)?.isTypo === true);
  const choices = slips.length === 0 && known.isComplete ? known.types : slips;
  return choices.length === 0
    ? undefined
    : partProblem(
        string,
        type,
        "type",
        {
          type: truncate(type.text),
          service: serviceTitle(service.text.toLowerCase()),
          advice: slips.length > 0 ? `Did you mean ${listChoices(slips)}?` : `Write ${listChoices(choices)}.`,
        },
        choices,
      );
}

/** The path of a bucket is its name, that of an object its bucket, a slash and its name (W:usermanual-obs/obs_03_0154). */
function problemOfObsPath(string: PolicyString, type: UriPart, path: UriPart | undefined): UriProblem | undefined {
  if (!path) {
    return undefined;
  }
  const data = { path: truncate(path.text) };
  if (type.text.toLowerCase() === "bucket" && path.text.includes("/")) {
    return partProblem(string, type, "objectsInBucket", data, ["object"]);
  }
  if (type.text.toLowerCase() === "object" && bucketName.test(path.text)) {
    const range = string.slice(path.start, path.end);
    const adding = repairIn(range && [range[1], range[1]], "addPath", "/*");
    return { range: range ?? string.contentRange, id: "noObject", data, edits: adding };
  }
  return problemOfCharacters(string, path);
}

/**
 * OBS names the characters that a resource may have, and `*` for all others (facts: policy-language 1.8; IAM.1047).
 * Those that some template may take for its own are not judged.
 */
function problemOfCharacters(string: PolicyString, { text, start }: UriPart): UriProblem | undefined {
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
    edits: repairIn(range, "replaceCharacters", text.replace(notInObsPaths, "*")),
  };
}

/** What OBS takes as a name; capitals are a word that somebody is to fill in. */
const bucketName = /^[a-z\d][a-z\d.-]{2,62}$/u;

const notInObsPath = /[^\w\-*./\\:'"`|^]/u;
const notInObsPaths = new RegExp(`${notInObsPath.source}+`, "gu");

function partProblem(
  string: PolicyString,
  part: UriPart,
  id: UriProblemId,
  data: Readonly<Record<string, string>>,
  choices: readonly string[],
): UriProblem {
  const range = string.slice(part.start, part.end);
  return {
    range: range ?? string.contentRange,
    id,
    data,
    edits: choices.flatMap((text) => repairIn(range, "replace", text)),
  };
}

function replaceWhole(string: PolicyString, text: string): readonly UriRepair[] {
  return repairIn(string.isLiteral ? string.contentRange : null, "replace", text);
}

/** Nothing where the place is not exactly known, or where the text may need escapes in a host. */
function repairIn(range: Range | null, id: UriProblemId, text: string): readonly UriRepair[] {
  const isPlain = /^[\w*./:-]*$/u.test(text);
  return range && isPlain
    ? [{ id, data: { text: truncate(text) }, kind: "suggestion", changes: () => [{ range, text }] }]
    : [];
}

/** Whether a part is a plain name: neither empty, nor a pattern, nor anything that a template fills in. */
function isWord(text: string): boolean {
  return /^[\w-]+$/u.test(text);
}
