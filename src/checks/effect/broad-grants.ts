import type { Action, PolicyDocument, Statement } from "../../policy/document.js";
import { hasOnlyKnownKeys } from "../../policy/document.js";
import { overviewOf } from "../../policy/overview.js";
import { mayBeDeniedInPart } from "./possible-denies.js";
import { isStar, type ActionPattern } from "../../policy/pattern.js";
import { isPlaceholder } from "../../policy/placeholder.js";
import { redundantActions } from "./redundant-actions.js";
import type { Value } from "../../policy/value.js";

/** A pattern that is allowed with nothing to narrow it. */
export interface BroadGrant {
  readonly action: Action;
  readonly pattern: ActionPattern;
}

/**
 * The patterns of a policy that are allowed whatever the resource and the time, each once, and of which fewer
 * parts than asked for say something (facts: real-policies 3.5). A Deny of a part, be it under a condition, shows
 * that the author has thought of what the pattern grants (facts: policy-language 7, shapes 6 and 20).
 *
 * @param others the policies that are granted, or may be, to the same principals
 */
export function broadGrants(
  document: PolicyDocument,
  others: readonly PolicyDocument[],
  minimumSegments: number,
): readonly BroadGrant[] {
  if (overviewOf(document).fewestSegments >= minimumSegments) {
    return [];
  }
  const broad = document.statements
    .filter(({ effect, condition }) => effect === "Allow" && condition === undefined)
    .filter(hasOnlyKnownKeys)
    .flatMap((statement) =>
      patternsOf(statement, minimumSegments).filter(({ pattern }) => isWideFor(statement.resource, pattern)),
    )
    // Also where a statement may not be there: then there may be a Deny, too.
    .filter(({ pattern }) => !mayBeDeniedInPart(pattern, [document, ...others]));
  return broad.length > 0 ? firstOfEach(withoutCovered(broad, document)) : [];
}

function withoutCovered(grants: readonly BroadGrant[], document: PolicyDocument): readonly BroadGrant[] {
  const covered = new Set(redundantActions(document).map(({ action }) => action));
  return grants.filter(({ action }) => !covered.has(action));
}

function patternsOf({ actions }: Statement, minimumSegments: number): readonly BroadGrant[] {
  const broad: BroadGrant[] = [];
  for (const action of actions) {
    const { pattern, isCertain } = action;
    if (pattern && isCertain && pattern.segments < minimumSegments) {
      broad.push({ action, pattern });
    }
  }
  return broad;
}

/** Whether a Resource leaves a pattern as wide as it is. What is not known may narrow it. */
function isWideFor(resource: Value | undefined, pattern: ActionPattern): boolean {
  const uris = resource?.kind === "array" ? resource.elements : [resource];
  return uris.some((uri) => uri === undefined || (uri.kind === "string" && uri.isStatic && isWide(uri.value, pattern)));
}

/**
 * Whether a URI, `service:region:domain:type:path`, stands for all that a pattern may be about: everything, or
 * everything of one type. Of all services, the type of one is a part.
 */
function isWide(uri: string, { service }: ActionPattern): boolean {
  const [ofService = "", region = "", domain = "", , ...path] = uri.trim().split(":");
  return (
    isStar(uri.trim()) ||
    (!isPlaceholder(uri) &&
      (!isStar(service) || isStar(ofService)) &&
      [region, domain].every((part) => part === "" || isStar(part)) &&
      isStar(path.join(":").replaceAll("/", "")))
  );
}

function firstOfEach(grants: readonly BroadGrant[]): readonly BroadGrant[] {
  const first = new Map<string, BroadGrant>();
  for (const grant of grants) {
    const text = grant.pattern.text;
    first.set(text, first.get(text) ?? grant);
  }
  return [...first.values()];
}
