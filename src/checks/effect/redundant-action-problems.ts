import { removeString } from "../../edit/lists.js";
import type { Problem } from "../../edit/problem.js";
import { quoteAction, referenceRange, type Action, type PolicyDocument } from "../../policy/document.js";
import { isStar } from "../../policy/pattern.js";
import type { Check } from "../summary/check.js";
import type { PolicyContext } from "../policy-context.js";
import { isOfOtherService } from "../../policy/dialects.js";
import { cancelledAllows } from "./cancelled-allows.js";
import { redundantActions, type RedundantAction } from "./redundant-actions.js";

export type RedundantActionProblem = Problem<"duplicate" | "covered" | "remove">;

/**
 * Redundant actions, except those that a Deny cancels: that is the worse problem, and no-ineffective-statement reports
 * it.
 */
export const redundantActionProblems: Check<RedundantActionProblem["id"] | "remove"> = {
  when: (summary) => summary.hasOverlap,
  problems: problemsOf,
};

function problemsOf(policy: PolicyDocument, { grantedTogether }: PolicyContext): readonly RedundantActionProblem[] {
  const cancelled = cancelledAllows(policy, grantedTogether).flatMap(({ statement, isFullyCancelled, actions }) =>
    isFullyCancelled ? statement.actions : [...actions.keys()],
  );
  const isCancelled = new Set(cancelled);
  return redundantActions(policy)
    .filter(({ action, cover }) => !isCancelled.has(action) && !mayNotCover(policy, action, cover))
    .map((redundant) => problemOf(redundant, policy));
}

function mayNotCover({ dialect }: PolicyDocument, action: Action, cover: Action): boolean {
  return dialect === "5.0" && action.text !== cover.text && isOfOtherService(action.text);
}

function problemOf(
  { statement, action, cover, emptiesStatement, isRemovable }: RedundantAction,
  { dialect }: PolicyDocument,
): RedundantActionProblem {
  const isEqual = action.pattern?.text === cover.pattern?.text;
  // Next to a grant of everything, the narrower action may be the intended one.
  const isCoveredByEverything = !isEqual && isStar(cover.pattern?.service ?? "");
  // In version 5.0, it may be another name for an action that the pattern does not cover.
  const isSure = isEqual || (!isCoveredByEverything && dialect === "1.1");
  const quoted = quoteAction(action);
  return {
    range: referenceRange(action),
    id: isEqual ? "duplicate" : "covered",
    data: {
      action: quoted,
      cover: quoteAction(cover),
      line: { linesOf: [referenceRange(cover)] },
      remedy: emptiesStatement
        ? "Remove the whole statement: nothing else is left in it."
        : isCoveredByEverything
          ? "Remove the one you do not mean."
          : "Remove it.",
    },
    edits: isRemovable
      ? removeString(action, isSure ? "fix" : "suggestion", { id: "remove", data: { action: quoted } })
      : [],
    // Includes constants: the action is redundant in every policy that uses the statement.
    fixableRange: statement.range,
    isSuperfluous: true,
  };
}
