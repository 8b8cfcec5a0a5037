import type { PolicyDocument, Statement } from "./document.js";
import { applies } from "./grants.js";
import type { ActionPattern } from "./pattern.js";
import { reachOf } from "./reach.js";

/**
 * Whether a Deny of some policies takes an action away, or a part of them that is not known might: who says that
 * an action is granted must be sure of both.
 */
export function mayBeDenied(action: ActionPattern, documents: readonly PolicyDocument[]): boolean {
  return documents.some(
    ({ hasAllStatements, statements }) =>
      !hasAllStatements || statements.some((statement) => mayDeny(statement, action)),
  );
}

function mayDeny(statement: Statement, action: ActionPattern): boolean {
  return (
    statement.effect !== "Allow" &&
    mayBeUnconditional(statement) &&
    (!statement.isComplete || applies(statement, action))
  );
}

/** A condition that is filled in elsewhere may be none. */
function mayBeUnconditional({ condition, resource }: Statement): boolean {
  const isConditional = condition !== undefined && condition.kind !== "unknown" && condition.kind !== "choice";
  return !isConditional && reachOf(resource) !== "some";
}
