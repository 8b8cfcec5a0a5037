import { visitorKeys, type HclNode, type TemplatePart } from "./nodes.js";

/** A node on the way through a tree. */
export interface Visit {
  readonly node: HclNode;
  readonly parent: HclNode | undefined;
}

/** Pushes children in reverse, so that `pop` returns them in source order. Literals are skipped: most nodes are. */
export function pushChildren(node: HclNode, pending: Visit[]): void {
  const keys = visitorKeys[node.type];
  for (let last = keys.length - 1; last >= 0; last--) {
    const child = node[keys[last] as keyof HclNode] as unknown as Child | readonly Child[];
    const children = Array.isArray(child) ? (child as readonly Child[]) : [child as Child];
    for (let index = children.length - 1; index >= 0; index--) {
      const next = children[index];
      if (next && !isLeaf(next)) {
        pending.push({ node: next, parent: node });
      }
    }
  }
}

type Child = HclNode | TemplatePart | undefined;

function isLeaf({ type }: HclNode): boolean {
  return visitorKeys[type].length === 0;
}
