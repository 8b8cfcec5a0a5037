import type { Action, PolicyDocument } from "../../policy/document.js";

/** The actions and patterns in a policy's Allow statements. */
export function allowedActions({ statements }: PolicyDocument): readonly Action[] {
  return statements.filter(({ effect }) => effect === "Allow").flatMap(({ actions }) => actions);
}
