import type { TSESTree } from "@typescript-eslint/utils";
import { childrenOf } from "./children.js";
import { calleeName } from "./property-names.js";
import { isTransparent } from "./transparent-nodes.js";

/**
 * Whether a mention of a name changes what the name stands for: an assignment to it or to a part of it, a list
 * that is pushed to. What a function does with its argument is not looked at.
 */
export function changesValue(mention: TSESTree.Node): boolean {
  const part = wholePart(mention);
  const { parent } = part;
  switch (parent?.type) {
    case "AssignmentExpression":
      return parent.left === part;
    case "UpdateExpression":
      return true;
    case "UnaryExpression":
      return parent.operator === "delete";
    case "CallExpression":
      return parent.callee === part ? isMutator(part) : parent.arguments[0] === part && isAssign(parent.callee);
    default:
      return false;
  }
}

/** Whether a mention of a name puts what it stands for, or a part of it, into another object or list. */
export function spreadsValue(mention: TSESTree.Node): boolean {
  return wholePart(mention).parent?.type === "SpreadElement";
}

/** The names that are changed anywhere in a module; two variables of the same name are not told apart. */
export function changedNames(program: TSESTree.Program): ReadonlySet<string> {
  const names = new Set<string>();
  const pending: TSESTree.Node[] = [program];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === "Identifier" && changesValue(node)) {
      names.add(node.name);
    }
    for (const child of childrenOf(node)) {
      // ESLint says so for the file that it lints, the parsers do not.
      child.parent = node;
      pending.push(child);
    }
  }
  return names;
}

/** `x.y` of the `x` in `x.y`, whatever types are put around it. */
function wholePart(mention: TSESTree.Node): TSESTree.Node {
  let part = mention;
  for (let { parent } = part; parent; { parent } = part) {
    const isPart = parent.type === "MemberExpression" ? parent.object === part : isTransparent(parent);
    if (!isPart) {
      break;
    }
    part = parent;
  }
  return part;
}

const mutators = new Set(["copyWithin", "fill", "pop", "push", "reverse", "shift", "sort", "splice", "unshift"]);

function isMutator(callee: TSESTree.Node): boolean {
  return callee.type === "MemberExpression" && mutators.has(calleeName(callee) ?? "");
}

/** `Object.assign` writes into its first argument. */
function isAssign(callee: TSESTree.Node): boolean {
  return callee.type === "MemberExpression" && calleeName(callee) === "assign";
}
