import type { ProblemDataValue, Problem } from "../../edit/problem.js";
import {
  effectRangeOf,
  quoteAction,
  referenceRange,
  type PolicyDocument,
  type Statement,
} from "../../policy/document.js";
import { isGranting } from "../../policy/kinds.js";
import type { Check } from "../summary/check.js";
import type { PolicyContext } from "../policy-context.js";
import { cancelledAllows, type CancelledAllow, type CancellingDeny } from "./cancelled-allows.js";
import { denyOnlyStatement } from "./deny-only.js";
import { duplicateStatements } from "./duplicate-statements.js";
import { emptyListOf, type EmptyList } from "./empty-list.js";
import { overriddenDenies, type OverriddenDeny } from "./overridden-denies.js";
import { isInlineStatement } from "./inline.js";

/** Options of the rule. */
export interface IneffectiveOptions {
  /** Whether to report policies that only deny. */
  readonly denyOnly: "ignore" | "report";
}

type IneffectiveProblem = Problem<
  "empty" | "duplicate" | "cancelled" | "cancelledAction" | "overriddenDeny" | "denyOnly"
>;

/** Statements without any effect, overridden denies and, on request, deny-only policies. */
export function ineffectiveStatements(options: IneffectiveOptions): Check<IneffectiveProblem["id"]> {
  return {
    when: (summary) => summary.mayDeny || summary.hasOverlap || summary.hasEmptyStatement || summary.hasCompany,
    problems: (policy, context) => problemsOf(policy, context, options),
  };
}

function problemsOf(
  policy: PolicyDocument,
  context: PolicyContext,
  { denyOnly }: IneffectiveOptions,
): readonly IneffectiveProblem[] {
  const problems = [
    ...statementProblems(policy, context),
    ...overriddenDenies(policy, context).map(overriddenProblem),
    ...(denyOnly === "report" ? denyOnlyProblems(policy, context) : []),
  ];
  return problems.map((problem) => ({ ...problem, isSuperfluous: true }));
}

/** Reports one problem for each statement: the one that makes the others irrelevant. */
function statementProblems(policy: PolicyDocument, { grantedTogether }: PolicyContext): readonly IneffectiveProblem[] {
  const duplicates = duplicateStatements(policy);
  const cancelled = new Map(cancelledAllows(policy, grantedTogether).map((allow) => [allow.statement, allow]));
  return policy.statements.flatMap((statement) => {
    const empty = onlyLimits(policy) ? undefined : emptyListOf(statement);
    const first = duplicates.get(statement);
    const allow = cancelled.get(statement);
    if (empty) {
      return [emptyProblem(empty)];
    }
    if (first) {
      // A statement that is defined elsewhere may be needed there.
      return isInlineStatement(policy, statement) ? [duplicateProblem(statement, first)] : [];
    }
    return allow ? cancelledProblems(allow) : [];
  });
}

/**
 * Whether a policy may be one that only limits others: those of Huawei Cloud's own examples deny, or have an empty list
 * (facts.md#kinds-of-policies-of-version-5).
 */
function onlyLimits({ dialect, kind }: PolicyDocument): boolean {
  return dialect === "5.0" && !isGranting(kind);
}

function emptyProblem({ key, range }: EmptyList): IneffectiveProblem {
  return { range, id: "empty", data: { key } };
}

function duplicateProblem(statement: Statement, first: Statement): IneffectiveProblem {
  return { range: effectRangeOf(statement), id: "duplicate", data: { line: { linesOf: [effectRangeOf(first)] } } };
}

function cancelledProblems({
  statement,
  isFullyCancelled,
  actions,
  denies,
}: CancelledAllow): readonly IneffectiveProblem[] {
  return isFullyCancelled
    ? [{ range: effectRangeOf(statement), id: "cancelled", data: { denials: describeDenies(denies) } }]
    : [...actions].map(([action, deny]) => ({
        range: referenceRange(action),
        id: "cancelledAction",
        data: { action: quoteAction(action), denials: describeDenies([deny]) },
      }));
}

/**
 * `the Deny on line 7 takes`, with the line of its action if there is a single one;
 * `the Deny statements on lines 7 and 9 take`.
 */
function describeDenies(denies: readonly CancellingDeny[]): ProblemDataValue {
  const statements = [...new Set(denies.map(({ statement }) => statement))];
  const actions = new Set(denies.flatMap(({ action }) => action ?? []));
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
  { grantedTogether, possiblyGrantedTogether, otherGrants, settings }: PolicyContext,
): readonly IneffectiveProblem[] {
  const others = [...grantedTogether, ...possiblyGrantedTogether].filter((other) => other !== policy);
  // Patterns in the setting are allowed somewhere.
  const isAlone = !onlyLimits(policy) && (settings.alsoGranted ?? []).length === 0 && otherGrants.length === 0;
  const deny = isAlone ? denyOnlyStatement(policy, others) : undefined;
  return deny ? [{ range: effectRangeOf(deny), id: "denyOnly" }] : [];
}
