import type { TSESTree } from "@typescript-eslint/utils";
import type { Callee, Value } from "../../policy/value.js";
import type { NameResolver } from "./names.js";
import type { CallNode, ReadValue } from "./nodes.js";
import { calleeName, memberName } from "./property-names.js";
import { unknown } from "../values.js";

/** The construct of `new X(...)` or `f(...)`. */
export function constructValue(node: CallNode, resolveName: NameResolver, read: ReadValue): Value {
  const callee = calleeOf(node.callee, resolveName);
  // A default export has no name but the one that the importing file gives it.
  const localName = node.callee.type === "Identifier" ? [node.callee.name] : [];
  return callee
    ? {
        kind: "construct",
        range: node.range,
        callee: callee.path.length === 0 ? { ...callee, path: localName } : callee,
        arguments: argumentsOf(node, read),
        updates: [],
        identity: node,
      }
    : unknown(node.range);
}

/** Appends a chained call to a construct: `new Statement().withAction([...])`. */
export function chainedCallValue(node: TSESTree.CallExpression, construct: Value, read: ReadValue): Value {
  const name = calleeName(node.callee);
  return construct.kind === "construct" && name !== undefined
    ? {
        ...construct,
        range: node.range,
        updates: [
          ...construct.updates,
          { kind: "call", name, range: node.range, arguments: argumentsOf(node, read), isCertain: true },
        ],
      }
    : unknown(node.range);
}

export function argumentsOf(node: CallNode, read: ReadValue): Value[] {
  return node.arguments.map((argument) =>
    argument.type === "SpreadElement" ? unknown(argument.range) : read(argument),
  );
}

/** The module and name that a class, function or member is imported from; the local name if it is not imported. */
export function calleeOf(callee: TSESTree.Node, resolveName: NameResolver): Callee | undefined {
  if (callee.type === "Identifier") {
    const definition = resolveName(callee);
    return definition?.kind === "import"
      ? { module: definition.module, path: definition.path.filter((name) => name !== "default") }
      : { module: undefined, path: [callee.name] };
  }
  const name = callee.type === "MemberExpression" ? memberName(callee) : undefined;
  if (callee.type !== "MemberExpression" || name === undefined) {
    return undefined;
  }
  // The module is unknown for methods of `this` and of call results.
  const owner = calleeOf(callee.object, resolveName) ?? { module: undefined, path: [] };
  return { ...owner, path: [...owner.path, name] };
}
