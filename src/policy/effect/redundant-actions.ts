import type { Range } from "../../text/range.js";
import type { Action, PolicyDocument, Statement } from "../document.js";
import { isOwnAction, isOwnStatement } from "./own-parts.js";
import { covers, hasWildcard } from "../pattern.js";
import { reachesAllOf } from "./same-value.js";
import { twinsOf } from "./twins.js";

/** An action that says nothing new: another one grants or denies it already. */
export interface RedundantAction {
  readonly action: Action;
  /** What covers it and is not redundant itself. */
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
 * (facts: anchors section 4, row 6). An action in a list that statements may share counts only when its cover
 * stands in that list too: elsewhere it may be needed. A statement that is the twin of another is left out.
 */
export function redundantActions(document: PolicyDocument): readonly RedundantAction[] {
  const twins = twinsOf(document);
  const covered = document.statements
    .filter((statement) => !twins.has(statement))
    .flatMap((statement) => [
      ...coveredInList(statement, statement.actions),
      ...coveredInList(statement, statement.notActions),
      ...coveredBefore(document, statement),
    ]);
  return withRemovals(withFinalCovers(covered));
}

function coveredInList(statement: Statement, list: readonly Action[]): readonly Covered[] {
  const actions = list.filter(isJudged);
  const index = new CoverIndex(actions);
  return actions.flatMap((action) => {
    const cover = index.coverOf(action);
    return cover && (isOwnAction(statement, action) || isInSameList(action, cover))
      ? [{ statement, action, cover }]
      : [];
  });
}

/** What earlier statements cover and the statement's own list does not. */
function coveredBefore(document: PolicyDocument, statement: Statement): readonly Covered[] {
  if (!isOwnStatement(document, statement) || !statement.value.isComplete) {
    return [];
  }
  const actions = statement.actions.filter(isJudged);
  const own = new CoverIndex(actions);
  const earlier = new CoverIndex(earlierActions(document, statement));
  return actions.flatMap((action) => {
    const cover = own.coverOf(action) ? undefined : earlier.anyCoverOf(action);
    return cover && isOwnAction(statement, action) ? [{ statement, action, cover }] : [];
  });
}

/** What earlier statements with the same effect list, wherever this one holds. */
function earlierActions({ statements }: PolicyDocument, statement: Statement): readonly Action[] {
  return statements
    .slice(0, statements.indexOf(statement))
    .filter(({ isCertain, effect }) => isCertain && effect !== undefined && effect === statement.effect)
    .filter((earlier) => earlier.notActions.length === 0 && reachesAllOf(earlier, statement))
    .flatMap(({ actions }) => actions.filter(isJudged));
}

function isJudged({ isCertain, pattern }: Action): boolean {
  return isCertain && pattern !== undefined;
}

/** Whether two actions stand in one list as it is written, at different places. */
function isInSameList({ place: one }: Action, { place: other }: Action): boolean {
  return one !== undefined && other !== undefined && isSameRange(one.range, other.range) && one.index !== other.index;
}

function isSameRange(one: Range, other: Range): boolean {
  return one[0] === other[0] && one[1] === other[1];
}

/** Finds covers: equal actions by their text, so that only patterns are compared one by one. */
class CoverIndex {
  readonly #order = new Map<Action, number>();
  readonly #first = new Map<string, Action>();
  readonly #patterns: Action[] = [];

  constructor(actions: readonly Action[]) {
    for (const action of actions) {
      this.#order.set(action, this.#order.size);
      if (!this.#first.has(textOf(action))) {
        this.#first.set(textOf(action), action);
        this.#patterns.push(...(action.pattern && hasWildcard(action.pattern) ? [action] : []));
      }
    }
  }

  /** For an action of another list: one that is equal to it or wider. */
  anyCoverOf(action: Action): Action | undefined {
    return this.#first.get(textOf(action)) ?? this.#patterns.find((pattern) => coversAction(pattern, action));
  }

  /** For an action of the list: an earlier one that is equal to it, or a wider one. */
  coverOf(action: Action): Action | undefined {
    const first = this.#first.get(textOf(action));
    return first === action ? this.#patterns.find((pattern) => this.#isWider(pattern, action)) : first;
  }

  /** Of two patterns that match the same, such as `a*` and `a**`, the first one stays. */
  #isWider(pattern: Action, action: Action): boolean {
    const isBefore = this.#placeOf(pattern) < this.#placeOf(action);
    return pattern !== action && coversAction(pattern, action) && (isBefore || !coversAction(action, pattern));
  }

  #placeOf(action: Action): number {
    return this.#order.get(action) ?? 0;
  }
}

function coversAction({ pattern }: Action, { pattern: other }: Action): boolean {
  return pattern !== undefined && other !== undefined && covers(pattern, other);
}

function textOf({ pattern }: Action): string {
  return pattern?.join(":") ?? "";
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
    return { action, cover, isLast: inStatement === 0 && statement.isComplete, isRemovable };
  });
}
