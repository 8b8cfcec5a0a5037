import type { Action, PolicyDocument } from "../../policy/document.js";

/** The actions and patterns that the Allows of a policy list. */
export function allowedActions({ statements }: PolicyDocument): readonly Action[] {
  return statements.filter(({ effect }) => effect === "Allow").flatMap(({ actions }) => actions);
}
