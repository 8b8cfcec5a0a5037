import type { TSESTree } from "@typescript-eslint/utils";
import { memoize } from "../../../text/memoize.js";
import { childrenOf } from "./children.js";
import { calleeName } from "./property-names.js";

/** Whether a module changes anything, at its top level or in functions. */
export interface ModuleChanges {
  readonly atTopLevel: boolean;
  readonly inFunctions: boolean;
}

/** Whether code in a module may change what the module defines. What is local to a function is not told apart. */
export const changesIn = memoize((program: TSESTree.Program): ModuleChanges => {
  const inner: TSESTree.Node[] = [];
  const pending: TSESTree.Node[] = [program];
  let atTopLevel = false;
  for (let node = pending.pop(); node; node = pending.pop()) {
    atTopLevel ||= mayChange(node);
    (isFunction(node) ? inner : pending).push(...childrenOf(node));
  }
  return { atTopLevel, inFunctions: isChangeAmong(inner) };
});

function isChangeAmong(pending: TSESTree.Node[]): boolean {
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (mayChange(node)) {
      return true;
    }
    pending.push(...childrenOf(node));
  }
  return false;
}

function isFunction({ type }: TSESTree.Node): boolean {
  return type === "FunctionDeclaration" || type === "FunctionExpression" || type === "ArrowFunctionExpression";
}

function mayChange(node: TSESTree.Node): boolean {
  switch (node.type) {
    case "AssignmentExpression":
    case "UpdateExpression":
      return true;
    case "UnaryExpression":
      return node.operator === "delete";
    case "ExpressionStatement":
      // A call whose result nobody uses is made for what it does.
      return node.expression.type === "CallExpression" || node.expression.type === "AwaitExpression";
    case "CallExpression":
      return node.callee.type === "MemberExpression" && changingMethods.has(calleeName(node.callee) ?? "");
    default:
      return false;
  }
}

/** Methods that change what they are called on: of lists and sets, and `Object.assign`. */
export const changingMethods: ReadonlySet<string> = new Set([
  ...["add", "assign", "clear", "copyWithin", "delete", "fill", "pop", "push", "reverse", "shift", "sort", "splice"],
  "unshift",
]);
