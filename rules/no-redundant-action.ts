import { removeAction } from "../src/eslint/edits.js";
import { lineNames, locOf } from "../src/eslint/locations.js";
import { cancelledAllows } from "../src/checks/effect/cancelled-allows.js";
import { referenceRange, quoteAction, type PolicyDocument } from "../src/policy/document.js";
import { isStar } from "../src/policy/pattern.js";
import { redundantActions, type RedundantAction } from "../src/checks/effect/redundant-actions.js";
import { createRule } from "../src/eslint/create-rule.js";
import type { PolicyContext } from "../src/checks/policy-context.js";
import { definePolicyVisitor } from "../src/eslint/policy-visitor.js";

export default createRule({
  name: "no-redundant-action",
  meta: {
    type: "suggestion",
    docs: {
      description: "Disallow actions that the policy lists twice or covers with a wider pattern",
      config: "recommended",
      severity: "warn",
    },
    fixable: "code",
    hasSuggestions: true,
    schema: [],
    defaultOptions: [],
    messages: {
      duplicate: "{{action}} stands in {{line}} already. {{remedy}}",
      covered: "{{action}} is covered by {{cover}} in {{line}}. {{remedy}}",
      remove: "Remove {{action}}",
    },
  },
  create(context) {
    const { sourceCode } = context;
    return definePolicyVisitor(context, { customPolicy: verifyPolicy });

    function verifyPolicy(document: PolicyDocument, { grantedTogether }: PolicyContext): void {
      const cancelled = cancelledAllows(document, grantedTogether).flatMap(({ statement, isWhole, actions }) =>
        isWhole ? statement.actions : [...actions.keys()],
      );
      const isCancelled = new Set(cancelled);
      redundantActions(document)
        .filter(({ action }) => !isCancelled.has(action))
        .forEach(report);
    }

    function report({ action, cover, isLast, isRemovable }: RedundantAction): void {
      const isEqual = action.pattern?.text === cover.pattern?.text;
      // Beside a grant of everything, the narrower action may well be the one that is meant.
      const isOfEverything = !isEqual && isStar(cover.pattern?.service ?? "");
      const fix = isRemovable ? removeAction(sourceCode, action) : undefined;
      context.report({
        loc: locOf(sourceCode, referenceRange(action)),
        messageId: isEqual ? "duplicate" : "covered",
        data: {
          action: quoteAction(action),
          cover: quoteAction(cover),
          line: lineNames(context, [referenceRange(cover)]),
          remedy: isLast
            ? "Nothing else is left of its statement: remove all of it."
            : isOfEverything
              ? "Remove the one of them that is not meant."
              : "Remove it.",
        },
        fix: isOfEverything ? undefined : fix,
        suggest: isOfEverything && fix ? [{ messageId: "remove", data: { action: quoteAction(action) }, fix }] : [],
      });
    }
  },
});
