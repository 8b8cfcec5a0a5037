import { memoize } from "../../text/memoize.js";
import type { PolicyDocument, Statement } from "../../policy/document.js";
import { actionIndexOf, type ActionIndex } from "./action-index.js";
import { applicabilityKey } from "./applicability.js";

/**
 * The statements of a policy that duplicate an earlier one, regardless of the order and case of their actions, mapped
 * to that earlier statement.
 */
export const duplicateStatements = memoize((document: PolicyDocument): ReadonlyMap<Statement, Statement> => {
  const duplicates = new Map<Statement, Statement>();
  const originals = new Map<string, ComparableStatement[]>();
  for (const current of document.statements.flatMap((statement) => comparable(statement) ?? [])) {
    const { statement, fingerprint } = current;
    const candidates = originals.get(fingerprint) ?? [];
    const first = candidates.find((other) => isEquivalent(other, current))?.statement;
    // A statement that is referenced twice is not a duplicate of itself: removing it would remove both.
    if (first && first.range[0] !== statement.range[0]) {
      duplicates.set(statement, first);
    } else if (!first && statement.isCertain) {
      originals.set(fingerprint, [...candidates, current]);
    }
  }
  return duplicates;
});

/** A statement that is fully known. */
interface ComparableStatement {
  readonly statement: Statement;
  readonly actions: ActionIndex;
  readonly notActions: ActionIndex;
  /** A cheap hash: statements that differ rarely share it. */
  readonly fingerprint: string;
}

/** `undefined` if the statement is not fully known or names no action. */
function comparable(statement: Statement): ComparableStatement | undefined {
  const applicability = applicabilityKey(statement);
  const [actions, notActions] = [actionIndexOf(statement.actions), actionIndexOf(statement.notActions)];
  return !statement.isComplete || applicability === undefined || actions.byText.size + notActions.byText.size === 0
    ? undefined
    : {
        statement,
        actions,
        notActions,
        fingerprint: JSON.stringify([
          statement.effect,
          actionsFingerprint(actions),
          actionsFingerprint(notActions),
          applicability,
        ]),
      };
}

/** The alphabetically first and last names, and the total length of all names. */
function actionsFingerprint({ byText }: ActionIndex): readonly unknown[] {
  let [least = ""] = byText.keys();
  let greatest = least;
  let letters = 0;
  for (const name of byText.keys()) {
    least = name < least ? name : least;
    greatest = name > greatest ? name : greatest;
    letters += name.length;
  }
  return [least, greatest, letters];
}

function isEquivalent(one: ComparableStatement, other: ComparableStatement): boolean {
  return isSubset(one.actions, other.actions) && isSubset(one.notActions, other.notActions);
}

/** With equal total lengths, a subset is the same set. */
function isSubset(one: ActionIndex, other: ActionIndex): boolean {
  return [...one.byText.keys()].every((name) => other.byText.has(name));
}
