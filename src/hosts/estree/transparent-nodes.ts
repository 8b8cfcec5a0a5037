import type { Node } from "./nodes.js";

const transparent: ReadonlySet<string> = new Set([
  ...["ChainExpression", "TSAsExpression", "TSNonNullExpression", "TSSatisfiesExpression", "TSTypeAssertion"],
]);

/** Whether a node only puts a type or an optional chain around an expression, whose value it has. */
export function isTransparent(node: Node): node is Extract<Node, { type: TransparentType }> {
  return transparent.has(node.type);
}

type TransparentType =
  "ChainExpression" | "TSAsExpression" | "TSNonNullExpression" | "TSSatisfiesExpression" | "TSTypeAssertion";
