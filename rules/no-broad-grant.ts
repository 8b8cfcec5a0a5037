import { broadGrants } from "../src/checks/effect/broad-grants.js";
import { createRule } from "../src/eslint/create-rule.js";

export default createRule({
  name: "no-broad-grant",
  meta: {
    type: "suggestion",
    docs: {
      description: "Disallow patterns that grant a whole service or more without a limiting resource or condition",
      config: "recommended",
      severity: "warn",
      strictOptions: { minimumSegments: 2 },
    },
    schema: [
      {
        type: "object",
        properties: {
          allow: {
            description: "Patterns that may be granted, including everything they cover.",
            type: "array",
            items: { type: "string", pattern: String.raw`^[\w*.\-]+:[\w*.\-]+:[\w*.\-]+$` },
            uniqueItems: true,
            default: [],
          },
          minimumSegments: {
            description: "How many of a pattern's three parts must be something other than `*`.",
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
      broadGrant: "{{action}} grants {{granted}}. {{advice}}",
    },
  },
  create: ([options]) => ({ customPolicy: broadGrants(options), identityPolicy: broadGrants(options) }),
});
