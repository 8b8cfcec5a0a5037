import { memoize } from "../../text/memoize.js";
import type { PolicyDocument, Statement } from "../../policy/document.js";
import { listedActionsOf, type ListedActions } from "./listed-actions.js";
import { overviewOf } from "../../policy/overview.js";
import { applicabilityOf } from "./applicability.js";

/**
 * The statements of a policy that say the same as an earlier one, whatever the order and case of their actions,
 * each with that one.
 */
export const duplicateStatements = memoize((document: PolicyDocument): ReadonlyMap<Statement, Statement> => {
  const duplicates = new Map<Statement, Statement>();
  if (!overviewOf(document).mayOverlap) {
    return duplicates;
  }
  const firstOnes = new Map<string, Said[]>();
  for (const said of document.statements.flatMap((statement) => saidBy(statement) ?? [])) {
    const { statement, mark } = said;
    const alike = firstOnes.get(mark) ?? [];
    const first = alike.find((other) => isSame(other, said))?.statement;
    // A statement that is referenced twice does not duplicate itself: there is one place only to remove it from.
    if (first && first.range[0] !== statement.range[0]) {
      duplicates.set(statement, first);
    } else if (!first && statement.isCertain) {
      firstOnes.set(mark, [...alike, said]);
    }
  }
  return duplicates;
});

/** A statement with all that it says. */
interface Said {
  readonly statement: Statement;
  readonly actions: ListedActions;
  readonly notActions: ListedActions;
  /** Hardly any two statements share it that say different things. */
  readonly mark: string;
}

/** `undefined` where that is not known, or nothing. */
function saidBy(statement: Statement): Said | undefined {
  const applicability = applicabilityOf(statement);
  const [actions, notActions] = [listedActionsOf(statement.actions), listedActionsOf(statement.notActions)];
  return !statement.isComplete || applicability === undefined || actions.first.size + notActions.first.size === 0
    ? undefined
    : {
        statement,
        actions,
        notActions,
        mark: JSON.stringify([statement.effect, markOf(actions), markOf(notActions), applicability]),
      };
}

/** The first and the last one in the order of the alphabet, and how many letters they all have. */
function markOf({ first }: ListedActions): readonly unknown[] {
  let [least = ""] = first.keys();
  let greatest = least;
  let letters = 0;
  for (const name of first.keys()) {
    least = name < least ? name : least;
    greatest = name > greatest ? name : greatest;
    letters += name.length;
  }
  return [least, greatest, letters];
}

function isSame(one: Said, other: Said): boolean {
  return isPartOf(one.actions, other.actions) && isPartOf(one.notActions, other.notActions);
}

/** With as many letters in all, they are the same. */
function isPartOf(one: ListedActions, other: ListedActions): boolean {
  return [...one.first.keys()].every((name) => other.first.has(name));
}
