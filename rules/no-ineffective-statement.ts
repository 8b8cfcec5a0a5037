import { lineNames, locOf } from "../src/eslint/locations.js";
import { cancelledAllows, type CancelledAllow, type Denial } from "../src/checks/effect/cancelled-allows.js";
import { firstOfDenyOnly } from "../src/checks/effect/deny-only.js";
import {
  effectRangeOf,
  referenceRange,
  quoteAction,
  type PolicyDocument,
  type Statement,
} from "../src/policy/document.js";
import { emptyListOf } from "../src/checks/effect/empty-list.js";
import { overriddenDenies, type OverriddenDeny } from "../src/checks/effect/overridden-denies.js";
import { isOwnStatement } from "../src/checks/effect/own-parts.js";
import { duplicateStatements } from "../src/checks/effect/duplicate-statements.js";
import { createRule } from "../src/eslint/create-rule.js";
import type { Range } from "../src/text/range.js";
import type { PolicyContext } from "../src/checks/policy-context.js";
import { definePolicyVisitor } from "../src/eslint/policy-visitor.js";

export default createRule({
  name: "no-ineffective-statement",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow statements that change nothing, and denials that an Allow overrules",
      config: "recommended",
      severity: "warn",
      strictOptions: { denyOnly: "report" },
    },
    schema: [
      {
        type: "object",
        properties: {
          denyOnly: {
            description: "What to do with a policy that only denies, when the file grants nothing beside it.",
            enum: ["ignore", "report"],
            default: "ignore",
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ denyOnly: "ignore" }],
    messages: {
      empty: '"{{key}}" is empty, so that its statement names no action. List some or remove the statement.',
      twin: "This statement says the same as the one in {{line}}. Remove it.",
      cancelled: "This Allow has no effect: {{denials}} away all that it grants. Remove it, or what denies it.",
      cancelledAction: "{{action}} is allowed in vain: {{denials}} it away. Remove one of the two.",
      overruled:
        "{{action}} is denied in vain here: the Allow in {{line}} is granted on {{place}}, and the cloud looks there first and stops at the first match. Grant the Deny there too.",
      denyOnly:
        "This policy only denies, so that it grants nothing by itself. Grant it together with a policy that allows something.",
    },
  },
  create(context) {
    const { sourceCode, options } = context;
    const [{ denyOnly }] = options;
    return definePolicyVisitor(context, {
      customPolicy(document, facts) {
        verifyStatements(document, facts);
        verifyDenials(document, facts);
        verifyPolicy(document, facts);
      },
    });

    /** Of each statement, one thing is said: the first that makes the others pointless. */
    function verifyStatements(document: PolicyDocument, { grantedTogether }: PolicyContext): void {
      const twins = duplicateStatements(document);
      const cancelled = new Map(cancelledAllows(document, grantedTogether).map((allow) => [allow.statement, allow]));
      for (const statement of document.statements) {
        const empty = emptyListOf(statement);
        const twin = twins.get(statement);
        const allow = cancelled.get(statement);
        if (empty) {
          report(empty.range, "empty", { key: empty.key });
        } else if (twin) {
          reportTwin(document, statement, twin);
        } else if (allow) {
          reportCancelled(allow);
        }
      }
    }

    function reportTwin(document: PolicyDocument, statement: Statement, twin: Statement): void {
      if (isOwnStatement(document, statement)) {
        report(effectRangeOf(statement), "twin", { line: lineNames(context, [effectRangeOf(twin)]) });
      }
    }

    function reportCancelled({ statement, isWhole, actions, denials }: CancelledAllow): void {
      if (isWhole) {
        report(effectRangeOf(statement), "cancelled", { denials: nameDenials(denials) });
        return;
      }
      for (const [action, denial] of actions) {
        report(referenceRange(action), "cancelledAction", {
          action: quoteAction(action),
          denials: nameDenials([denial]),
        });
      }
    }

    function verifyDenials(document: PolicyDocument, facts: PolicyContext): void {
      const { grantedTogether, perhapsGrantedTogether, catalog } = facts;
      for (const denial of overriddenDenies(document, grantedTogether, perhapsGrantedTogether)) {
        const service = denial.action.pattern?.service ?? "";
        // A grant on an IAM project does not reach global services.
        if (denial.scope === "all-projects" || catalog.service(service)?.level !== "global") {
          reportOverridden(denial);
        }
      }
    }

    function reportOverridden({ action, allow, scope }: OverriddenDeny): void {
      report(referenceRange(action), "overruled", {
        action: quoteAction(action),
        line: lineNames(context, [referenceRange(allow)]),
        place: scope === "all-projects" ? "all IAM projects" : "an IAM project",
      });
    }

    /** What the settings say is granted elsewhere allows something. */
    function verifyPolicy(document: PolicyDocument, facts: PolicyContext): void {
      const { grantedTogether, perhapsGrantedTogether, settings } = facts;
      const others = [...grantedTogether, ...perhapsGrantedTogether].filter((other) => other !== document);
      const isJudged = denyOnly === "report" && (settings.alsoGranted ?? []).length === 0;
      const deny = isJudged ? firstOfDenyOnly(document, others) : undefined;
      if (deny) {
        report(effectRangeOf(deny), "denyOnly", {});
      }
    }

    /** `the Deny in line 7 takes`, at its action where it is one; `Deny statements in lines 7 and 9 take`. */
    function nameDenials(denials: readonly Denial[]): string {
      const statements = [...new Set(denials.map(({ statement }) => statement))];
      const actions = new Set(denials.flatMap(({ action }) => action ?? []));
      const places = actions.size === 1 ? [...actions].map(referenceRange) : statements.map(effectRangeOf);
      const lines = lineNames(context, places);
      return statements.length === 1 ? `the Deny in ${lines} takes` : `Deny statements in ${lines} take`;
    }

    function report(range: Range, messageId: MessageId, data: Readonly<Record<string, string | number>>): void {
      context.report({ loc: locOf(sourceCode, range), messageId, data });
    }
  },
});

type MessageId = "empty" | "twin" | "cancelled" | "cancelledAction" | "overruled" | "denyOnly";
