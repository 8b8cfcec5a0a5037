import { hole } from "../text/mapped-text.js";
import { memoizeByText } from "../text/memoize.js";

/**
 * Placeholders that a template, a program or the reader of a guide fills in before the cloud reads a string: `${x}`,
 * `%{ if x }`, `{{ x }}`, `<x>`, `{Agency ID}`, `[x]`, `%s`, `$(x)`, `$NAME`, `#{x}`, `@x@` (facts.md#placeholders),
 * and on pages `...` and `Allow|Deny`.
 */
const placeholder =
  /[$%#]\{|\{[^{}]*\}|<[^<>]*>|\[[\w .-]+\]|%[sdjvq]|\$\(|\$[A-Z_]{2}|@\w+@|\.{3}|\u2026|\bAllow ?[|/] ?Deny\b/u;

/** Whether a string has a placeholder, so that its final value is not known. */
export const isPlaceholder = memoizeByText((text) => placeholder.test(text));

/** Whether a string is known to its end: it has neither holes nor placeholders. */
export function isKnownText({ isStatic, value }: { readonly isStatic: boolean; readonly value: string }): boolean {
  return isStatic && !isPlaceholder(value);
}

/**
 * The characters that placeholders begin or end with, and holes. No resource in the documented examples has one, so even
 * a lone one is taken for part of a placeholder.
 */
const placeholderCharacter = new RegExp(`[${hole}$%{}<>[\\]()#@]`, "u");

/** The index of the first placeholder of a resource, or of what may be part of one; -1 if there is none. */
export function placeholderIndex(uri: string): number {
  return uri.search(placeholderCharacter);
}

/**
 * Whether a string is a word for a value that is still to be written: `RESOURCE_PATH`, `xxx`, `...`
 * (facts.md#words-in-place-of-a-value).
 */
export function isPlaceholderWord(text: string): boolean {
  return /^(?:[A-Z\d_]+|x+|\.{2,})$/u.test(text);
}

/**
 * Whether a string is such a word or ends with one, as in `obs:*:*:bucket:BUCKET`; a short word may be a name
 * (facts.md#words-in-place-of-a-value).
 */
export function endsWithPlaceholderWord(text: string): boolean {
  return /(?:^|[:/])(?:[A-Z][A-Z\d_]{2,}|x{3,})$/u.test(text);
}

/** Whether a Terraform expression differs between the instances of a resource: `each.key`, `count.index`. */
export function variesByInstance(text: string): boolean {
  return /\b(?:each|count|self)\./u.test(text);
}

/** Whether a placeholder begins at the first or second character of a string. */
export function beginsPlaceholder(piece: string): boolean {
  return /^.?(?:[$%@<]|#\{|\{\{|\{%|[A-Z_]{3})/su.test(piece);
}
