import type { TSESTree } from "@typescript-eslint/utils";
import type { Node } from "./nodes.js";

/**
 * The static name of a key or property, with the `#` of a private name; `undefined` if an expression must be evaluated.
 *
 * @param isComputed whether the key is in brackets
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

/** The property name of a member expression: `list` for `actions.list` and `actions["list"]`. */
export function memberName({ property, computed }: TSESTree.MemberExpression): string | undefined {
  return propertyName(property, computed);
}

/** The last name of a callee, before its import is resolved: `stringify` for `JSON.stringify`. */
export function calleeName(callee: Node): string | undefined {
  return callee.type === "MemberExpression"
    ? memberName(callee)
    : callee.type === "Identifier"
      ? callee.name
      : undefined;
}
