import type { SyntaxNode } from "../hosts/reader.js";

type VisitorKeys = Readonly<Record<string, readonly string[]>>;

/** A step of ESLint's way through a tree: the beginning of a node, or its end. */
export interface Step {
  readonly type: "visit";
  readonly kind: 1;
  readonly target: SyntaxNode;
  readonly phase: typeof enter | typeof exit;
  readonly args: readonly [node: SyntaxNode, parent: SyntaxNode | undefined];
}

const enter = 1;
const exit = 2;

/** All steps through a tree. Without recursion: a deep tree fills no stack. */
export function* stepsThrough(root: SyntaxNode, visitorKeys: VisitorKeys): Generator<Step> {
  // In reverse: what is popped comes next.
  const pending: Step[] = [stepOf(root, enter, undefined)];
  for (let step = pending.pop(); step; step = pending.pop()) {
    yield step;
    const { target, phase, args } = step;
    if (phase === enter) {
      pending.push(stepOf(target, exit, args[1]));
      const children = childrenOf(target, visitorKeys);
      for (let index = children.length - 1; index >= 0; index--) {
        const child = children[index];
        if (child) {
          pending.push(stepOf(child, enter, target));
        }
      }
    }
  }
}

/** The parent of each node of a tree but the root. */
export function parentsIn(root: SyntaxNode, visitorKeys: VisitorKeys): ReadonlyMap<SyntaxNode, SyntaxNode> {
  const parents = new Map<SyntaxNode, SyntaxNode>();
  const pending = [root];
  for (let node = pending.pop(); node; node = pending.pop()) {
    for (const child of childrenOf(node, visitorKeys)) {
      if (child) {
        parents.set(child, node);
        pending.push(child);
      }
    }
  }
  return parents;
}

function stepOf(target: SyntaxNode, phase: Step["phase"], parent: SyntaxNode | undefined): Step {
  return { type: "visit", kind: 1, target, phase, args: [target, parent] };
}

type Child = SyntaxNode | undefined;

const none: readonly Child[] = [];

function childrenOf(node: SyntaxNode, visitorKeys: VisitorKeys): readonly Child[] {
  const keys = visitorKeys[node.type] ?? [];
  if (keys.length === 0) {
    return none;
  }
  const children: Child[] = [];
  for (const key of keys) {
    const child = node[key as keyof SyntaxNode] as unknown as Child | readonly Child[];
    if (Array.isArray(child)) {
      for (const element of child as readonly Child[]) {
        children.push(element);
      }
    } else {
      children.push(child as Child);
    }
  }
  return children;
}
