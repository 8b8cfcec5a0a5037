import { dependenciesOf } from "../../catalog/dependencies.js";
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
import { isGranting } from "../../policy/kinds.js";
import { covers, isStar, parsePattern, type ActionPattern } from "../../policy/pattern.js";
import { isPlaceholder } from "../../policy/placeholder.js";
import { isEveryResource, isEveryUri, resourceElements } from "../../policy/resource.js";
import type { Value } from "../../policy/value.js";
import { isWildcardIn } from "../../policy/wildcards.js";
import { truncate } from "../../text/wording.js";
import type { Check } from "../summary/check.js";
import type { PolicyContext } from "../policy-context.js";
import { resourceService } from "../../policy/resource-types.js";
import { mayBePartlyDenied } from "./possible-denies.js";
import { redundantActions } from "./redundant-actions.js";

/** Options of the rule. */
export interface BroadGrantOptions {
  /** Patterns that may be granted, with all that they cover. */
  readonly allow: readonly string[];
  /** The minimum number of a pattern's three parts that must not be just `*`. */
  readonly minimumSegments: number;
}

type GrantedPolicies = Pick<PolicyContext, "catalog" | "grantedTogether" | "possiblyGrantedTogether">;

/** A pattern that is allowed without anything to limit it. */
interface BroadGrant {
  readonly action: Action;
  readonly pattern: ActionPattern;
  /** The resource that leaves it open although others are listed; `undefined` if there are no others. */
  readonly openResource?: string | undefined;
}

/**
 * The patterns that a policy allows unconditionally on every resource, each once, if they have fewer segments than
 * required (facts.md#broad-grants-in-use). A pattern that a Deny narrows is not reported, even if the Deny is
 * conditional: its author has considered what the pattern grants (facts.md#exceptions-by-deny). Neither is one that the
 * tables name as a dependency of a granted action, because require-action-dependencies asks for it.
 */
export function broadGrants(options: BroadGrantOptions): Check<"broadGrant"> {
  return {
    when: (summary) => summary.fewestSegments < options.minimumSegments,
    problems: (policy, context) => problemsOf(policy, context, options),
  };
}

function problemsOf(
  policy: PolicyDocument,
  context: GrantedPolicies,
  { allow, minimumSegments }: BroadGrantOptions,
): readonly Problem<"broadGrant">[] {
  if (policy.dialect === "5.0" && !isGranting(policy.kind)) {
    return [];
  }
  const allowed = allow.map(parsePattern).filter((pattern) => pattern !== undefined);
  const broad = grantsWithFewSegments(policy, context, minimumSegments).filter(
    ({ pattern }) => !isIamGrant(pattern) && !allowed.some((exempt) => covers(exempt, pattern)),
  );
  const needed = broad.length > 0 ? patternsNeeded(context, minimumSegments) : [];
  return broad
    .filter(({ pattern }) => !needed.some((dependency) => covers(dependency, pattern)))
    .map(({ action, pattern, openResource }) => ({
      range: referenceRange(action),
      id: "broadGrant",
      data: {
        action: quoteAction(action),
        granted: describeActions(pattern),
        advice: adviceFor(pattern, openResource),
      },
    }));
}

/**
 * The patterns among the dependencies of what policies grant. What broad patterns grant does not count: it would excuse
 * all others.
 */
function patternsNeeded(
  { catalog, grantedTogether, possiblyGrantedTogether }: GrantedPolicies,
  minimumSegments: number,
): readonly ActionPattern[] {
  return [...grantedTogether, ...possiblyGrantedTogether]
    .flatMap(({ statements }) => statements)
    .flatMap(({ effect, actions }) => (effect === "Allow" ? actions : []))
    .flatMap(({ pattern }) => (pattern && pattern.segments >= minimumSegments ? catalog.matching(pattern) : []))
    .filter(({ mayHaveRequirements }) => mayHaveRequirements)
    .flatMap((action) => dependenciesOf(action, "every"))
    .map(({ pattern }) => pattern)
    .filter(({ hasWildcard }) => hasWildcard);
}

/** Broad grants of IAM itself are left to no-privilege-escalation, as some of its actions give all others. */
function isIamGrant({ service }: ActionPattern): boolean {
  return service === "iam";
}

