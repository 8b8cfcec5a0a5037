import { catalogOf, type Catalog } from "../src/catalog/catalog.js";
import { documentedActions } from "../src/checks/actions/documented-actions.js";
import type { Coverage } from "../src/catalog/format.js";
import { splitJoinedActions } from "../src/checks/actions/joined-actions.js";
import { similarActions, type SimilarAction } from "../src/checks/actions/similar-actions.js";
import { cloudTitles, documentingClouds, serviceTitle } from "../src/catalog/provenance.js";
import type { CatalogService } from "../src/catalog/service.js";
import { replaceAction, splitAction } from "../src/eslint/edits.js";
import { locOf } from "../src/eslint/locations.js";
import { quoteAction, type Action } from "../src/policy/document.js";
import { partsOf, type ActionPattern } from "../src/policy/pattern.js";
import { createRule } from "../src/eslint/create-rule.js";
import type { Range } from "../src/text/range.js";
import { knownAction, hasExpired } from "../src/checks/policy-context.js";
import type { PolicyContext } from "../src/checks/policy-context.js";
import { definePolicyVisitor } from "../src/eslint/policy-visitor.js";
import { listChoices } from "../src/text/wording.js";

export default createRule({
  name: "no-unknown-action",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow actions that no cloud documents and patterns that match nothing",
      config: "recommended",
      severity: "error",
    },
    hasSuggestions: true,
    schema: [
      {
        type: "object",
        properties: {
          undocumented: {
            description:
              "What to do with a name that resembles no documented one where the tables of its service are incomplete or missing.",
            enum: ["ignore", "report"],
            default: "ignore",
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ undocumented: "ignore" }],
    messages: {
      unknownAction: "{{action}} is no action of {{service}} on {{clouds}}. {{advice}}",
      unknownPattern: "{{action}} matches no action of {{service}} on {{clouds}}. {{advice}}",
      unknownService: '"{{service}}" is no service that the clouds document. {{advice}}',
      undocumented:
        '{{action}} is in no table, and no table covers its service. Look it up, then list it in the setting "knownActions".',
      expired:
        '{{action}} was taken as known until {{expires}} ({{reason}}). Look whether it is documented by now, or set a later date in the setting "knownActions".',
      joinedActions:
        "This string holds {{number}} actions, which the cloud reads as one unknown name. Write each as a string of its own.",
      replace: "Replace with {{action}}",
      split: "Split into {{number}} strings",
    },
  },
  create(context) {
    const { sourceCode, options } = context;
    const [{ undocumented }] = options;
    return definePolicyVisitor(context, {
      customPolicy(document, facts) {
        for (const action of documentedActions(document, facts.catalog).others) {
          verifyAction(action, facts);
        }
      },
    });

    function verifyAction(action: Action, { catalog, settings }: PolicyContext): void {
      const glued = action.pattern ? [] : splitJoinedActions(action.string.value, catalog);
      if (glued.length > 1) {
        reportJoined(action, glued);
      } else if (action.pattern && isUndocumented(action.pattern, catalog)) {
        const known = knownAction(settings, action.pattern);
        if (!known) {
          verifyUndocumented(action, action.pattern, catalog);
        } else if (hasExpired(known)) {
          const { expires = "", reason } = known;
          report(action, [], { messageId: "expired", data: { expires, reason } });
        }
      }
    }

    function verifyUndocumented(action: Action, pattern: ActionPattern, catalog: Catalog): void {
      const service = catalog.service(pattern.service);
      const neighbours = similarActions(catalog, pattern);
      const names = neighbours.map(({ name }) => name);
      if (isMistake(service?.coverage, neighbours)) {
        report(action, names, service ? unknownIn(service, pattern) : unknownService(pattern));
      } else if (undocumented === "report") {
        report(action, names, service ? unknownIn(service, pattern) : { messageId: "undocumented", data: {} });
      }
    }

    function report(action: Action, names: readonly string[], problem: Problem): void {
      context.report({
        loc: locOf(sourceCode, wrongRange(action, names[0])),
        messageId: problem.messageId,
        data: { ...problem.data, action: quoteAction(action), advice: adviceOn(action, names) },
        suggest: names.flatMap((name) => {
          const fix = replaceAction(action, name);
          return fix ? [{ messageId: "replace", data: { action: name }, fix }] : [];
        }),
      });
    }

    function reportJoined(action: Action, names: readonly string[]): void {
      const data = { number: names.length };
      const fix = splitAction(sourceCode, action, names);
      context.report({
        loc: locOf(sourceCode, action.string.contentRange),
        messageId: "joinedActions",
        data,
        suggest: fix ? [{ messageId: "split", data, fix }] : [],
      });
    }
  },
});

/**
 * Where the tables are known to lack names, or the service is not known, only what is all but a documented
 * name is a mistake; without tables nothing is.
 */
function isMistake(coverage: Coverage | undefined, [nearest]: readonly SimilarAction[]): boolean {
  return coverage === "complete" || (coverage !== "mentioned" && nearest?.isNearMiss === true);
}

interface Problem {
  readonly messageId: "unknownAction" | "unknownPattern" | "unknownService" | "undocumented" | "expired";
  readonly data: Readonly<Record<string, string>>;
}

/** A pattern over services matches more than can be seen here. */
function isUndocumented(pattern: ActionPattern, catalog: Catalog): boolean {
  return !pattern.service.includes("*") && !catalog.isDocumented(pattern);
}

function unknownIn(service: CatalogService, pattern: ActionPattern): Problem {
  return {
    messageId: pattern.hasWildcard ? "unknownPattern" : "unknownAction",
    data: { service: serviceTitle(service.name), clouds: documentingClouds(service) },
  };
}

function unknownService({ service }: ActionPattern): Problem {
  return { messageId: "unknownService", data: { service } };
}

/** The parts that differ from the nearest name, or all but the service. */
function wrongRange({ string }: Action, nearest: string | undefined): Range {
  const nearestParts = nearest?.toLowerCase().split(":");
  const parts = partsOf(string.value);
  const wrong = nearestParts
    ? parts.filter((part, place) => part.text.toLowerCase() !== nearestParts[place])
    : parts.slice(1);
  return string.slice(wrong[0]?.start ?? 0, wrong.at(-1)?.end ?? string.value.length) ?? string.contentRange;
}

function adviceOn({ pattern }: Action, names: readonly string[]): string {
  const elsewhere = pattern && catalogOf(undefined).matching(pattern)[0]?.facts[0];
  if (elsewhere) {
    return `${cloudTitles[elsewhere.cloud]} has it: is the policy for another cloud than the one set?`;
  }
  return names.length > 0
    ? `Did you mean ${listChoices(names)}?`
    : `Look the name up under "Permissions" in the service's API reference, or remove it.`;
}
