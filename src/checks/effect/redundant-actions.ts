import { memoize } from "../../text/memoize.js";
import type { Range } from "../../text/range.js";
import type { Action, PolicyDocument, Statement } from "../../policy/document.js";
import { isInlineAction, isInlineStatement } from "./inline.js";
import { covers, type ActionPattern } from "../../policy/pattern.js";
import { memberOf } from "../../policy/members.js";
import { unrestricted, applicabilityKey } from "./applicability.js";
import { duplicateStatements } from "./duplicate-statements.js";
import { ActionIndex } from "./action-index.js";

/** An action that another one already grants or denies. */
export interface RedundantAction {
  readonly statement: Statement;
  readonly action: Action;
  /** The action or pattern that covers it and is not itself redundant. */
  readonly cover: Action;
  /** Whether its statement would be empty without its redundant actions. */
  readonly emptiesStatement: boolean;
  /** Whether it can be removed: no other statement shares its list, and the list does not become empty. */
  readonly isRemovable: boolean;
}

interface CoveredAction {
  readonly statement: Statement;
  readonly action: Action;
  readonly cover: Action;
}

/**
 * The actions that can be removed from a policy without changing what it grants: duplicates and actions covered by a
 * broader pattern, in the same list or in an earlier statement with the same effect that applies wherever this one does
 * (facts.md#redundant-actions). An action in a shared list counts only if its cover is in that list too, because it may
 * be needed elsewhere. Duplicate statements are left out.
 */
export const redundantActions = memoize((document: PolicyDocument): readonly RedundantAction[] => {
  const duplicates = duplicateStatements(document);
  const earlier = new EarlierStatements();
  const covered = document.statements.flatMap((statement) => {
    const found = duplicates.has(statement) ? [] : coveredIn(document, statement, earlier);
    earlier.add(statement);
    return found;
  });
  return withRemovals(withOutermostCovers(covered));
});

function coveredIn(
  document: PolicyDocument,
  statement: Statement,
  earlier: EarlierStatements,
): readonly CoveredAction[] {
  const covers = coversWithin(statement.actions);
  return [
    ...coveredInList(statement, covers),
    ...coveredInList(statement, coversWithin(statement.notActions)),
    ...coveredBefore(document, statement, covers, earlier),
  ];
}

function coveredInList(statement: Statement, covers: CoverByAction): readonly CoveredAction[] {
  return [...covers]
    .filter(([action, cover]) => isInlineAction(statement, action) || isInSameList(action, cover))
    .map(([action, cover]) => ({ statement, action, cover }));
}

/** The actions covered by earlier statements but not by the statement's own list. */
function coveredBefore(
  document: PolicyDocument,
  statement: Statement,
  own: CoverByAction,
  earlier: EarlierStatements,
): readonly CoveredAction[] {
  const lists = earlier.applyingTo(statement);
  if (lists.length === 0 || !isInlineStatement(document, statement) || !statement.value.isComplete) {
    return [];
  }
  return statement.actions.filter(isKnown).flatMap((action) => {
    const { pattern } = action;
    const cover = pattern && !own.has(action) ? firstCover(lists, pattern) : undefined;
    return cover && isInlineAction(statement, action) ? [{ statement, action, cover }] : [];
  });
}

/** The first action of several lists that covers a pattern. */
function firstCover(lists: readonly ActionIndex[], pattern: ActionPattern): Action | undefined {
  for (const list of lists) {
    const [cover] = list.covering(pattern);
    if (cover) {
      return cover;
    }
  }
  return undefined;
}

/** The actions of the statements seen so far, by effect and applicability. */
class EarlierStatements {
  readonly #lists = new Map<string, ActionIndex>();

  add(statement: Statement): void {
    const { isCertain, effect, notActions, actions } = statement;
    const applicability = applicabilityKey(statement);
    if (isCertain && effect !== undefined && applicability !== undefined && notActions.length === 0) {
      const list = this.#lists.get(effect + applicability) ?? new ActionIndex();
      list.add(actions.filter(isKnown));
      this.#lists.set(effect + applicability, list);
    }
  }

  /** The lists with the same effect that apply wherever the statement does. One without a principal may lack it. */
  applyingTo(statement: Statement): readonly ActionIndex[] {
    if (hasPrincipal(statement)) {
      return [];
    }
    const { effect = "" } = statement;
    const applicabilities = new Set([unrestricted, applicabilityKey(statement) ?? unrestricted]);
    return [...applicabilities].flatMap((key) => this.#lists.get(effect + key) ?? []);
  }
}

function hasPrincipal({ value }: Statement): boolean {
  return (memberOf(value, "Principal") ?? memberOf(value, "NotPrincipal")) !== undefined;
}

/** Whether two actions are different elements of the same list in the source. */
function isInSameList({ place: one }: Action, { place: other }: Action): boolean {
  return one !== undefined && other !== undefined && isSameRange(one.range, other.range) && one.index !== other.index;
}

function isSameRange(one: Range, other: Range): boolean {
  return one[0] === other[0] && one[1] === other[1];
}

/** Actions mapped to the one that covers them. */
type CoverByAction = ReadonlyMap<Action, Action>;

/** The actions of a list that another element covers: an earlier equal one, or a broader one. */
function coversWithin(actions: readonly Action[]): CoverByAction {
  const known = actions.filter(isKnown);
  const list = new ActionIndex(known);
  const mayCover = list.hasWildcards || list.byText.size < known.length;
  const covers = new Map<Action, Action>();
  for (const action of mayCover ? known : []) {
    const first = list.byText.get(action.text);
    const cover = first === action ? widerIn(list, known, action) : first;
    if (cover) {
      covers.set(action, cover);
    }
  }
  return covers;
}

/**
 * The first action that is broader. Of equivalent patterns, such as `a*` and `a**`, the first is kept; these are rare,
 * so positions are looked up last.
 */
function widerIn(list: ActionIndex, known: readonly Action[], action: Action): Action | undefined {
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

/** Whether an action is certainly present and valid. */
function isKnown({ pattern, isCertain }: Action): boolean {
  return pattern !== undefined && isCertain;
}

/** Follows chains of covers, because a cover that is itself redundant is not helpful in a message. */
function withOutermostCovers(covered: readonly CoveredAction[]): readonly CoveredAction[] {
  const coverOf = new Map(covered.map(({ action, cover }) => [action, cover]));
  return covered.map((one) => {
    let { cover } = one;
    for (let next = coverOf.get(cover); next; next = coverOf.get(cover)) {
      cover = next;
    }
    return { ...one, cover };
  });
}

/**
 * Marks the actions that may be removed. All fixes may be applied at once, so each list and statement must keep an
 * element.
 */
function withRemovals(covered: readonly CoveredAction[]): readonly RedundantAction[] {
  const remaining = new Map<Statement | string, number>();
  return covered.map(({ statement, action, cover }) => {
    const { place } = action;
    const list = String(place?.range);
    const inStatement = (remaining.get(statement) ?? statement.actions.length + statement.notActions.length) - 1;
    const inList = (remaining.get(list) ?? place?.slots.length ?? 0) - 1;
    const isRemovable = isInlineAction(statement, action) && inStatement > 0 && inList > 0;
    if (isRemovable) {
      remaining.set(statement, inStatement).set(list, inList);
    }
    return { statement, action, cover, emptiesStatement: inStatement === 0 && statement.isComplete, isRemovable };
  });
}
