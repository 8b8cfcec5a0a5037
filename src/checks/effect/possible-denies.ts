import type { PolicyDocument, Statement } from "../../policy/document.js";
import { appliesTo } from "./grants.js";
import { overlaps, type ActionPattern } from "../../policy/pattern.js";
import { resourceScopeOf } from "./resource-scope.js";

/**
 * Whether a Deny in some policies covers an action, or an unknown part of them might. A check that reports an action as
 * granted must rule out both.
 */
export function mayBeDenied(action: ActionPattern, documents: readonly PolicyDocument[]): boolean {
  return documents.some(
    ({ hasAllStatements, statements }) =>
      !hasAllStatements ||
      possibleDenies(statements).some(
        (statement) => mayBeUnconditional(statement) && (!statement.isComplete || appliesTo(statement, action)),
      ),
  );
}

/** Whether a Deny, even a conditional one, covers any part of a pattern, or an unknown part of the policies might. */
export function mayBePartlyDenied(pattern: ActionPattern, documents: readonly PolicyDocument[]): boolean {
  return documents.some(
    ({ hasAllStatements, statements }) =>
      !hasAllStatements ||
      possibleDenies(statements).some(
        ({ actions, notActions, isComplete }) =>
          !isComplete ||
          notActions.length > 0 ||
          actions.some((action) => action.pattern === undefined || overlaps(action.pattern, pattern)),
      ),
  );
}

/** Statements whose effect is Deny or unknown. */
function possibleDenies(statements: readonly Statement[]): readonly Statement[] {
  return statements.filter(({ effect }) => effect !== "Allow");
}

/** A condition that is filled in elsewhere may turn out to be absent. */
function mayBeUnconditional({ condition, resource }: Statement): boolean {
  const isConditional = condition !== undefined && condition.kind !== "unknown" && condition.kind !== "choice";
  return !isConditional && resourceScopeOf(resource) !== "some";
}
