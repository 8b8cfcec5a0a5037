import type { TSESTree } from "@typescript-eslint/utils";
import type { Node } from "./nodes.js";

/**
 * The name that a key or a property stands for, with the `#` of a private one; `undefined` where an expression has to
 * be evaluated for it.
 *
 * @param isComputed whether it is written in brackets
 */
export function propertyName(key: Node, isComputed = false): string | undefined {
  switch (key.type) {
    case "Identifier":
    case "JSONIdentifier":
      return isComputed ? undefined : key.name;
    case "PrivateIdentifier":
      return `#${key.name}`;
    case "Literal":
    case "JSONLiteral":
      return typeof key.value === "string" ? key.value : undefined;
    default:
      return undefined;
  }
}

/** The name of the property that a member expression reads: `list` of `actions.list` and of `actions["list"]`. */
export function memberName({ property, computed }: TSESTree.MemberExpression): string | undefined {
  return propertyName(property, computed);
}

/** The last name of a callee, before it is known where it comes from: `stringify` of `JSON.stringify`. */
export function calleeName(callee: Node): string | undefined {
  return callee.type === "MemberExpression"
    ? memberName(callee)
    : callee.type === "Identifier"
      ? callee.name
      : undefined;
}
