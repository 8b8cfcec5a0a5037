import type { TSESTree } from "@typescript-eslint/utils";

const nonChildKeys: ReadonlySet<string> = new Set(["parent", "tokens", "comments", "loc", "range"]);

/** The child nodes of a node, for any parser: visitor keys are only known for the file that ESLint lints. */
export function childrenOf(node: object): TSESTree.Node[] {
  return Object.entries(node)
    .filter(([key]) => !nonChildKeys.has(key))
    .flatMap(([, child]) => child as unknown)
    .filter(isNode);
}

function isNode(value: unknown): value is TSESTree.Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}
