import type { TSESTree } from "@typescript-eslint/utils";

const noChildren: ReadonlySet<string> = new Set(["parent", "tokens", "comments", "loc", "range"]);

/** The nodes that a node is made of, whatever parser made it. */
export function childrenOf(node: TSESTree.Node): TSESTree.Node[] {
  return Object.entries(node)
    .filter(([key]) => !noChildren.has(key))
    .flatMap(([, child]) => child as unknown)
    .filter(isNode);
}

function isNode(value: unknown): value is TSESTree.Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}
