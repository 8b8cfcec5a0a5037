import type { TSESTree } from "@typescript-eslint/utils";
import { childrenOf } from "./tree/children.js";
import { calleeName } from "./property-names.js";
import { isTransparent } from "./transparent-nodes.js";

/**
 * Whether a reference changes the value that its name has: an assignment to the name or to a member of it, or a
 * mutating call such as `push`. Functions that receive the value as an argument are not followed.
 */
export function changesValue(reference: TSESTree.Node): boolean {
  const part = outermostMember(reference);
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

/**
 * Whether a reference passes its value, or a member of it, to a function whose result nobody uses: such a function is
 * called for what it does, which may be to add to the value.
 */
export function mayBeCompleted(reference: TSESTree.Node): boolean {
  const part = outermostMember(reference);
  const { parent: call } = part;
  if (call?.type !== "CallExpression" || call.callee === part || isOfConsole(call.callee)) {
    return false;
  }
  const { parent } = call;
  const statement = parent.type === "AwaitExpression" || parent.type === "UnaryExpression" ? parent.parent : parent;
  return statement.type === "ExpressionStatement";
}

function isOfConsole(callee: TSESTree.Node): boolean {
  return callee.type === "MemberExpression" && callee.object.type === "Identifier" && callee.object.name === "console";
}

/** Whether a reference spreads its value, or a member of it, into another object or list. */
export function spreadsValue(reference: TSESTree.Node): boolean {
  return outermostMember(reference).parent?.type === "SpreadElement";
}

/** The names that a module changes anywhere. Variables of the same name in different scopes are not distinguished. */
export function changedNames(program: TSESTree.Program): ReadonlySet<string> {
  const names = new Set<string>();
  const pending: TSESTree.Node[] = [program];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === "Identifier" && changesValue(node)) {
      names.add(node.name);
    }
    for (const child of childrenOf(node)) {
      // ESLint sets the parent in the file that it lints. Parsers do not.
      child.parent = node;
      pending.push(child);
    }
  }
  return names;
}

/**
 * The outermost member expression that starts at a reference: `x.y` for the `x` in `x.y`. Type assertions and optional
 * chains are skipped.
 */
function outermostMember(reference: TSESTree.Node): TSESTree.Node {
  let part = reference;
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

/** `Object.assign` writes to its first argument. */
function isAssign(callee: TSESTree.Node): boolean {
  return callee.type === "MemberExpression" && calleeName(callee) === "assign";
}
