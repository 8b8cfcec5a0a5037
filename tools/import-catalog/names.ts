/** Helpers for action names: parts, keys and order. */
import type { NamedAction } from "../../src/catalog/format.js";

/** The name of an action, without its qualifier. */
export function nameOf(named: NamedAction): string {
  return typeof named === "string" ? named : named.name;
}

/** The service prefix of a name in lower case. */
export function serviceOf(name: string): string {
  return name.slice(0, name.indexOf(":")).toLowerCase();
}

/** The key that names are compared by: the clouds ignore case (facts.md#actions-are-compared-without-case). */
export function nameKey(name: string): string {
  return name.toLowerCase();
}

/** Whether a name has three parts of the characters of documented names, and no wildcard (facts.md#names-in-tables). */
export function isExactName(name: string): boolean {
  return /^[A-Za-z][\w-]*:[\w-]+:[\w-]+$/u.test(name);
}

/** Compares by code unit, so the order is the same on every machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
