import { isOfOtherService } from "../../policy/dialects.js";
import type { Action, PolicyDocument, Statement } from "../../policy/document.js";
import { reaches } from "../../policy/grant-site.js";
import { mayMatchTheSame } from "../../policy/wildcards.js";
import { coveringAction, Grants } from "./grants.js";
import { isInlineAction, isInlineStatement } from "./inline.js";

/** An Allow of which a Deny cancels all or some actions. */
export interface CancelledAllow {
  readonly statement: Statement;
  /** Whether nothing remains of it. */
  readonly isFullyCancelled: boolean;
  /** The cancelled actions in the statement's inline list, each with the Deny that cancels it. */
  readonly actions: ReadonlyMap<Action, CancellingDeny>;
  /** The denies that cancel all of its actions, inline or not. */
  readonly denies: readonly CancellingDeny[];
}

export interface CancellingDeny {
  readonly statement: Statement;
  /** The action in the Deny that covers the allowed one; `undefined` for a Deny with NotAction. */
  readonly action: Action | undefined;
}

/**
 * The Allow statements of a policy that an unconditional Deny cancels, in the policy itself or in another policy that
 * applies wherever this one does: a Deny always takes precedence (facts.md#deny-wins). A Deny of a part of an allowed
 * pattern is an exception and cancels nothing. Statements and lists that other policies may share are left out, because
 * they may be effective there.
 *
 * @param grantedTogether the policies granted to the same principals
 */
export function cancelledAllows(
  document: PolicyDocument,
  grantedTogether: readonly PolicyDocument[],
): readonly CancelledAllow[] {
  const denies = [document, ...grantedTogether.filter((other) => isGrantedWherever(other, document))]
    .flatMap(({ statements }) => statements)
    .filter(({ effect, isCertain, isComplete }) => effect === "Deny" && isCertain && isComplete);
  if (denies.length === 0) {
    return [];
  }
  const grants = new Grants(denies);
  const grantsBeside = (statement: Statement) =>
    document.dialect === "5.0" && denies.some((deny) => mayExcept(deny, statement))
      ? new Grants(denies.filter((deny) => !mayExcept(deny, statement)))
      : grants;
  return document.statements
    .filter((statement) => statement.effect === "Allow" && statement.value.isComplete)
    .filter((statement) => isInlineStatement(document, statement))
    .filter(({ actions }) => document.dialect === "1.1" || !actions.some(({ text }) => isOfOtherService(text)))
    .map((statement) => cancelledBy(statement, grantsBeside(statement)))
    .filter(({ isFullyCancelled, actions }) => isFullyCancelled || actions.size > 0);
}

/**
 * Whether a Deny of version 5.0 may except an action of an Allow by another name: many have one of version 1.1, which is
 * mostly of the same service, and few of these are known (facts.md#names-that-version-5-changed).
 */
function mayExcept({ notActions }: Statement, { actions }: Statement): boolean {
  return notActions.some(
    ({ text, pattern: excepted }) =>
      isOfOtherService(text) ||
      actions.some(({ pattern }) => pattern && excepted && mayMatchTheSame(pattern.service, excepted.service)),
  );
}

function isGrantedWherever(other: PolicyDocument, document: PolicyDocument): boolean {
  return (
    other !== document &&
    document.grantSites.length > 0 &&
    document.grantSites.every((site) => other.grantSites.some((otherSite) => reaches(otherSite, site)))
  );
}

function cancelledBy(statement: Statement, grants: Grants): CancelledAllow {
  const { actions, notActions, isComplete } = statement;
  if (notActions.length > 0) {
    const deny = actions.length === 0 && isComplete ? grants.denyOfAllExcept(notActions) : undefined;
    const denies = deny ? [{ statement: deny, action: undefined }] : [];
    return { statement, isFullyCancelled: denies.length > 0, actions: new Map(), denies };
  }
  const denied = actions.flatMap((action): [Action, CancellingDeny][] => {
    const { pattern } = action;
    const deny = pattern && grants.denyOf(pattern);
    return deny ? [[action, { statement: deny, action: coveringAction(deny, pattern) }]] : [];
  });
  return {
    statement,
    isFullyCancelled: isComplete && actions.length > 0 && denied.length === actions.length,
    actions: new Map(denied.filter(([action]) => isInlineAction(statement, action))),
    denies: denied.map(([, deny]) => deny),
  };
}
