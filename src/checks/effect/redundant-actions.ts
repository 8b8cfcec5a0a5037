import { memoize } from "../../text/memoize.js";
import type { Range } from "../../text/range.js";
import type { Action, PolicyDocument, Statement } from "../../policy/document.js";
import { overviewOf } from "../../policy/overview.js";
import { isOwnAction, isOwnStatement } from "./own-parts.js";
import { covers, type ActionPattern } from "../../policy/pattern.js";
import { everywhere, applicabilityOf } from "./applicability.js";
import { duplicateStatements } from "./duplicate-statements.js";
import { ListedActions } from "./listed-actions.js";

/** An action that says nothing new: another one grants or denies it already. */
export interface RedundantAction {
  readonly statement: Statement;
  readonly action: Action;
  /** The action or pattern that covers it and is not redundant itself. */
  readonly cover: Action;
  /** Whether nothing is left of its statement without it, once the others like it are gone. */
  readonly isLast: boolean;
  /** Whether it may be taken out: no other statement has its list, and the list keeps something. */
  readonly isRemovable: boolean;
}

interface Covered {
  readonly statement: Statement;
  readonly action: Action;
  readonly cover: Action;
}

/**
 * The actions of a policy that could go without a change of what it grants: duplicates, and what a wider pattern
 * covers, be it of the same list or of an earlier statement that has the same effect and reaches at least as far
 * (facts.md#redundant-actions). An action in a list that statements may share counts only when its cover
 * stands in that list too: elsewhere it may be needed. A statement that repeats another one is left out.
 */
export const redundantActions = memoize((document: PolicyDocument): readonly RedundantAction[] => {
  if (!overviewOf(document).mayOverlap) {
    return [];
  }
  const duplicates = duplicateStatements(document);
  const earlier = new EarlierStatements();
  const covered = document.statements.flatMap((statement) => {
    const found = duplicates.has(statement) ? [] : coveredIn(document, statement, earlier);
    earlier.add(statement);
    return found;
  });
  return withRemovals(withFinalCovers(covered));
});

function coveredIn(document: PolicyDocument, statement: Statement, earlier: EarlierStatements): readonly Covered[] {
  const covers = coversIn(statement.actions);
  return [
    ...coveredInList(statement, covers),
    ...coveredInList(statement, coversIn(statement.notActions)),
    ...coveredBefore(document, statement, covers, earlier),
  ];
}

function coveredInList(statement: Statement, covers: Covers): readonly Covered[] {
  return [...covers]
    .filter(([action, cover]) => isOwnAction(statement, action) || isInSameList(action, cover))
    .map(([action, cover]) => ({ statement, action, cover }));
}

/** The actions that earlier statements cover and the statement's own list does not. */
function coveredBefore(
  document: PolicyDocument,
  statement: Statement,
  own: Covers,
  earlier: EarlierStatements,
): readonly Covered[] {
  const lists = earlier.reaching(statement);
  if (lists.length === 0 || !isOwnStatement(document, statement) || !statement.value.isComplete) {
    return [];
  }
  return statement.actions.filter(isKnown).flatMap((action) => {
    const { pattern } = action;
    const cover = pattern && !own.has(action) ? coverIn(lists, pattern) : undefined;
    return cover && isOwnAction(statement, action) ? [{ statement, action, cover }] : [];
  });
}

/** The first action of some lists that covers a pattern. */
function coverIn(lists: readonly ListedActions[], pattern: ActionPattern): Action | undefined {
  for (const list of lists) {
    const [cover] = list.covering(pattern);
    if (cover) {
      return cover;
    }
  }
  return undefined;
}

/** The actions that the statements so far list, by effect and applicability. */
class EarlierStatements {
  readonly #lists = new Map<string, ListedActions>();

  add(statement: Statement): void {
    const { isCertain, effect, notActions, actions } = statement;
    const reach = applicabilityOf(statement);
    if (isCertain && effect !== undefined && reach !== undefined && notActions.length === 0) {
      const list = this.#lists.get(effect + reach) ?? new ListedActions();
      list.add(actions.filter(isKnown));
      this.#lists.set(effect + reach, list);
    }
  }

  /** The lists of those that have the same effect wherever the statement holds. */
  reaching(statement: Statement): readonly ListedActions[] {
    const { effect = "" } = statement;
    const reaches = new Set([everywhere, applicabilityOf(statement) ?? everywhere]);
    return [...reaches].flatMap((reach) => this.#lists.get(effect + reach) ?? []);
  }
}

/** Whether two actions stand in one list as it is written, at different places. */
function isInSameList({ place: one }: Action, { place: other }: Action): boolean {
  return one !== undefined && other !== undefined && isSameRange(one.range, other.range) && one.index !== other.index;
}

function isSameRange(one: Range, other: Range): boolean {
  return one[0] === other[0] && one[1] === other[1];
}

/** Actions, each with the one that covers it. */
type Covers = ReadonlyMap<Action, Action>;

/** The actions of a list that another one of it covers: an earlier one that is equal, or a wider one. */
function coversIn(actions: readonly Action[]): Covers {
  const known = actions.filter(isKnown);
  const list = new ListedActions(known);
  const mayCover = list.hasWildcards || list.first.size < known.length;
  const covers = new Map<Action, Action>();
  for (const action of mayCover ? known : []) {
    const first = list.first.get(action.text);
    const cover = first === action ? widerIn(list, known, action) : first;
    if (cover) {
      covers.set(action, cover);
    }
  }
  return covers;
}

/** Of two patterns that match the same, such as `a*` and `a**`, the first one stays; few do, so places are looked up last. */
function widerIn(list: ListedActions, known: readonly Action[], action: Action): Action | undefined {
  for (const cover of action.pattern ? list.covering(action.pattern) : []) {
    const isWider = cover !== action && !isCoveredBy(cover, action);
    if (isWider || known.indexOf(cover) < known.indexOf(action)) {
      return cover;
    }
  }
  return undefined;
}

function isCoveredBy({ pattern }: Action, { pattern: cover }: Action): boolean {
  return pattern !== undefined && cover !== undefined && covers(cover, pattern);
}

/** Whether it is known that an action is there and what it is. */
function isKnown({ pattern, isCertain }: Action): boolean {
  return pattern !== undefined && isCertain;
}

/** A cover that is redundant itself is no good advice: the one that covers both is named. */
function withFinalCovers(covered: readonly Covered[]): readonly Covered[] {
  const coverOf = new Map(covered.map(({ action, cover }) => [action, cover]));
  return covered.map((one) => {
    let { cover } = one;
    for (let next = coverOf.get(cover); next; next = coverOf.get(cover)) {
      cover = next;
    }
    return { ...one, cover };
  });
}

/** All of them may be removed at once, so that something must stay in each list and statement. */
function withRemovals(covered: readonly Covered[]): readonly RedundantAction[] {
  const leftOf = new Map<Statement | string, number>();
  return covered.map(({ statement, action, cover }) => {
    const { place } = action;
    const list = String(place?.range);
    const inStatement = (leftOf.get(statement) ?? statement.actions.length + statement.notActions.length) - 1;
    const inList = (leftOf.get(list) ?? place?.slots.length ?? 0) - 1;
    const isRemovable = isOwnAction(statement, action) && inStatement > 0 && inList > 0;
    if (isRemovable) {
      leftOf.set(statement, inStatement).set(list, inList);
    }
    return { statement, action, cover, isLast: inStatement === 0 && statement.isComplete, isRemovable };
  });
}
