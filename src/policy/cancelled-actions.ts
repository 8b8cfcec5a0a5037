import type { Action, PolicyDocument, Statement } from "./document.js";
import { reaches } from "./grant-site.js";
import { actionCovering, Grants } from "./grants.js";
import { isOwnAction, isOwnStatement } from "./own-parts.js";

/** An Allow of which a Deny takes something away again. */
export interface CancelledAllow {
  readonly statement: Statement;
  /** Whether nothing is left of it. */
  readonly isWhole: boolean;
  /** The actions that are taken away, each with what does it: an action that a Deny lists, or the Deny itself. */
  readonly actions: ReadonlyMap<Action, Cancellation>;
  /** What takes everything away, each once. */
  readonly by: readonly Cancellation[];
}

export type Cancellation = Action | Statement;

/**
 * The Allows of a policy that a Deny defeats whatever the resource and the time, in the policy itself or in one
 * that is granted wherever this one is: any Deny wins over any Allow (facts: policy-language 1.12). A Deny that
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
    const denial = actions.length === 0 && isComplete ? grants.denialOfAllBut(notActions) : undefined;
    return { statement, isWhole: denial !== undefined, actions: new Map(), by: denial ? [denial] : [] };
  }
  const cancelled = actions.flatMap((action): [Action, Cancellation][] => {
    const denial = action.pattern && grants.denialOf(action.pattern);
    return action.pattern && denial ? [[action, actionCovering(denial, action.pattern) ?? denial]] : [];
  });
  const isWhole = isComplete && actions.length > 0 && cancelled.length === actions.length;
  const own = cancelled.filter(([action]) => isOwnAction(statement, action));
  return { statement, isWhole, actions: new Map(own), by: [...new Set(cancelled.map(([, by]) => by))] };
}
