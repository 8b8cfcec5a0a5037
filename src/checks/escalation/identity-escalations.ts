import type { Problem } from "../../edit/problem.js";
import {
  hasOnlyKnownKeys,
  quoteAction,
  referenceRange,
  type Action,
  type PolicyDocument,
  type Statement,
} from "../../policy/document.js";
import { isGranting } from "../../policy/kinds.js";
import { covers, identityActionNameOf, isStar, type ActionPattern } from "../../policy/pattern.js";
import { isKnownText } from "../../policy/placeholder.js";
import { isEveryUri, resourceElements } from "../../policy/resource.js";
import type { Value } from "../../policy/value.js";
import { isWildcardIn, matchesPart } from "../../policy/wildcards.js";
import { shorterAndShorter } from "../../text/wording.js";
import { describePolicy, type PolicyName } from "../shape/identity-names.js";
import { mayBeDenied } from "../effect/possible-denies.js";
import type { PolicyContext } from "../policy-context.js";
import type { Check } from "../summary/check.js";
import { identityEscalations, type IdentityEscalation } from "./identity-escalation-actions.js";

type IdentityEscalationProblem = Problem<
  "identityEscalation" | "severalIdentityEscalations" | "assumableTrustAgencies"
>;

/** Grants that allow privilege escalation, in a policy of version 5.0 that certainly grants. */
export const identityPrivilegeEscalations: Check<IdentityEscalationProblem["id"]> = {
  when: (summary) => summary.statementCount > 0,
  problems: (policy, context) => (isGranting(policy.kind) ? problemsOf(policy, context) : []),
};

function problemsOf(
  policy: PolicyDocument,
  { grantedTogether, possiblyGrantedTogether }: PolicyContext,
): readonly IdentityEscalationProblem[] {
  const known = [...grantedTogether, ...possiblyGrantedTogether];
  return policy.statements.filter(isUnconditional).flatMap((statement) =>
    statement.actions.flatMap((action) => {
      const { pattern } = action;
      const found =
        pattern && !isWildcardIn(pattern.service)
          ? escalationsBy(pattern, statement).filter((one) => !mayBeDenied(one.pattern, known))
          : [];
      return problemOf(action, found, describePolicy(policy));
    }),
  );
}

/** A condition may limit what is attached, and other keys may narrow the statement. */
function isUnconditional(statement: Statement): boolean {
  return statement.effect === "Allow" && statement.condition === undefined && hasOnlyKnownKeys(statement);
}

interface Escalation extends IdentityEscalation {
  readonly pattern: ActionPattern;
}

const escalations: readonly Escalation[] = identityEscalations.flatMap((escalation) => {
  const { pattern } = identityActionNameOf(escalation.name);
  return pattern ? [{ ...escalation, pattern }] : [];
});

function escalationsBy(granted: ActionPattern, { resource }: Statement): readonly Escalation[] {
  return escalations.filter(({ pattern, type }) => covers(granted, pattern) && isOpenFor(type, resource));
}

/** Whether a `Resource` leaves out none of a type of IAM. */
function isOpenFor(type: IdentityEscalation["type"], resource: Value | undefined): boolean {
  return (
    resource === undefined ||
    resourceElements(resource)
      .filter((element) => element.kind === "string")
      .filter(isKnownText)
      .some(({ value }) => isEveryUri(value) || isEveryOfType(type, value))
  );
}

/** `iam:*:*:user:*` */
function isEveryOfType(type: string, urn: string): boolean {
  const [service = "", , , ofType = "", ...path] = urn.trim().toLowerCase().split(":");
  return matchesPart(service, "iam") && matchesPart(ofType, type) && isStar(path.join(":"));
}

function problemOf(
  action: Action,
  found: readonly Escalation[],
  policy: PolicyName,
): readonly IdentityEscalationProblem[] {
  const [first] = found;
  if (!first) {
    return [];
  }
  const range = referenceRange(action);
  if (found.length > 1) {
    const names = { variants: shorterAndShorter(found.map(({ name }) => name)) };
    return [
      {
        range,
        id: "severalIdentityEscalations",
        data: { ...policy, action: quoteAction(action), number: found.length, names },
      },
    ];
  }
  const { name, gain, type } = first;
  const isPattern = action.pattern?.hasWildcard === true;
  const subject = isPattern ? `${quoteAction(action)} covers "${name}", which` : quoteAction(action);
  return gain === undefined
    ? [{ range, id: "assumableTrustAgencies", data: { ...policy, subject } }]
    : [
        {
          range,
          id: "identityEscalation",
          data: {
            ...policy,
            subject,
            gain,
            advice: isPattern
              ? "List only the actions needed."
              : `Name the resources, such as "iam:*:*:${type}:<name>", or grant it to administrators only.`,
          },
        },
      ];
}
