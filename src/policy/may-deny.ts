import type { PolicyDocument } from "./document.js";
import { overlaps, type ActionPattern } from "./pattern.js";

/** Whether a policy denies something that a pattern matches, under whatever condition, or may for all that is known. */
export function mayDeny({ statements, hasAllStatements }: PolicyDocument, pattern: ActionPattern): boolean {
  return (
    !hasAllStatements ||
    statements
      .filter(({ effect }) => effect !== "Allow")
      .some(
        ({ actions, notActions, isComplete }) =>
          !isComplete ||
          notActions.length > 0 ||
          actions.some((action) => action.pattern === undefined || overlaps(action.pattern, pattern)),
      )
  );
}
