import { locOf } from "../src/locate.js";
import { createRule } from "../src/rule.js";
import { definePolicyVisitor } from "../src/visit.js";

export default createRule({
  name: "valid-policy",
  meta: {
    type: "problem",
    docs: {
      description: "Require text that is meant to be a policy to be one",
      config: "recommended",
      severity: "error",
    },
    schema: [],
    defaultOptions: [],
    messages: {
      unparsable: "This text is meant to be a policy and is no JSON: {{problem}}. No cloud accepts it.",
      comment: "This comment has no effect: {{problem}}",
    },
  },
  create(context) {
    const { sourceCode } = context;
    return definePolicyVisitor(context, {
      unparsable({ range, problem }) {
        context.report({ loc: locOf(sourceCode, range), messageId: "unparsable", data: { problem } });
      },
      comment({ range, problem }) {
        context.report({ loc: locOf(sourceCode, range), messageId: "comment", data: { problem } });
      },
    });
  },
});
