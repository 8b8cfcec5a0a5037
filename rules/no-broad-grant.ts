import { serviceTitle } from "../src/catalog/provenance.js";
import { resourceService } from "../src/checks/resource/resource-types.js";
import { locOf } from "../src/eslint/locations.js";
import { broadGrants, type BroadGrant } from "../src/checks/effect/broad-grants.js";
import { referenceRange, quoteAction, type PolicyDocument } from "../src/policy/document.js";
import { covers, isStar, parsePattern, type ActionPattern } from "../src/policy/pattern.js";
import { createRule } from "../src/eslint/create-rule.js";
import type { PolicyContext } from "../src/checks/policy-context.js";
import { definePolicyVisitor } from "../src/eslint/policy-visitor.js";
import { truncate } from "../src/text/wording.js";

export default createRule({
  name: "no-broad-grant",
  meta: {
    type: "suggestion",
    docs: {
      description: "Disallow patterns that grant a whole service or more without a resource or condition to limit them",
      config: "recommended",
      severity: "warn",
      strictOptions: { minimumSegments: 2 },
    },
    schema: [
      {
        type: "object",
        properties: {
          allow: {
            description: "Patterns that may be granted, with all that they cover.",
            type: "array",
            items: { type: "string", pattern: String.raw`^[\w*.\-]+:[\w*.\-]+:[\w*.\-]+$` },
            uniqueItems: true,
            default: [],
          },
          minimumSegments: {
            description: "How many of a pattern's three parts must hold something else than `*`.",
            type: "integer",
            minimum: 1,
            maximum: 3,
            default: 1,
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ allow: [], minimumSegments: 1 }],
    messages: {
      broad: "{{action}} grants {{reach}}. {{advice}}",
    },
  },
  create(context) {
    const { sourceCode, options } = context;
    const [{ allow, minimumSegments }] = options;
    const allowed = allow.map(parsePattern).filter((pattern) => pattern !== undefined);
    return definePolicyVisitor(context, { customPolicy: verifyPolicy });

    function verifyPolicy(document: PolicyDocument, facts: PolicyContext): void {
      const others = [...facts.grantedTogether, ...facts.perhapsGrantedTogether].filter((one) => one !== document);
      broadGrants(document, others, minimumSegments)
        .filter(({ pattern }) => pattern.service !== "iam" && !allowed.some((wide) => covers(wide, pattern)))
        .forEach(report);
    }

    function report({ action, pattern }: BroadGrant): void {
      context.report({
        loc: locOf(sourceCode, referenceRange(action)),
        messageId: "broad",
        data: { action: quoteAction(action), reach: describeActions(pattern), advice: adviceFor(pattern) },
      });
    }
  },
});

/** `every action of every service`, `every "get*" action on "images" of ims`. */
function describeActions({ service, resourceType, operation }: ActionPattern): string {
  const actions = isStar(operation) ? "every action" : `every "${truncate(operation)}" action`;
  const on = isStar(resourceType) ? "" : ` on "${truncate(resourceType)}"`;
  return `${actions}${on} of ${describeService(service)}`;
}

function describeService(service: string): string {
  if (isStar(service)) {
    return "every service";
  }
  return service.includes("*") ? `the services that "${truncate(service)}" matches` : serviceTitle(truncate(service));
}

function adviceFor({ service }: ActionPattern): string {
  if (service.includes("*")) {
    return "Name the services that are needed.";
  }
  return resourceService(service)
    ? "List the actions that are needed, or limit them with a Resource."
    : "List the actions that are needed.";
}
