import fc from "fast-check";

/** A JSON value in which an object may have a key twice, as a text may. */
export type JsonTree = string | number | boolean | null | readonly JsonTree[] | JsonObject;

export interface JsonObject {
  readonly entries: readonly JsonEntry[];
}

export type JsonEntry = readonly [key: string, value: JsonTree];

export function object(...entries: readonly JsonEntry[]): JsonObject {
  return { entries };
}

export const indents = fc.constantFrom("  ", "\t", "");

/** @param indent what a level is indented by; all stands on one line where it is empty */
export function printJson(tree: JsonTree, indent = "  ", margin = ""): string {
  if (typeof tree !== "object" || tree === null) {
    return JSON.stringify(tree);
  }
  const isList = Array.isArray(tree);
  const inner = margin + indent;
  const items = isList
    ? (tree as readonly JsonTree[]).map((element) => printJson(element, indent, inner))
    : (tree as JsonObject).entries.map(([key, value]) => `${JSON.stringify(key)}: ${printJson(value, indent, inner)}`);
  const [open, close] = isList ? ["[", "]"] : ["{", "}"];
  if (items.length === 0) {
    return open + close;
  }
  return indent === ""
    ? `${open} ${items.join(", ")} ${close}`
    : `${open}\n${inner}${items.join(`,\n${inner}`)}\n${margin}${close}`;
}
