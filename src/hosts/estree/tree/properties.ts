import type { TSESTree } from "@typescript-eslint/utils";
import type { Member } from "../../../policy/value.js";
import type { MappedText } from "../../../text/mapped-text.js";
import { decodeStringLiteral } from "../../../text/string-literal.js";
import { isLiteral, type ObjectNode } from "./nodes.js";
import { propertyName } from "./property-names.js";
import { policyString } from "../../strings.js";

/** The static key of a property; `undefined` for a computed key. */
export function keyNameOf({ key, computed }: WrittenProperty): string | undefined {
  return propertyName(key, computed) ?? (isLiteral(key) ? String(key.value) : undefined);
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
