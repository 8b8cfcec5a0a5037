import type { TSESTree } from "@typescript-eslint/utils";
import type { Callee, Value } from "../../policy/value.js";
import type { Names } from "./names.js";
import type { CallNode, ReadValue } from "./nodes.js";
import { calleeName, memberName } from "./property-names.js";
import { unknown } from "../values.js";

/** What `new X(...)` or `f(...)` makes. */
export function constructValue(node: CallNode, names: Names, read: ReadValue): Value {
  const callee = calleeOf(node.callee, names);
  // A default export has no other name than the one that the file gives it.
  const localName = node.callee.type === "Identifier" ? [node.callee.name] : [];
  return callee
    ? {
        kind: "construct",
        range: node.range,
        callee: callee.path.length === 0 ? { ...callee, path: localName } : callee,
        arguments: argumentsOf(node, read),
        chainedCalls: [],
        identity: node,
      }
    : unknown(node.range);
}

/** `new Statement().withAction([...])`: the construct with one more call behind it. */
export function chainedCallValue(node: TSESTree.CallExpression, construct: Value, read: ReadValue): Value {
  const name = calleeName(node.callee);
  return construct.kind === "construct" && name !== undefined
    ? {
        ...construct,
        range: node.range,
        chainedCalls: [...construct.chainedCalls, { name, arguments: argumentsOf(node, read) }],
      }
    : unknown(node.range);
}

export function argumentsOf(node: CallNode, read: ReadValue): Value[] {
  return node.arguments.map((argument) =>
    argument.type === "SpreadElement" ? unknown(argument.range) : read(argument),
  );
}

/** Where a class, function or member comes from, as far as the names of the file tell. */
export function calleeOf(callee: TSESTree.Node, names: Names): Callee | undefined {
  if (callee.type === "Identifier") {
    const definition = names(callee);
    return definition?.kind === "import"
      ? { module: definition.module, path: definition.path.filter((name) => name !== "default") }
      : { module: undefined, path: [callee.name] };
  }
  const name = callee.type === "MemberExpression" ? memberName(callee) : undefined;
  if (callee.type !== "MemberExpression" || name === undefined) {
    return undefined;
  }
  // A method of `this`, or of what a call gives, belongs to no module that is known.
  const owner = calleeOf(callee.object, names) ?? { module: undefined, path: [] };
  return { ...owner, path: [...owner.path, name] };
}
