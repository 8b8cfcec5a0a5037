import { catalogOf } from "../../catalog/catalog.js";
import { serviceTitle } from "../../catalog/provenance.js";
import { addStrings } from "../../edit/lists.js";
import type { Problem, Edit } from "../../edit/problem.js";
import type { Action, Statement } from "../../policy/document.js";
import { ActionPattern, covers, matchesPart } from "../../policy/pattern.js";
import { isEveryUri } from "../../policy/resource.js";
import { truncate, listNames, shorterAndShorter } from "../../text/wording.js";
import { mayShareResources, resourceService } from "./resource-types.js";
import { readUri, type ResourceUri } from "./resource-uri.js";
import type { Resource, Resources } from "./resources.js";

export type FitProblemId = "unfit" | "noObjects" | "noBuckets" | "unlisted" | "addResources";

/** The services that a statement's actions are of, each once; `undefined` where they are not all known. */
export function servicesOf({ actions, notActions, isComplete }: Statement): readonly string[] | undefined {
  const services = actions.map(({ pattern }) => pattern?.service);
  const areKnown = isComplete && notActions.length === 0 && services.every((service) => service !== undefined);
  return areKnown ? [...new Set(services)] : undefined;
}

/**
 * The resources of a list that no action of the statement works on. Both sides must be services that have resources of
 * their own: others may work on those of another service.
 */
export function unfitResources({ uris }: Resources, statement: Statement): readonly Problem<FitProblemId>[] {
  const services = servicesOf(statement);
  if (!services?.every((service) => resourceService(service) !== undefined)) {
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
            id: "unfit" as const,
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
 * The resources of services that no source lists among those that take one: the cloud refuses the policy then
 * (facts.md#resources-of-other-services), but the sources contradict each other and are not complete.
 */
export function unlistedResources({ uris }: Resources): readonly Problem<FitProblemId>[] {
  return uris.flatMap(({ string }) => {
    const part = readUri(string.value)?.service;
    const service = part?.text.toLowerCase() ?? "";
    return part && !resourceService(service) && catalogOf(undefined).service(service)
      ? [
          {
            range: string.slice(part.start, part.end) ?? string.contentRange,
            id: "unlisted" as const,
            data: { service: serviceTitle(service) },
          },
        ]
      : [];
  });
}

/**
 * The actions on objects of a statement that names buckets only, and those on buckets where it names objects only. A
 * statement may mix both (facts.md#buckets-and-objects-together).
 */
export function actionsWithoutMatchingResource(
  resources: Resources,
  statement: Statement,
): readonly Problem<FitProblemId>[] {
  const missing = missingKind(resources);
  const unmatched = missing ? statement.actions.filter((action) => worksOnlyOn(action, missing)) : [];
  if (!missing || unmatched.length === 0 || servicesOf(statement) === undefined) {
    return [];
  }
  const edits = addCounterparts(missing, resources);
  return unmatched.map((action) => ({
    range: action.string.contentRange,
    id: missing === "object" ? "noObjects" : "noBuckets",
    data: { action: truncate(action.string.value.trim()) },
    edits,
  }));
}

/** The kind that a list has nothing of, where it has the other one and all of it is known. */
function missingKind({ uris, isComplete }: Resources): Kind | undefined {
  const kinds = uris.map(kindsOf);
  const named = new Set(kinds.flat());
  const isKnown = isComplete && !named.has(undefined);
  return isKnown && named.size === 1 ? (named.has("bucket") ? "object" : "bucket") : undefined;
}

/** Adds the objects of the buckets that are named, or the buckets of the objects. */
function addCounterparts(missing: Kind, { uris }: Resources): readonly Edit<FitProblemId>[] {
  const counterparts = [...new Set(uris.flatMap(({ string }) => counterpart(string.value, missing) ?? []))];
  const last = uris.findLast(({ string }) => counterpart(string.value, missing) !== undefined);
  const data = { resources: listNames(counterparts.map((uri) => `"${truncate(uri)}"`)) };
  return last ? addStrings(last, counterparts, { id: "addResources", data }) : [];
}

/** The resource of the other kind; none for a text that may have more in it than names. */
function counterpart(text: string, kind: Kind): string | undefined {
  const { service, resourceType, path } = readUri(text) ?? {};
  const hasOnlyNames = /^[\w*./:-]+$/u.test(text);
  if (!service || !resourceType || !path || !matchesObs(service.text) || !hasOnlyNames) {
    return undefined;
  }
  const bucket = path.text.split("/")[0] ?? "";
  const other = kind === "bucket" ? bucket : bucket === "*" ? "*" : `${bucket}/*`;
  return `${text.slice(0, resourceType.start)}${kind}:${other}`;
}

type Kind = "bucket" | "object";

/** Which of the two a resource is, by its type or by its path; none for another service's, `undefined` if not known. */
function kindsOf({ string }: Resource): readonly Kind[] | undefined {
  if (isEveryUri(string.value)) {
    return ["bucket", "object"];
  }
  const { service, resourceType, path }: ResourceUri = readUri(string.value) ?? {};
  if (!service || (matchesObs(service.text) && !resourceType)) {
    return undefined;
  }
  if (!matchesObs(service.text)) {
    return [];
  }
  const type = resourceType?.text.toLowerCase() ?? "";
  // A path with a slash in a bucket is reported by itself, and meant as an object.
  return type === "bucket" && path?.text.includes("/")
    ? ["object"]
    : (["bucket", "object"] as const).filter((kind) => matchesPart(type, kind));
}

function matchesObs(service: string): boolean {
  return matchesPart(service.toLowerCase(), "obs");
}

/** The actions of the service as a whole, which look at no bucket (facts.md#obs-actions-without-a-bucket). */
const ofTheService: readonly ActionPattern[] = [
  new ActionPattern("obs", "bucket", "listallmybuckets"),
  new ActionPattern("obs", "bucket", "createbucket"),
];

/** A name that no cloud documents may be anything. */
function worksOnlyOn({ pattern }: Action, kind: Kind): boolean {
  return (
    pattern?.service === "obs" &&
    pattern.resourceType === kind &&
    !ofTheService.some((action) => covers(pattern, action)) &&
    catalogOf(undefined).isDocumented(pattern)
  );
}