function grantsWithFewSegments(
  policy: PolicyDocument,
  { grantedTogether, possiblyGrantedTogether }: GrantedPolicies,
  minimumSegments: number,
): readonly BroadGrant[] {
  const broad = policy.statements
    .filter(({ effect, condition }) => effect === "Allow" && condition === undefined)
    .filter(hasOnlyKnownKeys)
    .flatMap((statement) =>
      broadPatternsOf(statement, minimumSegments)
        .filter(({ pattern }) => isUnrestricted(statement.resource, pattern))
        .map((grant) => ({ ...grant, openResource: openResourceOf(statement.resource, grant.pattern) })),
    )
    // Statements that may be absent are included: if the Allow is present, so may be the Deny.
    .filter(({ pattern }) => !mayBePartlyDenied(pattern, [...grantedTogether, ...possiblyGrantedTogether]));
  return broad.length > 0 ? uniqueByPattern(withoutCovered(broad, policy)) : [];
}

function withoutCovered(grants: readonly BroadGrant[], policy: PolicyDocument): readonly BroadGrant[] {
  const covered = new Set(redundantActions(policy).map(({ action }) => action));
  return grants.filter(({ action }) => !covered.has(action));
}

function broadPatternsOf({ actions }: Statement, minimumSegments: number): readonly BroadGrant[] {
  const broad: BroadGrant[] = [];
  for (const action of actions) {
    const { pattern, isCertain } = action;
    if (pattern && isCertain && pattern.segments < minimumSegments) {
      broad.push({ action, pattern });
    }
  }
  return broad;
}

/** Whether a Resource does not limit a pattern. An unknown one may. */
function isUnrestricted(resource: Value | undefined, pattern: ActionPattern): boolean {
  return isEveryResource(resource) || openResources(resource, pattern).length > 0;
}

function openResources(resource: Value | undefined, pattern: ActionPattern): readonly string[] {
  return resourceElements(resource)
    .filter((uri) => uri.kind === "string")
    .filter(({ value, isStatic }) => isEveryUri(value) || (isStatic && matchesEveryResource(value, pattern)))
    .map(({ value }) => value.trim());
}

/** The resource to name in a message: a lone `*` is as good as none. */
function openResourceOf(resource: Value | undefined, pattern: ActionPattern): string | undefined {
  const [open] = openResources(resource, pattern);
  const isLoneStar = open !== undefined && isEveryUri(open) && resourceElements(resource).length === 1;
  return isLoneStar ? undefined : open;
}

/**
 * Whether a URI, `service:region:domain:type:path`, matches all resources of one type in the pattern's services. For a
 * pattern over all services, a single service's type is a restriction.
 */
function matchesEveryResource(uri: string, { service }: ActionPattern): boolean {
  const [ofService = "", region = "", domain = "", , ...path] = uri.trim().split(":");
  return (
    !isPlaceholder(uri) &&
    (!isStar(service) || isStar(ofService)) &&
    [region, domain].every((part) => part === "" || isStar(part)) &&
    isStar(path.join(":").replaceAll("/", ""))
  );
}

function uniqueByPattern(grants: readonly BroadGrant[]): readonly BroadGrant[] {
  const first = new Map<string, BroadGrant>();
  for (const grant of grants) {
    const text = grant.pattern.text;
    first.set(text, first.get(text) ?? grant);
  }
  return [...first.values()];
}

/** How many characters of a part of a pattern a message shows, in addition to the pattern. */
const maxOfPart = 30;

/** Describes a pattern: `every action of every service`, `every "get*" action on "images" of ims`. */
function describeActions({ service, resourceType, operation }: ActionPattern): string {
  const actions = isStar(operation) ? "every action" : `every "${truncate(operation, maxOfPart)}" action`;
  const on = isStar(resourceType) ? "" : ` on "${truncate(resourceType, maxOfPart)}"`;
  return `${actions}${on} of ${describeService(service)}`;
}

function describeService(service: string): string {
  if (isStar(service)) {
    return "every service";
  }
  return isWildcardIn(service)
    ? `every service that matches "${truncate(service, maxOfPart)}"`
    : serviceTitle(truncate(service, maxOfPart));
}

function adviceFor({ service }: ActionPattern, openResource: string | undefined): string {
  const names = isWildcardIn(service) ? "Name the services you need" : "List the actions you need";
  if (openResource !== undefined) {
    return `${names}, or narrow the resource "${truncate(openResource)}", which leaves it open.`;
  }
  return !isWildcardIn(service) && resourceService(service)
    ? `${names}, or limit them with a "Resource".`
    : `${names}.`;
}
