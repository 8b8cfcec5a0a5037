import type { Catalog } from "../../catalog/catalog.js";
import { isUnconditional, type Action, type PolicyDocument } from "../../policy/document.js";
import type { GrantScope, GrantSite } from "../../policy/grant-site.js";
import type { ActionPattern } from "../../policy/pattern.js";
import type { PolicyContext } from "../policy-context.js";
import { coveringAction } from "./grants.js";
import { isInlineAction } from "./inline.js";
import { mayBePartlyDenied } from "./possible-denies.js";

/**
 * An action that a policy denies on enterprise projects and another policy allows at a scope that is evaluated first.
 */
export interface OverriddenDeny {
  readonly action: Action;
  readonly allow: Action;
  readonly scope: IamScope;
}

/** The scopes that the cloud evaluates before enterprise projects. */
export type IamScope = Extract<GrantScope, "iam-project" | "all-projects">;

/**
 * The actions that a policy denies on enterprise projects without effect: policies of IAM projects are evaluated first,
 * and the first match there, Allow or Deny, is final (facts.md#iam-projects-come-first). Of policies that may be
 * granted to the same principals, denies count and allows do not.
 */
export function overriddenDenies(
  document: PolicyDocument,
  { grantedTogether, possiblyGrantedTogether, catalog }: OverridingContext,
): readonly OverriddenDeny[] {
  const { grantSites } = document;
  if (grantSites.length === 0 || !grantSites.every(isOfEnterpriseProject)) {
    return [];
  }
  const others = grantedTogether.filter((other) => other !== document);
  const denied = document.statements.filter(({ effect }) => effect === "Deny").flatMap(ownActions);
  return denied.flatMap((action) => {
    const { pattern } = action;
    const isDenied = pattern !== undefined && mayBePartlyDenied(pattern, [...others, ...possiblyGrantedTogether]);
    const overriding = pattern && !isDenied ? others.map((other) => overridingAllow(other, grantSites, pattern)) : [];
    const [first] = overriding.filter((found) => found !== undefined);
    return first && isInScope(action, first.scope, catalog) ? [{ action, ...first }] : [];
  });
}

type OverridingContext = Pick<PolicyContext, "grantedTogether" | "possiblyGrantedTogether" | "catalog">;

/** A grant on an IAM project does not apply to global services. */
function isInScope({ pattern }: Action, scope: IamScope, catalog: Catalog): boolean {
  return scope === "all-projects" || catalog.service(pattern?.service ?? "")?.level !== "global";
}

function isOfEnterpriseProject({ scope, principal }: GrantSite): boolean {
  return scope === "enterprise-project" && principal !== undefined;
}

function ownActions(statement: PolicyDocument["statements"][number]): readonly Action[] {
  return statement.actions.filter((action) => action.isCertain && isInlineAction(statement, action));
}

/** The action that a policy allows unconditionally on every resource, on IAM projects of the same principals. */
function overridingAllow(
  { grantSites, statements }: PolicyDocument,
  denyingSites: readonly GrantSite[],
  denied: ActionPattern,
): Omit<OverriddenDeny, "action"> | undefined {
  const principals = new Set(denyingSites.map(({ principal }) => principal));
  const scopes = grantSites.filter(({ principal }) => principals.has(principal)).map(({ scope }) => scope);
  const scope = (["all-projects", "iam-project"] as const).find((iamScope) => scopes.includes(iamScope));
  const allow = statements
    .filter((statement) => statement.effect === "Allow" && statement.isCertain && isUnconditional(statement))
    .map((statement) => coveringAction(statement, denied))
    .find((action) => action?.isCertain);
  return scope && allow ? { allow, scope } : undefined;
}
