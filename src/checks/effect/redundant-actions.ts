import { memoize } from "../../text/memoize.js";
import type { Range } from "../../text/range.js";
import type { Action, PolicyDocument, Statement } from "../../policy/document.js";
import { overviewOf } from "../../policy/overview.js";
import { isOwnAction, isOwnStatement } from "./own-parts.js";
import { covers } from "../../policy/pattern.js";
import { everywhere, applicabilityOf } from "./applicability.js";
import { duplicateStatements } from "./duplicate-statements.js";

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
export const redundantActions = memoize((document: PolicyDocument): readonly RedundantAction[] => {
  if (!overviewOf(document).mayOverlap) {
    return [];
  }
  const twins = duplicateStatements(document);
  const earlier = new EarlierStatements();
  const covered = document.statements.flatMap((statement) => {
    const found = twins.has(statement) ? [] : coveredIn(document, statement, earlier);
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

/** What earlier statements cover and the statement's own list does not. */
function coveredBefore(
  document: PolicyDocument,
  statement: Statement,
  own: Covers,
  earlier: EarlierStatements,
): readonly Covered[] {
  const indexes = earlier.reaching(statement);
  if (indexes.length === 0 || !isOwnStatement(document, statement) || !statement.value.isComplete) {
    return [];
  }
  return statement.actions.filter(isKnown).flatMap((action) => {
    const cover = own.has(action) ? undefined : anyCoverIn(indexes, action);
    return cover && isOwnAction(statement, action) ? [{ statement, action, cover }] : [];
  });
}

function anyCoverIn(indexes: readonly CoverIndex[], action: Action): Action | undefined {
  for (const index of indexes) {
    const cover = index.anyCoverOf(action);
    if (cover) {
      return cover;
    }
  }
  return undefined;
}

/** What the statements so far list, by their effect and by how far they reach. */
class EarlierStatements {
  readonly #indexes = new Map<string, CoverIndex>();

  add(statement: Statement): void {
    const { isCertain, effect, notActions, actions } = statement;
    const reach = applicabilityOf(statement);
    if (isCertain && effect !== undefined && reach !== undefined && notActions.length === 0) {
      const index = this.#indexes.get(effect + reach) ?? new CoverIndex();
      index.add(actions);
      this.#indexes.set(effect + reach, index);
    }
  }

  /** What those list that have the same effect wherever the statement holds. */
  reaching(statement: Statement): readonly CoverIndex[] {
    const { effect = "" } = statement;
    const reaches = new Set([everywhere, applicabilityOf(statement) ?? everywhere]);
    return [...reaches].flatMap((reach) => this.#indexes.get(effect + reach) ?? []);
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
  const index = new CoverIndex();
  index.add(actions);
  return index.covers();
}

/** Whether it is known that an action is there and what it is. */
function isKnown({ pattern, isCertain }: Action): boolean {
  return pattern !== undefined && isCertain;
}

/** Finds covers: equal actions by their text, so that only patterns of a service are compared one by one. */
class CoverIndex {
  readonly #actions: Action[] = [];
  readonly #first = new Map<string, Action>();
  /** By their service; those over several services under `*`. */
  readonly #patterns = new Map<string, Action[]>();

  /** Adds those of some actions that are known. */
  add(actions: readonly Action[]): void {
    for (const action of actions.filter(isKnown)) {
      this.#actions.push(action);
      if (!this.#first.has(action.text)) {
        this.#first.set(action.text, action);
        if (action.pattern?.hasWildcard) {
          this.#addPattern(action);
        }
      }
    }
  }

  #addPattern(pattern: Action): void {
    const patterns = this.#patterns.get(serviceOf(pattern)) ?? [];
    patterns.push(pattern);
    this.#patterns.set(serviceOf(pattern), patterns);
  }

  /** For an action of another list: one that is equal to it or wider. */
  anyCoverOf(action: Action): Action | undefined {
    return this.#first.get(action.text) ?? this.#find(action, (pattern) => coversAction(pattern, action));
  }

  /** What is covered among the actions themselves: by an earlier one that is equal, or a wider one. */
  covers(): Covers {
    const covers = new Map<Action, Action>();
    const mayCover = this.#patterns.size > 0 || this.#first.size < this.#actions.length;
    for (const action of mayCover ? this.#actions : []) {
      const first = this.#first.get(action.text);
      const cover = first === action ? this.#find(action, (pattern) => this.#isWider(pattern, action)) : first;
      if (cover) {
        covers.set(action, cover);
      }
    }
    return covers;
  }

  #find(action: Action, isCover: (pattern: Action) => boolean): Action | undefined {
    return this.#patterns.size === 0
      ? undefined
      : (this.#patterns.get(everyService)?.find(isCover) ?? this.#patterns.get(serviceOf(action))?.find(isCover));
  }

  /** Of two patterns that match the same, such as `a*` and `a**`, the first one stays; few do, so places are looked up last. */
  #isWider(pattern: Action, action: Action): boolean {
    return (
      pattern !== action &&
      coversAction(pattern, action) &&
      (!coversAction(action, pattern) || this.#actions.indexOf(pattern) < this.#actions.indexOf(action))
    );
  }
}

const everyService = "*";

/** The service of an action; one word for all patterns over several. */
function serviceOf({ pattern }: Action): string {
  return pattern?.service.includes("*") ? everyService : (pattern?.service ?? "");
}

function coversAction({ pattern }: Action, { pattern: other }: Action): boolean {
  return pattern !== undefined && other !== undefined && covers(pattern, other);
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
