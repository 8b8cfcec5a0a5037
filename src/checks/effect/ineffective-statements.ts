import type { Phrase, Problem } from "../../edit/problem.js";
import {
  effectRangeOf,
  quoteAction,
  referenceRange,
  type PolicyDocument,
  type Statement,
} from "../../policy/document.js";
import type { PolicyContext } from "../policy-context.js";
import { cancelledAllows, type CancelledAllow, type Denial } from "./cancelled-allows.js";
import { firstOfDenyOnly } from "./deny-only.js";
import { duplicateStatements } from "./duplicate-statements.js";
import { emptyListOf, type EmptyList } from "./empty-list.js";
import { overriddenDenies, type OverriddenDeny } from "./overridden-denies.js";
import { isOwnStatement } from "./own-parts.js";

/** Settings of the user. */
export interface IneffectiveOptions {
  /** Whether to report a policy that only denies. */
  readonly denyOnly: "ignore" | "report";
}

type IneffectiveProblem = Problem<
  "empty" | "duplicate" | "cancelled" | "cancelledAction" | "overriddenDeny" | "denyOnly"
>;

/** Statements that change nothing, denials that come too late, and policies that grant nothing. */
export function ineffectiveStatements(
  policy: PolicyDocument,
  context: PolicyContext,
  { denyOnly }: IneffectiveOptions,
): readonly IneffectiveProblem[] {
  return [
    ...statementProblems(policy, context),
    ...overriddenDenies(policy, context).map(overriddenProblem),
    ...(denyOnly === "report" ? denyOnlyProblems(policy, context) : []),
  ];
}

/** Of each statement, one thing is said: the first that makes the others pointless. */
function statementProblems(policy: PolicyDocument, { grantedTogether }: PolicyContext): readonly IneffectiveProblem[] {
  const duplicates = duplicateStatements(policy);
  const cancelled = new Map(cancelledAllows(policy, grantedTogether).map((allow) => [allow.statement, allow]));
  return policy.statements.flatMap((statement) => {
    const empty = emptyListOf(statement);
    const first = duplicates.get(statement);
    const allow = cancelled.get(statement);
    if (empty) {
      return [emptyProblem(empty)];
    }
    if (first) {
      // A statement that is written elsewhere may be needed there.
      return isOwnStatement(policy, statement) ? [duplicateProblem(statement, first)] : [];
    }
    return allow ? cancelledProblems(allow) : [];
  });
}

function emptyProblem({ key, range }: EmptyList): IneffectiveProblem {
  return { range, id: "empty", data: { key } };
}

function duplicateProblem(statement: Statement, first: Statement): IneffectiveProblem {
  return { range: effectRangeOf(statement), id: "duplicate", data: { line: { linesOf: [effectRangeOf(first)] } } };
}

function cancelledProblems({ statement, isWhole, actions, denials }: CancelledAllow): readonly IneffectiveProblem[] {
  return isWhole
    ? [{ range: effectRangeOf(statement), id: "cancelled", data: { denials: nameDenials(denials) } }]
    : [...actions].map(([action, denial]) => ({
        range: referenceRange(action),
        id: "cancelledAction",
        data: { action: quoteAction(action), denials: nameDenials([denial]) },
      }));
}

/** `the Deny on line 7 takes`, at its action where it is one; `the Deny statements on lines 7 and 9 take`. */
function nameDenials(denials: readonly Denial[]): Phrase {
  const statements = [...new Set(denials.map(({ statement }) => statement))];
  const actions = new Set(denials.flatMap(({ action }) => action ?? []));
  const linesOf = actions.size === 1 ? [...actions].map(referenceRange) : statements.map(effectRangeOf);
  return statements.length === 1
    ? ["the Deny on ", { linesOf }, " takes"]
    : ["the Deny statements on ", { linesOf }, " take"];
}

function overriddenProblem({ action, allow, scope }: OverriddenDeny): IneffectiveProblem {
  return {
    range: referenceRange(action),
    id: "overriddenDeny",
    data: {
      action: quoteAction(action),
      line: { linesOf: [referenceRange(allow)] },
      place: scope === "all-projects" ? "all IAM projects" : "an IAM project",
    },
  };
}

function denyOnlyProblems(
  policy: PolicyDocument,
  { grantedTogether, perhapsGrantedTogether, settings }: PolicyContext,
): readonly IneffectiveProblem[] {
  const others = [...grantedTogether, ...perhapsGrantedTogether].filter((other) => other !== policy);
  // What the settings say is granted elsewhere allows something.
  const isAlone = (settings.alsoGranted ?? []).length === 0;
  const deny = isAlone ? firstOfDenyOnly(policy, others) : undefined;
  return deny ? [{ range: effectRangeOf(deny), id: "denyOnly" }] : [];
}
