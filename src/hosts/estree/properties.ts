import type { TSESTree } from "@typescript-eslint/utils";
import type { Member } from "../../policy/value.js";
import type { MappedText } from "../../text/mapped-text.js";
import type { Range } from "../../text/range.js";
import { decodeStringLiteral } from "../../text/string-literal.js";
import { isLiteral, type Node, type ObjectNode } from "./nodes.js";
import { propertyName } from "./property-names.js";
import { policyString } from "../values.js";

/** The static key of a property; `undefined` for a spread, an accessor or a computed key. */
export function keyOf(property: ObjectNode["properties"][number]): { name: string; range: Range } | undefined {
  if (property.type === "SpreadElement" || property.kind !== "init") {
    return undefined;
  }
  const { key, computed } = property;
  const name = propertyName(key, computed) ?? (isLiteral(key) ? String(key.value) : undefined);
  return name === undefined ? undefined : { name, range: key.range };
}

/** Whether an expression is `undefined` or `void 0`. */
export function isUndefined(node: Node): boolean {
  return (
    (node.type === "Identifier" && node.name === "undefined") ||
    (node.type === "UnaryExpression" && node.operator === "void")
  );
}

/** Whether an expression is a conditional with an `undefined` branch, which omits the member. */
export function mayBeUndefined(node: Node): boolean {
  return node.type === "ConditionalExpression" && [node.consequent, node.alternate].some(isUndefined);
}

/**
 * Reads the key as a string. Omitted for a shorthand property (`{ Action }`), where an edit would also rename the
 * value, and for a numeric key.
 */
export function readKeyOf({ key, shorthand }: WrittenProperty, text: MappedText): Pick<Member, "readKey"> {
  const [start, end] = key.range;
  if (shorthand || (key.type !== "Identifier" && key.type !== "JSONIdentifier" && !isStringKey(key))) {
    return {};
  }
  const quotes = isStringKey(key) ? 1 : 0;
  return { readKey: () => policyString(key.range, decodeStringLiteral(text, start + quotes, end - quotes)) };
}

type WrittenProperty = Exclude<ObjectNode["properties"][number], TSESTree.SpreadElement>;

function isStringKey(key: WrittenProperty["key"]): boolean {
  return isLiteral(key) && typeof key.value === "string";
}
