import type { Action, PolicyDocument } from "../../policy/document.js";
import { covers, identityActionNameOf } from "../../policy/pattern.js";

/**
 * The names that are to be written in place of an action: those that the list with the action does not have yet, be it under
 * a pattern.
 */
export function namesToWrite(
  names: readonly string[],
  action: Action,
  { statements }: Pick<PolicyDocument, "statements">,
): readonly string[] {
  const others = statements
    .flatMap(({ actions, notActions }) => [actions, notActions])
    .filter((list) => list.includes(action))
    .flat()
    .filter((other) => other !== action);
  return names.filter((name) => !others.some((other) => hasName(other, name)));
}

function hasName({ text, pattern }: Action, name: string): boolean {
  const named = identityActionNameOf(name).pattern;
  return text === name.toLowerCase() || (pattern !== undefined && named !== undefined && covers(pattern, named));
}
