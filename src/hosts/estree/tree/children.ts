import type { TSESTree } from "@typescript-eslint/utils";

const nonChildKeys: ReadonlySet<string> = new Set(["parent", "tokens", "comments", "loc", "range"]);

/** The child nodes of a node, for any parser: visitor keys are only known for the file that ESLint lints. */
export function childrenOf(node: object): TSESTree.Node[] {
  const children: TSESTree.Node[] = [];
  for (const key of Object.keys(node)) {
    const child = nonChildKeys.has(key) ? undefined : (node as Readonly<Record<string, unknown>>)[key];
    if (Array.isArray(child)) {
      children.push(...child.filter(isNode));
    } else if (isNode(child)) {
      children.push(child);
    }
  }
  return children;
}

function isNode(value: unknown): value is TSESTree.Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}
