/** The three-part names of actions: how they are taken apart and compared. */
import type { NamedAction } from "../../src/catalog/format.js";

/** The plain name of an action, without its qualifier. */
export function nameOf(named: NamedAction): string {
  return typeof named === "string" ? named : named.name;
}

/** The service prefix of a name in lower case. */
export function serviceOf(name: string): string {
  return name.slice(0, name.indexOf(":")).toLowerCase();
}

/** How names are compared: the clouds do not tell case apart (facts.md#actions-are-compared-without-case). */
export function nameKey(name: string): string {
  return name.toLowerCase();
}

/** Three parts of the characters that documented names have (facts.md#names-in-tables), no wildcard. */
export function isExactName(name: string): boolean {
  return /^[A-Za-z][\w-]*:[\w-]+:[\w-]+$/u.test(name);
}

/** Code unit order: the same on every machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
