import type { TSESTree } from "@typescript-eslint/utils";
import type { Node } from "../tree/nodes.js";
import { isTransparent } from "../tree/transparent-nodes.js";
import { callValue } from "./calls.js";
import { truthOf } from "./choices.js";
import { Deferred, settled } from "./deferred.js";
import type { Evaluator } from "./evaluator.js";
import type { Frame } from "./frame.js";

/** Evaluates an expression whose value nobody uses: `x.push("a")`, `await f(x)`, `prod && f(x)`. */
export function evaluateForEffect(evaluator: Evaluator, expression: TSESTree.Expression, frame: Frame): void {
  const node = operand(expression);
  switch (node.type) {
    case "CallExpression":
      callValue(evaluator, node, frame, true);
      break;
    case "LogicalExpression": {
      const left = evaluator.evaluate(node.left, frame);
      const holds = left instanceof Deferred || node.operator === "??" ? undefined : truthOf(left);
      const isTaken = holds === undefined ? undefined : holds === (node.operator === "&&");
      if (isTaken !== false) {
        const run = () => {
          evaluateForEffect(evaluator, node.right, frame);
        };
        if (isTaken) {
          run();
        } else {
          evaluator.store.maybe(run);
        }
      }
      break;
    }
    default:
      settled(evaluator.evaluate(node, frame));
  }
}

/** The expression without `await`, `void`, and types. */
export function operand(expression: TSESTree.Expression): TSESTree.Expression {
  let node: Node = expression;
  for (;;) {
    if (isTransparent(node)) {
      node = node.expression;
    } else if (node.type === "AwaitExpression" || (node.type === "UnaryExpression" && node.operator === "void")) {
      node = node.argument;
    } else {
      return node;
    }
  }
}
