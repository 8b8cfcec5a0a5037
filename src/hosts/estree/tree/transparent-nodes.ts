import type { Node } from "./nodes.js";

const transparent: ReadonlySet<string> = new Set([
  ...["ChainExpression", "TSAsExpression", "TSNonNullExpression", "TSSatisfiesExpression", "TSTypeAssertion"],
]);

/** Whether a node is a type assertion or optional chain, which has the value of its expression. */
export function isTransparent(node: Node): node is Extract<Node, { type: TransparentType }> {
  return transparent.has(node.type);
}

type TransparentType =
  "ChainExpression" | "TSAsExpression" | "TSNonNullExpression" | "TSSatisfiesExpression" | "TSTypeAssertion";

/** The node without the types that are put around it. */
export function withoutTypes(node: Node): Node {
  let inner: Node = node;
  while (isTransparent(inner)) {
    inner = inner.expression;
  }
  return inner;
}
