import type { TSESTree } from "@typescript-eslint/utils";
import type { Node } from "../tree/nodes.js";

/** Whether a link of an optional chain is left out where something before it is nothing: `.c` in `a?.b.c`. */
export function isInOptionalChain(node: TSESTree.CallExpression | TSESTree.MemberExpression): boolean {
  const first = ownerOf(node);
  if (node.optional || first?.type === "Identifier") {
    return node.optional;
  }
  let inner: Node | undefined = node;
  let isOptional: boolean | undefined;
  while (isOptional === undefined && inner) {
    if (inner.type === "CallExpression" || inner.type === "MemberExpression") {
      // The links before one have been looked at before it.
      isOptional = inner.optional || optionalChains.get(inner);
    }
    inner = ownerOf(inner);
  }
  optionalChains.set(node, isOptional ?? false);
  return isOptional ?? false;
}

const optionalChains = new WeakMap<Node, boolean>();

/** What a link of a chain is chained to. */
function ownerOf(node: Node): Node | undefined {
  switch (node.type) {
    case "CallExpression":
      return node.callee;
    case "MemberExpression":
      return node.object;
    case "TSNonNullExpression":
      return node.expression;
    default:
      return undefined;
  }
}
