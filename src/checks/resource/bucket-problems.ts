import type { Catalog } from "../../catalog/catalog.js";
import { addStrings } from "../../edit/lists.js";
import type { Problem, Edit } from "../../edit/problem.js";
import type { Action, Statement } from "../../policy/document.js";
import { ActionPattern, covers, isStar } from "../../policy/pattern.js";
import { matchesPart } from "../../policy/wildcards.js";
import { isEveryUri } from "../../policy/resource.js";
import { truncate, listNames } from "../../text/wording.js";
import { readUri, type ResourceUri } from "./resource-uri.js";
import type { Resource, Resources } from "./resources.js";
import { servicesOf } from "./service-problems.js";

export type BucketProblemId = "noObjects" | "noBuckets" | "listsAllBuckets" | "addResources";

/**
 * Actions on objects in a statement that lists only buckets, and actions on buckets in one that lists only objects. A
 * statement may mix both (facts.md#buckets-and-objects-together).
 */
export function actionsWithoutMatchingResource(
  resources: Resources,
  statement: Statement,
  catalog: Catalog,
): readonly Problem<BucketProblemId>[] {
  const missing = missingKind(resources);
  const unmatched = missing
    ? statement.actions.filter((action) => worksOnlyOn(action, missing, catalog.ofAllClouds))
    : [];
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

const listingAllBuckets = new ActionPattern("obs", "bucket", "listallmybuckets");

/**
 * Listing all buckets in an Allow that does not name all of them. The guide itself denies it together with what works on
 * some buckets (facts.md#obs-actions-without-a-bucket).
 */
export function limitedBucketList(
  { uris, isComplete }: Resources,
  { actions, effect }: Statement,
): readonly Problem<BucketProblemId>[] {
  const isLimited =
    effect === "Allow" && isComplete && uris.length > 0 && !uris.some(({ string }) => mayBeAllBuckets(string.value));
  return actions
    .filter(({ pattern }) => isLimited && pattern?.text === listingAllBuckets.text)
    .map((action) => ({
      range: action.string.contentRange,
      id: "listsAllBuckets",
      data: { action: truncate(action.string.value.trim()) },
    }));
}

/** Whether a resource may be all buckets: `*`, `obs:*:*:bucket:*`, or one that is not known to its end. */
function mayBeAllBuckets(text: string): boolean {
  const uri = readUri(text);
  if (isEveryUri(text) || !uri?.service || !uri.resourceType || !uri.path) {
    return true;
  }
  return (
    matchesObs(uri.service.text) && matchesPart(uri.resourceType.text.toLowerCase(), "bucket") && isStar(uri.path.text)
  );
}

/** The kind that a fully known list lacks while it has the other one. */
function missingKind({ uris, isComplete }: Resources): Kind | undefined {
  const kinds = uris.map(kindsOfResource);
  const named = new Set(kinds.flat());
  const isKnown = isComplete && !named.has(undefined);
  return isKnown && named.size === 1 ? (named.has("bucket") ? "object" : "bucket") : undefined;
}

/** Suggests adding the objects of the listed buckets, or the buckets of the listed objects. */
function addCounterparts(missing: Kind, { uris }: Resources): readonly Edit<BucketProblemId>[] {
  const counterparts = [...new Set(uris.flatMap(({ string }) => counterpart(string.value, missing) ?? []))];
  const last = uris.findLast(({ string }) => counterpart(string.value, missing) !== undefined);
  const data = { resources: listNames(counterparts.map((uri) => `"${truncate(uri)}"`)) };
  return last ? addStrings(last, counterparts, { id: "addResources", data }) : [];
}

/** The matching resource of the other kind; `undefined` if the URI may contain placeholders. */
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

/** The kinds that a resource matches, by type or path; empty for another service, `undefined` if unknown. */
function kindsOfResource({ string }: Resource): readonly Kind[] | undefined {
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
  // A bucket with a slash in its path is meant as objects; uri-problems.ts reports it.
  return type === "bucket" && path?.text.includes("/")
    ? ["object"]
    : (["bucket", "object"] as const).filter((kind) => matchesPart(type, kind));
}

function matchesObs(service: string): boolean {
  return matchesPart(service.toLowerCase(), "obs");
}

/** Service-wide actions, which do not apply to a bucket (facts.md#obs-actions-without-a-bucket). */
const serviceWideActions: readonly ActionPattern[] = [
  listingAllBuckets,
  new ActionPattern("obs", "bucket", "createbucket"),
];

/** Only documented actions: an undocumented one may apply to anything. */
function worksOnlyOn({ pattern }: Action, kind: Kind, allClouds: Catalog): boolean {
  return (
    pattern?.service === "obs" &&
    pattern.resourceType === kind &&
    !serviceWideActions.some((action) => covers(pattern, action)) &&
    allClouds.isDocumented(pattern)
  );
}
