import type { Value } from "../../../policy/value.js";
import type { CandidateFilter } from "../../candidates.js";
import type { Node, ObjectNode } from "../tree/nodes.js";
import { keyNameOf } from "../tree/properties.js";
import { RecordCell } from "./record.js";

/** A literal that is spread is a part of the one around it. */
export function isCandidate(node: ObjectNode, value: Value, { keys, rootKeys }: CandidateFilter): boolean {
  const { parent } = node;
  const isSpread = parent?.type === "SpreadElement" && parent.parent.type === "ObjectExpression";
  const isRoot = parent?.type === "JSONExpressionStatement";
  return !isSpread && (hasKey(node, keys) || (isRoot && hasKey(node, rootKeys)) || hasMadeKey(node, value, keys));
}

/** Whether an object gets a key by a spread or a name that is computed. */
function hasMadeKey(node: ObjectNode, value: Value, keys: ReadonlySet<string>): boolean {
  const isMade = node.properties.some((property) => property.type === "SpreadElement" || property.computed);
  return isMade && value instanceof RecordCell && hasKeyOf(value, keys);
}

/** No policy, and nothing that carries one, has more keys than this. */
const maxKeys = 100;

/** Whether an object has one of some keys now. */
export function hasKeyOf({ state: { members } }: RecordCell, keys: ReadonlySet<string>): boolean {
  return members.length <= maxKeys && members.some(({ key }) => keys.has(key));
}

function hasKey(node: ObjectNode, keys: ReadonlySet<string>): boolean {
  return node.properties.some((property) => property.type !== "SpreadElement" && keys.has(keyNameOf(property) ?? ""));
}

/** Whether a string contains a word in one of its parts. */
export function includesWord(node: Node, word: string): boolean {
  switch (node.type) {
    case "Literal":
    case "JSONLiteral":
      return typeof node.value === "string" && node.value.includes(word);
    case "TemplateLiteral":
    case "JSONTemplateLiteral":
      return node.quasis.some((quasi) => quasi.value.raw.includes(word));
    case "BinaryExpression":
      return node.operator === "+" && [node.left, node.right].some((part) => includesWord(part, word));
    default:
      return false;
  }
}
