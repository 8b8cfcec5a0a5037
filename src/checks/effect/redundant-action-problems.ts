import { removeString } from "../../edit/lists.js";
import type { Problem } from "../../edit/problem.js";
import { quoteAction, referenceRange, type PolicyDocument } from "../../policy/document.js";
import { isStar } from "../../policy/pattern.js";
import type { PolicyContext } from "../policy-context.js";
import { cancelledAllows } from "./cancelled-allows.js";
import { redundantActions, type RedundantAction } from "./redundant-actions.js";

export type RedundantActionProblem = Problem<"duplicate" | "covered" | "remove">;

/** Actions that say nothing new, without those that a Deny takes away: these are worse than redundant. */
export function redundantActionProblems(
  policy: PolicyDocument,
  { grantedTogether }: PolicyContext,
): readonly RedundantActionProblem[] {
  const cancelled = cancelledAllows(policy, grantedTogether).flatMap(({ statement, isWhole, actions }) =>
    isWhole ? statement.actions : [...actions.keys()],
  );
  const isCancelled = new Set(cancelled);
  return redundantActions(policy)
    .filter(({ action }) => !isCancelled.has(action))
    .map(problemOf);
}

function problemOf({ statement, action, cover, isLast, isRemovable }: RedundantAction): RedundantActionProblem {
  const isEqual = action.pattern?.text === cover.pattern?.text;
  // Beside a grant of everything, the narrower action may well be the one that is meant.
  const isOfEverything = !isEqual && isStar(cover.pattern?.service ?? "");
  const quoted = quoteAction(action);
  return {
    range: referenceRange(action),
    id: isEqual ? "duplicate" : "covered",
    data: {
      action: quoted,
      cover: quoteAction(cover),
      line: { linesOf: [referenceRange(cover)] },
      remedy: isLast
        ? "Remove the whole statement: nothing else is left in it."
        : isOfEverything
          ? "Remove the one you do not mean."
          : "Remove it.",
    },
    edits: isRemovable
      ? removeString(action, isOfEverything ? "suggestion" : "fix", { id: "remove", data: { action: quoted } })
      : [],
    // Also where the statement is a constant: in whatever policy it is, it lists the action for nothing.
    fixableRange: statement.range,
  };
}
