import { serviceTitle } from "../../catalog/provenance.js";
import type { Problem } from "../../edit/problem.js";
import {
  hasOnlyKnownKeys,
  quoteAction,
  referenceRange,
  type Action,
  type PolicyDocument,
  type Statement,
} from "../../policy/document.js";
import { overviewOf } from "../../policy/overview.js";
import { covers, isStar, parsePattern, type ActionPattern } from "../../policy/pattern.js";
import { isPlaceholder } from "../../policy/placeholder.js";
import { isEveryResource, resourceElements } from "../../policy/resource.js";
import type { Value } from "../../policy/value.js";
import { truncate } from "../../text/wording.js";
import type { PolicyContext } from "../policy-context.js";
import { resourceService } from "../resource/resource-types.js";
import { mayBeDeniedInPart } from "./possible-denies.js";
import { redundantActions } from "./redundant-actions.js";

/** Settings of the user. */
export interface BroadGrantOptions {
  /** Patterns that may be granted, with all that they cover. */
  readonly allow: readonly string[];
  /** How many of a pattern's three parts must hold something else than `*`. */
  readonly minimumSegments: number;
}

type GrantedPolicies = Pick<PolicyContext, "grantedTogether" | "perhapsGrantedTogether">;

/** A pattern that is allowed with nothing to narrow it. */
interface BroadGrant {
  readonly action: Action;
  readonly pattern: ActionPattern;
}

/**
 * The patterns of a policy that are allowed whatever the resource and the time, each once, and of which fewer
 * parts than asked for say something (facts.md#broad-grants-in-use). A Deny of a part, be it under a condition, shows
 * that the author has thought of what the pattern grants (facts.md#exceptions-by-deny).
 */
export function broadGrants(
  policy: PolicyDocument,
  context: GrantedPolicies,
  { allow, minimumSegments }: BroadGrantOptions,
): readonly Problem<"broad">[] {
  const allowed = allow.map(parsePattern).filter((pattern) => pattern !== undefined);
  return grantsWithFewSegments(policy, context, minimumSegments)
    .filter(({ pattern }) => !isRightOverRights(pattern) && !allowed.some((wide) => covers(wide, pattern)))
    .map(({ action, pattern }) => ({
      range: referenceRange(action),
      id: "broad",
      data: { action: quoteAction(action), granted: describeActions(pattern), advice: adviceFor(pattern) },
    }));
}

/** How much of IAM itself somebody may be granted is a question of its own: some of its actions give all others. */
function isRightOverRights({ service }: ActionPattern): boolean {
  return service === "iam";
}

function grantsWithFewSegments(
  policy: PolicyDocument,
  { grantedTogether, perhapsGrantedTogether }: GrantedPolicies,
  minimumSegments: number,
): readonly BroadGrant[] {
  if (overviewOf(policy).fewestSegments >= minimumSegments) {
    return [];
  }
  const broad = policy.statements
    .filter(({ effect, condition }) => effect === "Allow" && condition === undefined)
    .filter(hasOnlyKnownKeys)
    .flatMap((statement) =>
      patternsOf(statement, minimumSegments).filter(({ pattern }) => isWideFor(statement.resource, pattern)),
    )
    // Also where a statement may not be there: then there may be a Deny, too.
    .filter(({ pattern }) => !mayBeDeniedInPart(pattern, [...grantedTogether, ...perhapsGrantedTogether]));
  return broad.length > 0 ? firstOfEach(withoutCovered(broad, policy)) : [];
}

function withoutCovered(grants: readonly BroadGrant[], policy: PolicyDocument): readonly BroadGrant[] {
  const covered = new Set(redundantActions(policy).map(({ action }) => action));
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
  return (
    isEveryResource(resource) ||
    resourceElements(resource).some((uri) => uri.kind === "string" && uri.isStatic && isEveryOfType(uri.value, pattern))
  );
}

/**
 * Whether a URI, `service:region:domain:type:path`, stands for everything of one type that a pattern may be about. Of
 * all services, the type of one is a part.
 */
function isEveryOfType(uri: string, { service }: ActionPattern): boolean {
  const [ofService = "", region = "", domain = "", , ...path] = uri.trim().split(":");
  return (
    !isPlaceholder(uri) &&
    (!isStar(service) || isStar(ofService)) &&
    [region, domain].every((part) => part === "" || isStar(part)) &&
    isStar(path.join(":").replaceAll("/", ""))
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

/** The characters of a part of a pattern that a message shows; it shows the pattern, too. */
const maxOfPart = 30;

/** `every action of every service`, `every "get*" action on "images" of ims`. */
function describeActions({ service, resourceType, operation }: ActionPattern): string {
  const actions = isStar(operation) ? "every action" : `every "${truncate(operation, maxOfPart)}" action`;
  const on = isStar(resourceType) ? "" : ` on "${truncate(resourceType, maxOfPart)}"`;
  return `${actions}${on} of ${describeService(service)}`;
}

function describeService(service: string): string {
  if (isStar(service)) {
    return "every service";
  }
  return service.includes("*")
    ? `every service that matches "${truncate(service, maxOfPart)}"`
    : serviceTitle(truncate(service, maxOfPart));
}

function adviceFor({ service }: ActionPattern): string {
  if (service.includes("*")) {
    return "Name the services you need.";
  }
  return resourceService(service)
    ? 'List the actions you need, or limit them with a "Resource".'
    : "List the actions you need.";
}
