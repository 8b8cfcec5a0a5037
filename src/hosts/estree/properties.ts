import type { TSESTree } from "@typescript-eslint/utils";
import type { Member } from "../../policy/value.js";
import type { MappedText } from "../../text/mapped-text.js";
import type { Range } from "../../text/range.js";
import { decodeStringLiteral } from "../../text/string-literal.js";
import { isLiteral, type Node, type ObjectNode } from "./nodes.js";
import { propertyName } from "./property-names.js";
import { policyString } from "../values.js";

/** The name of a property that is written out; a spread, an accessor or a computed name has none. */
export function keyOf(property: ObjectNode["properties"][number]): { name: string; range: Range } | undefined {
  if (property.type === "SpreadElement" || property.kind !== "init") {
    return undefined;
  }
  const { key, computed } = property;
  const name = propertyName(key, computed) ?? (isLiteral(key) ? String(key.value) : undefined);
  return name === undefined ? undefined : { name, range: key.range };
}

/** `undefined`, `void 0` */
export function isUndefined(node: Node): boolean {
  return (
    (node.type === "Identifier" && node.name === "undefined") ||
    (node.type === "UnaryExpression" && node.operator === "void")
  );
}

/** A choice of which one branch leaves the member out. */
export function mayBeUndefined(node: Node): boolean {
  return node.type === "ConditionalExpression" && [node.consequent, node.alternate].some(isUndefined);
}

/** The key's text; none where it names the value too (`{ Action }`), or is a number. */
export function readKeyOf({ key, shorthand }: WrittenProperty, text: MappedText): Pick<Member, "readKey"> {
  const [start, end] = key.range;
  if (shorthand || (key.type !== "Identifier" && key.type !== "JSONIdentifier" && !isText(key))) {
    return {};
  }
  const quotes = isText(key) ? 1 : 0;
  return { readKey: () => policyString(key.range, decodeStringLiteral(text, start + quotes, end - quotes)) };
}

type WrittenProperty = Exclude<ObjectNode["properties"][number], TSESTree.SpreadElement>;

function isText(key: WrittenProperty["key"]): boolean {
  return isLiteral(key) && typeof key.value === "string";
}
