import type { CatalogAction, CatalogService } from "../../catalog/service.js";
import type { ActionPattern } from "../../policy/pattern.js";
import { memoize } from "../../text/memoize.js";

/** A resource type of a service, with the words of its actions in the documented spelling. */
export interface TypeWords {
  readonly service: string;
  readonly resourceType: string;
  readonly operations: readonly string[];
}

/**
 * The resource types of a service, gathered once. A misspelt name is compared with each type first, since most types are
 * nothing like it, and their actions need not be looked at.
 */
export const typesOf = memoize(({ actions }: CatalogService): readonly TypeWords[] => {
  const types = new Map<string, TypeWords & { readonly operations: string[] }>();
  for (const { name } of actions.values()) {
    const end = name.lastIndexOf(":");
    const key = name.slice(0, end);
    const [service = "", resourceType = ""] = key.split(":");
    const type = types.get(key) ?? { service, resourceType, operations: [] };
    type.operations.push(name.slice(end + 1));
    types.set(key, type);
  }
  return [...types.values()];
});

/** Whether an action of a service has a word, in lower case, as a part: 0 for its service, 2 for its operation. */
export function hasWord({ actions }: CatalogService, place: number, word: string): boolean {
  for (const { pattern } of actions.values()) {
    if (pattern.parts[place] === word) {
      return true;
    }
  }
  return false;
}

/** The actions of a service that have the same parts as a pattern, in another order. */
export function reordered({ actions }: CatalogService, { parts, text }: ActionPattern): readonly CatalogAction[] {
  const [one = "", two = "", three = ""] = parts;
  const orders = [
    [one, three, two],
    [two, one, three],
    [two, three, one],
    [three, one, two],
    [three, two, one],
  ];
  const names = new Set(orders.map((order) => order.join(":")).filter((name) => name !== text));
  return [...names].flatMap((name) => actions.get(name) ?? []);
}
