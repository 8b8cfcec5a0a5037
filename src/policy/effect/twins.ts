import { remembered } from "../../remembered.js";
import type { Action, PolicyDocument, Statement } from "../document.js";
import { reachTextOf } from "./same-reach.js";

/**
 * The statements of a policy that say the same as an earlier one, whatever the order and case of their actions,
 * each with that one.
 */
export const twinsOf = remembered(({ statements }: PolicyDocument): ReadonlyMap<Statement, Statement> => {
  const twins = new Map<Statement, Statement>();
  const firstOnes = new Map<string, Statement>();
  for (const statement of statements.filter(({ isComplete }) => isComplete)) {
    const words = wordsOf(statement);
    const first = words === undefined ? undefined : firstOnes.get(words);
    // A statement that is mentioned twice is no twin of itself: there is one place only to remove it from.
    if (first && first.range[0] !== statement.range[0]) {
      twins.set(statement, first);
    } else if (words !== undefined && statement.isCertain) {
      firstOnes.set(words, statement);
    }
  }
  return twins;
});

/** What a statement says; `undefined` where that is not known, or nothing. */
function wordsOf(statement: Statement): string | undefined {
  const { effect, actions, notActions } = statement;
  const reach = reachTextOf(statement);
  return reach === undefined || actions.length + notActions.length === 0
    ? undefined
    : JSON.stringify([effect, namesOf(actions), namesOf(notActions), reach]);
}

function namesOf(actions: readonly Action[]): readonly string[] {
  return [...new Set(actions.map(({ string }) => string.value.trim().toLowerCase()))].sort();
}
