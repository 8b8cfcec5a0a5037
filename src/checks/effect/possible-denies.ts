import type { PolicyDocument, Statement } from "../../policy/document.js";
import { applies } from "./grants.js";
import { overlaps, type ActionPattern } from "../../policy/pattern.js";
import { resourceScopeOf } from "./resource-scope.js";

/**
 * Whether a Deny of some policies takes an action away, or a part of them that is not known might: who says that
 * an action is granted must be sure of both.
 */
export function mayBeDenied(action: ActionPattern, documents: readonly PolicyDocument[]): boolean {
  return documents.some(
    ({ hasAllStatements, statements }) =>
      !hasAllStatements ||
      denying(statements).some(
        (statement) => mayBeUnconditional(statement) && (!statement.isComplete || applies(statement, action)),
      ),
  );
}

/** The same of any part of what a pattern matches, and under whatever condition. */
export function mayBeDeniedInPart(pattern: ActionPattern, documents: readonly PolicyDocument[]): boolean {
  return documents.some(
    ({ hasAllStatements, statements }) =>
      !hasAllStatements ||
      denying(statements).some(
        ({ actions, notActions, isComplete }) =>
          !isComplete ||
          notActions.length > 0 ||
          actions.some((action) => action.pattern === undefined || overlaps(action.pattern, pattern)),
      ),
  );
}

/** The statements that deny, or of which it is not known that they do not. */
function denying(statements: readonly Statement[]): readonly Statement[] {
  return statements.filter(({ effect }) => effect !== "Allow");
}

/** A condition that is filled in elsewhere may be none. */
function mayBeUnconditional({ condition, resource }: Statement): boolean {
  const isConditional = condition !== undefined && condition.kind !== "unknown" && condition.kind !== "choice";
  return !isConditional && resourceScopeOf(resource) !== "some";
}
