import { isUnconditional, type Action, type Statement } from "../../policy/document.js";
import { covers, overlaps, ActionPattern } from "../../policy/pattern.js";
import { actionIndexOf } from "./action-index.js";

/** The actions granted by a set of statements: those that an Allow covers and no unconditional Deny does. */
export class Grants {
  readonly #allowing: readonly Statement[];
  readonly #denying: readonly Statement[];
  readonly #elsewhere: readonly ActionPattern[];

  /** @param elsewhere patterns granted to the same principals outside the statements */
  constructor(statements: readonly Statement[], elsewhere: readonly ActionPattern[] = []) {
    this.#elsewhere = elsewhere;
    this.#allowing = statements.filter((statement) => statement.effect === "Allow");
    this.#denying = statements.filter((statement) => statement.effect === "Deny" && isUnconditional(statement));
  }

  /**
   * Whether an action is granted, even if only conditionally or on some resources. A pattern is granted if any part of
   * it is, because no table says which of its actions are needed.
   */
  isGranted(pattern: ActionPattern): boolean {
    return this.#isAllowed(pattern)
      ? this.denyOf(pattern) === undefined
      : this.#grantedParts(pattern).some((part) => this.denyOf(part) === undefined);
  }

  /** The Deny that covers an action or all of a pattern, regardless of what allows it. */
  denyOf(pattern: ActionPattern): Statement | undefined {
    return this.#denying.find((statement) => appliesTo(statement, pattern) && !exceptsPartOf(statement, pattern));
  }

  /** The Deny that covers everything except these actions or a subset of them. */
  denyOfAllExcept(kept: readonly Action[]): Statement | undefined {
    return this.#denying.find(
      ({ actions, notActions }) =>
        actionIndexOf(actions).covers(everything) ||
        (notActions.length > 0 && notActions.every((action) => isCoveredByList(action, kept))),
    );
  }

  #isAllowed(pattern: ActionPattern): boolean {
    return (
      this.#allowing.some((statement) => appliesTo(statement, pattern)) ||
      this.#elsewhere.some((granted) => covers(granted, pattern))
    );
  }

  #grantedParts(pattern: ActionPattern): readonly ActionPattern[] {
    if (!pattern.hasWildcard) {
      return [];
    }
    const listed = this.#allowing.flatMap(({ actions }) => actions).map((action) => action.pattern);
    const allowed = [...listed, ...this.#elsewhere];
    return allowed.filter((part) => part !== undefined).filter((part) => covers(pattern, part));
  }
}

const everything = new ActionPattern("*", "*", "*");

function isCoveredByList({ pattern }: Action, whole: readonly Action[]): boolean {
  return pattern !== undefined && actionIndexOf(whole).covers(pattern);
}

/** Whether a statement applies to an action, whatever its effect. */
export function appliesTo({ actions, notActions }: Statement, pattern: ActionPattern): boolean {
  return (
    actionIndexOf(actions).covers(pattern) || (notActions.length > 0 && !actionIndexOf(notActions).covers(pattern))
  );
}

/** Whether a Deny excepts a part of a pattern by NotAction. An invalid action there may be meant as any. */
function exceptsPartOf({ notActions }: Statement, pattern: ActionPattern): boolean {
  return notActions.some((action) => action.pattern === undefined || overlaps(pattern, action.pattern));
}

/** The first action or pattern of a statement that covers another one. */
export function coveringAction({ actions }: Statement, pattern: ActionPattern): Action | undefined {
  const covering = new Set(actionIndexOf(actions).covering(pattern));
  return covering.size > 0 ? actions.find((action) => covering.has(action)) : undefined;
}
