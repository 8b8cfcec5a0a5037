import type { Action, PolicyDocument, Statement } from "../document.js";
import { hasSameReach } from "./same-value.js";

/**
 * The statements of a policy that say the same as an earlier one, whatever the order and case of their actions,
 * each with that one.
 */
export function twinsOf({ statements }: PolicyDocument): ReadonlyMap<Statement, Statement> {
  const twins = new Map<Statement, Statement>();
  const firstOnes = new Map<string, Statement[]>();
  for (const statement of statements.filter(({ isComplete }) => isComplete)) {
    const words = wordsOf(statement);
    const alike = firstOnes.get(words) ?? [];
    const twin = alike.find((earlier) => isTwin(earlier, statement));
    if (twin) {
      twins.set(statement, twin);
    } else if (statement.isCertain) {
      firstOnes.set(words, [...alike, statement]);
    }
  }
  return twins;
}

/** A statement that is mentioned twice is no twin of itself: there is one place only to remove it from. */
function isTwin(one: Statement, other: Statement): boolean {
  return one.range[0] !== other.range[0] && one.actions.length + one.notActions.length > 0 && hasSameReach(one, other);
}

/** What a statement says, without its resources and condition. */
function wordsOf({ effect, actions, notActions }: Statement): string {
  return JSON.stringify([effect, namesOf(actions), namesOf(notActions)]);
}

function namesOf(actions: readonly Action[]): readonly string[] {
  return [...new Set(actions.map(({ string }) => string.value.trim().toLowerCase()))].sort();
}
