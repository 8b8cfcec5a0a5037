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

export function isObject(tree: JsonTree): tree is JsonObject {
  return typeof tree === "object" && tree !== null && "entries" in tree && !isList(tree);
}

export function isList(tree: JsonTree): tree is readonly JsonTree[] {
  return Array.isArray(tree);
}

/** @param indent what a level is indented by; all stands on one line where it is empty */
export function printJson(tree: JsonTree, indent = "  ", margin = ""): string {
  const inner = margin + indent;
  if (isList(tree)) {
    const elements = tree.map((element) => printJson(element, indent, inner));
    return enclose("[", elements, "]", indent, margin);
  }
  if (isObject(tree)) {
    const members = tree.entries.map(([key, value]) => `${JSON.stringify(key)}: ${printJson(value, indent, inner)}`);
    return enclose("{", members, "}", indent, margin);
  }
  return JSON.stringify(tree);
}

function enclose(open: string, items: readonly string[], close: string, indent: string, margin: string): string {
  if (items.length === 0) {
    return open + close;
  }
  return indent === ""
    ? `${open} ${items.join(", ")} ${close}`
    : `${open}\n${margin}${indent}${items.join(`,\n${margin}${indent}`)}\n${margin}${close}`;
}
