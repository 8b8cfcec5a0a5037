import {
  isRaisingService,
  raisingActions,
  raisingCombinations,
  type RaisingAction,
} from "../src/checks/escalation/escalations.js";
import { knowingClouds } from "../src/catalog/provenance.js";
import type { CatalogAction } from "../src/catalog/service.js";
import { lineNames, locOf } from "../src/eslint/locations.js";
import { referenceRange, quoteAction, type Action, type PolicyDocument } from "../src/policy/document.js";
import { mayBeDenied } from "../src/checks/effect/possible-denies.js";
import { wideElement, grantsOnEveryResource, type GrantOnEveryResource } from "../src/checks/effect/resource-scope.js";
import { overviewOf } from "../src/policy/overview.js";
import { createRule } from "../src/eslint/create-rule.js";
import type { PolicyContext } from "../src/checks/policy-context.js";
import { definePolicyVisitor } from "../src/eslint/policy-visitor.js";
import { truncate, listNames } from "../src/text/wording.js";

export default createRule({
  name: "no-privilege-escalation",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow grants with which somebody can raise their own rights",
      config: "strict",
      severity: "warn",
    },
    schema: [],
    defaultOptions: [],
    messages: {
      one: "{{subject}} lets its holders raise their own rights on {{clouds}}: they can {{gain}}. {{advice}}",
      several:
        "{{action}} covers {{number}} actions with which its holders can raise their own rights on {{clouds}}: {{names}}. Name only the actions that they need.",
      agency:
        '{{subject}} {{where}} lets its holders act as every agency that trusts their account on {{clouds}}. Name the agencies in a statement of its own, with "Resource": { "uri": ["/iam/agencies/..."] }.',
      together:
        "{{action}} together with {{others}} lets its holders raise their own rights on {{clouds}}: they can {{gain}}. Do not grant them to the same people.",
    },
  },
  create(context) {
    const { sourceCode } = context;
    return definePolicyVisitor(context, {
      customPolicy(document, facts) {
        // Most policies have none: then nothing needs to be gathered.
        if (![...overviewOf(document).services].some(isRaisingService)) {
          return;
        }
        const known = [...facts.grantedTogether, ...facts.perhapsGrantedTogether];
        const isGranted = ({ pattern }: CatalogAction) => !mayBeDenied(pattern, known);
        for (const grant of grantsOnEveryResource(document)) {
          reportGrant(grant, raisingActions(grant.pattern, facts.catalog, isGranted), facts);
        }
        reportCombinations(document, facts, isGranted);
      },
    });

    function reportGrant(
      grant: GrantOnEveryResource,
      raising: readonly RaisingAction[],
      { catalog }: PolicyContext,
    ): void {
      const [first, ...others] = raising;
      if (!first) {
        return;
      }
      const { action } = grant;
      const clouds = knowingClouds(catalog, [first.action]);
      const isPattern = grant.pattern.hasWildcard;
      const subject = isPattern ? `${quoteAction(action)} covers "${first.action.name}", which` : quoteAction(action);
      const loc = locOf(sourceCode, referenceRange(action));
      if (others.length > 0) {
        const actions = raising.map((one) => one.action);
        reportSeveral(action, actions, knowingClouds(catalog, actions));
      } else if (first.gain === undefined) {
        context.report({ loc, messageId: "agency", data: { subject, where: describeResource(grant), clouds } });
      } else {
        const advice = isPattern
          ? "Name only the actions that they need."
          : "Remove it, or keep it for administrators.";
        context.report({ loc, messageId: "one", data: { subject, clouds, gain: first.gain, advice } });
      }
    }

    function reportSeveral(action: Action, actions: readonly CatalogAction[], clouds: string): void {
      context.report({
        loc: locOf(sourceCode, referenceRange(action)),
        messageId: "several",
        data: {
          action: quoteAction(action),
          number: actions.length,
          names: listNames(actions.map(({ name }) => name)),
          clouds,
        },
      });
    }

    /** Each combination once, at the action that completes it. */
    function reportCombinations(
      { statements }: PolicyDocument,
      { catalog, grantedTogether }: PolicyContext,
      isGranted: (action: CatalogAction) => boolean,
    ): void {
      const grants = grantedTogether
        .filter(({ origin }) => origin === undefined)
        .flatMap(grantsOnEveryResource)
        .filter(({ statement }) => statement.isComplete)
        .sort((one, other) => one.action.string.range[0] - other.action.string.range[0]);
      const combinations = raisingCombinations(grants, catalog, isGranted);
      for (const { actions, gain, last, others } of combinations) {
        const clouds = knowingClouds(catalog, actions);
        if (statements.includes(last.statement) && others.length === 0) {
          reportSeveral(last.action, actions, clouds);
        } else if (statements.includes(last.statement)) {
          const names = others.map(({ action }) => quoteWithLine(action));
          context.report({
            loc: locOf(sourceCode, referenceRange(last.action)),
            messageId: "together",
            data: { action: quoteAction(last.action), others: listNames(names, "and", 1), gain, clouds },
          });
        }
      }
    }

    function quoteWithLine(action: Action): string {
      return `${quoteAction(action)} (${lineNames(context, [referenceRange(action)])})`;
    }
  },
});

/** Why a statement reaches every agency: "without a Resource", `on "/iam/agencies/*"`. */
function describeResource({ statement: { resource } }: GrantOnEveryResource): string {
  const uri = resource && wideElement(resource)?.value;
  return uri === undefined ? "without a Resource" : `on "${truncate(uri)}"`;
}
