import { visitorKeys } from "../../../src/hosts/hcl/nodes.js";
import type { SyntaxNode } from "../../../src/hosts/reader.js";

interface Visit {
  readonly node: SyntaxNode;
  readonly parent: SyntaxNode | undefined;
  /** The child of the same parent in front of it. */
  readonly before: SyntaxNode | undefined;
}

/** All nodes of a tree, with their neighbours. */
export function nodesIn(root: SyntaxNode): Visit[] {
  const visits: Visit[] = [{ node: root, parent: undefined, before: undefined }];
  // It grows while it is read.
  for (const { node } of visits) {
    const children = childrenOf(node);
    children.forEach((child, index) => visits.push({ node: child, parent: node, before: children[index - 1] }));
  }
  return visits;
}

/** A node on a line, with its source and its children behind it: `Call f(1) [Name f, NumberLiteral 1]`. */
export function outlineOf(node: SyntaxNode, text: string): string {
  const children = childrenOf(node).map((child) => outlineOf(child, text));
  const source = JSON.stringify(text.slice(...node.range)).slice(1, -1);
  return `${node.type} ${source}${children.length > 0 ? ` [${children.join(", ")}]` : ""}`;
}

function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const keys = (visitorKeys as Readonly<Record<string, readonly string[]>>)[node.type] ?? [];
  return keys.flatMap(
    (key) => (node[key as keyof SyntaxNode] as unknown as SyntaxNode | SyntaxNode[] | undefined) ?? [],
  );
}
