import type { Catalog } from "../../catalog/catalog.js";
import { isUnconditional, type Action, type PolicyDocument } from "../../policy/document.js";
import type { GrantScope, GrantSite } from "../../policy/grant-site.js";
import type { ActionPattern } from "../../policy/pattern.js";
import type { PolicyContext } from "../policy-context.js";
import { actionCovering } from "./grants.js";
import { isOwnAction } from "./own-parts.js";
import { mayBeDeniedInPart } from "./possible-denies.js";

/** An action that a policy denies on enterprise projects and that another policy allows before the cloud gets there. */
export interface OverriddenDeny {
  readonly action: Action;
  readonly allow: Action;
  readonly scope: IamScope;
}

/** The scopes whose policies the cloud examines first. */
export type IamScope = Extract<GrantScope, "iam-project" | "all-projects">;

/**
 * The actions that a policy for enterprise projects denies in vain: the policies of IAM projects are examined first,
 * and the first match there, Allow or Deny, ends the check (facts.md#iam-projects-come-first). Of policies that may be
 * granted to the same principals, what they deny counts and what they allow does not.
 */
export function overriddenDenies(
  document: PolicyDocument,
  { grantedTogether, perhapsGrantedTogether, catalog }: OverridingContext,
): readonly OverriddenDeny[] {
  const { grantSites } = document;
  if (grantSites.length === 0 || !grantSites.every(isOfEnterpriseProject)) {
    return [];
  }
  const others = grantedTogether.filter((other) => other !== document);
  const denied = document.statements.filter(({ effect }) => effect === "Deny").flatMap(ownActions);
  return denied.flatMap((action) => {
    const { pattern } = action;
    const isDenied = pattern !== undefined && mayBeDeniedInPart(pattern, [...others, ...perhapsGrantedTogether]);
    const overriding = pattern && !isDenied ? others.map((other) => overridingIn(other, grantSites, pattern)) : [];
    const [first] = overriding.filter((found) => found !== undefined);
    return first && isInScope(action, first.scope, catalog) ? [{ action, ...first }] : [];
  });
}

type OverridingContext = Pick<PolicyContext, "grantedTogether" | "perhapsGrantedTogether" | "catalog">;

/** A grant on an IAM project does not apply to global services. */
function isInScope({ pattern }: Action, scope: IamScope, catalog: Catalog): boolean {
  return scope === "all-projects" || catalog.service(pattern?.service ?? "")?.level !== "global";
}

function isOfEnterpriseProject({ scope, principal }: GrantSite): boolean {
  return scope === "enterprise-project" && principal !== undefined;
}

function ownActions(statement: PolicyDocument["statements"][number]): readonly Action[] {
  return statement.actions.filter((action) => action.isCertain && isOwnAction(statement, action));
}

/** The action that a policy allows wherever and whenever, on the IAM projects of one of the same principals. */
function overridingIn(
  { grantSites, statements }: PolicyDocument,
  denyingSites: readonly GrantSite[],
  denied: ActionPattern,
): Omit<OverriddenDeny, "action"> | undefined {
  const principals = new Set(denyingSites.map(({ principal }) => principal));
  const scopes = grantSites.filter(({ principal }) => principals.has(principal)).map(({ scope }) => scope);
  const scope = (["all-projects", "iam-project"] as const).find((iamScope) => scopes.includes(iamScope));
  const allow = statements
    .filter((statement) => statement.effect === "Allow" && statement.isCertain && isUnconditional(statement))
    .map((statement) => actionCovering(statement, denied))
    .find((action) => action?.isCertain);
  return scope && allow ? { allow, scope } : undefined;
}
