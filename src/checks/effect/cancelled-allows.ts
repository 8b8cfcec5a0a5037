import type { Action, PolicyDocument, Statement } from "../../policy/document.js";
import { reaches } from "../../policy/grant-site.js";
import { actionCovering, Grants } from "./grants.js";
import { isOwnAction, isOwnStatement } from "./own-parts.js";

/** An Allow of which a Deny takes something away again. */
export interface CancelledAllow {
  readonly statement: Statement;
  /** Whether nothing is left of it. */
  readonly isWhole: boolean;
  /** The actions in its own list that are taken away, each with what does it. */
  readonly actions: ReadonlyMap<Action, Denial>;
  /** The denials that take all of that away. */
  readonly denials: readonly Denial[];
}

export interface Denial {
  readonly statement: Statement;
  /** The action that the Deny lists and that is at least as wide; `undefined` where it denies all but its NotAction. */
  readonly action: Action | undefined;
}

/**
 * The Allows of a policy that a Deny defeats whatever the resource and the time, in the policy itself or in one
 * that is granted wherever this one is: any Deny wins over any Allow (facts.md#deny-wins). A Deny that
 * takes away a part of what a pattern allows is an exception and cancels nothing. Statements and lists that other
 * policies may share are left out: what is denied here may count there.
 *
 * @param together the policies that are granted to the same principals
 */
export function cancelledAllows(
  document: PolicyDocument,
  together: readonly PolicyDocument[],
): readonly CancelledAllow[] {
  const denies = [document, ...together.filter((other) => isGrantedWherever(other, document))]
    .flatMap(({ statements }) => statements)
    .filter(({ effect, isCertain, isComplete }) => effect === "Deny" && isCertain && isComplete);
  if (denies.length === 0) {
    return [];
  }
  const grants = new Grants(denies);
  return document.statements
    .filter((statement) => statement.effect === "Allow" && statement.value.isComplete)
    .filter((statement) => isOwnStatement(document, statement))
    .map((statement) => cancelledOf(statement, grants))
    .filter(({ isWhole, actions }) => isWhole || actions.size > 0);
}

function isGrantedWherever(other: PolicyDocument, document: PolicyDocument): boolean {
  return (
    other !== document &&
    document.grantSites.length > 0 &&
    document.grantSites.every((site) => other.grantSites.some((otherSite) => reaches(otherSite, site)))
  );
}

function cancelledOf(statement: Statement, grants: Grants): CancelledAllow {
  const { actions, notActions, isComplete } = statement;
  if (notActions.length > 0) {
    const deny = actions.length === 0 && isComplete ? grants.denialOfAllBut(notActions) : undefined;
    const denials = deny ? [{ statement: deny, action: undefined }] : [];
    return { statement, isWhole: denials.length > 0, actions: new Map(), denials };
  }
  const denied = actions.flatMap((action): [Action, Denial][] => {
    const { pattern } = action;
    const deny = pattern && grants.denialOf(pattern);
    return deny ? [[action, { statement: deny, action: actionCovering(deny, pattern) }]] : [];
  });
  return {
    statement,
    isWhole: isComplete && actions.length > 0 && denied.length === actions.length,
    actions: new Map(denied.filter(([action]) => isOwnAction(statement, action))),
    denials: denied.map(([, denial]) => denial),
  };
}
