import type { SyntaxNode } from "../hosts/reader.js";

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

/**
 * All steps through a tree. Without recursion: a deep tree fills no stack.
 *
 * @param parents where the parent of each node is noted
 */
export function stepsThrough(
  root: SyntaxNode,
  visitorKeys: Readonly<Record<string, readonly string[]>>,
  parents: WeakMap<SyntaxNode, SyntaxNode>,
): readonly Step[] {
  const steps: Step[] = [];
  // In reverse: what is popped comes next.
  const pending: Step[] = [stepOf(root, enter, undefined)];
  for (let step = pending.pop(); step; step = pending.pop()) {
    steps.push(step);
    if (step.phase === enter) {
      const { target } = step;
      pending.push(stepOf(target, exit, step.args[1]));
      const children = childrenOf(target, visitorKeys[target.type] ?? []);
      for (let index = children.length - 1; index >= 0; index--) {
        const child = children[index];
        if (child) {
          parents.set(child, target);
          pending.push(stepOf(child, enter, target));
        }
      }
    }
  }
  return steps;
}

function stepOf(target: SyntaxNode, phase: Step["phase"], parent: SyntaxNode | undefined): Step {
  return { type: "visit", kind: 1, target, phase, args: [target, parent] };
}

type Child = SyntaxNode | undefined;

function childrenOf(node: SyntaxNode, keys: readonly string[]): readonly Child[] {
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
