import { isUnconditional, type Action, type Statement } from "../../policy/document.js";
import { covers, overlaps, ActionPattern } from "../../policy/pattern.js";
import { listedActionsOf } from "./listed-actions.js";

/** The actions that a set of statements grants: an Allow covers them and no unconditional Deny takes them away. */
export class Grants {
  readonly #allowing: readonly Statement[];
  readonly #denying: readonly Statement[];
  readonly #elsewhere: readonly ActionPattern[];

  /** @param elsewhere what else the same principals are granted */
  constructor(statements: readonly Statement[], elsewhere: readonly ActionPattern[] = []) {
    this.#elsewhere = elsewhere;
    this.#allowing = statements.filter((statement) => statement.effect === "Allow");
    this.#denying = statements.filter((statement) => statement.effect === "Deny" && isUnconditional(statement));
  }

  /**
   * Whether an action is granted, be it under a condition or for some resources only. A pattern is granted
   * when a part of it is: which actions of it are needed, no table says.
   */
  isGranted(pattern: ActionPattern): boolean {
    const granting = this.#isAllowed(pattern) ? [pattern] : this.#partsOf(pattern);
    return granting.some((part) => !this.denialOf(part));
  }

  /** The Deny that takes an action or all of a pattern away, whatever allows it. */
  denialOf(pattern: ActionPattern): Statement | undefined {
    return this.#denying.find((statement) => applies(statement, pattern) && !leavesPartOut(statement, pattern));
  }

  /** The Deny that takes everything away but these actions, or still more. */
  denialOfAllBut(kept: readonly Action[]): Statement | undefined {
    return this.#denying.find(
      ({ actions, notActions }) =>
        listedActionsOf(actions).covers(everything) ||
        (notActions.length > 0 && notActions.every((action) => isPartOf(action, kept))),
    );
  }

  #isAllowed(pattern: ActionPattern): boolean {
    return (
      this.#allowing.some((statement) => applies(statement, pattern)) ||
      this.#elsewhere.some((granted) => covers(granted, pattern))
    );
  }

  #partsOf(pattern: ActionPattern): readonly ActionPattern[] {
    if (!pattern.hasWildcard) {
      return [];
    }
    const listed = this.#allowing.flatMap(({ actions }) => actions).map((action) => action.pattern);
    const allowed = [...listed, ...this.#elsewhere];
    return allowed.filter((part) => part !== undefined).filter((part) => covers(pattern, part));
  }
}

const everything = new ActionPattern("*", "*", "*");

function isPartOf({ pattern }: Action, whole: readonly Action[]): boolean {
  return pattern !== undefined && listedActionsOf(whole).covers(pattern);
}

/** Whether a statement is about an action, whatever its effect. */
export function applies({ actions, notActions }: Statement, pattern: ActionPattern): boolean {
  return (
    listedActionsOf(actions).covers(pattern) || (notActions.length > 0 && !listedActionsOf(notActions).covers(pattern))
  );
}

/** A Deny with NotAction leaves what it names to the Allows; what is no action may name anything. */
function leavesPartOut({ notActions }: Statement, pattern: ActionPattern): boolean {
  return notActions.some((action) => action.pattern === undefined || overlaps(pattern, action.pattern));
}

/** The first action or pattern that a statement lists of those that cover another one. */
export function actionCovering({ actions }: Statement, pattern: ActionPattern): Action | undefined {
  const covering = new Set(listedActionsOf(actions).covering(pattern));
  return covering.size > 0 ? actions.find((action) => covering.has(action)) : undefined;
}
