import { hole } from "../text/mapped-text.js";
import { memoizeByText } from "../text/memoize.js";

/**
 * What is filled in before the cloud reads a text, by a template, a program or the reader of a guide: `${x}`,
 * `%{ if x }`, `{{ x }}`, `<x>`, `{Agency ID}`, `[x]`, `%s`, `$(x)`, `$NAME`, `#{x}`, `@x@` (facts.md#placeholders),
 * and on pages `...` and `Allow|Deny`.
 */
const placeholder =
  /[$%#]\{|\{[^{}]*\}|<[^<>]*>|\[[\w .-]+\]|%[sdjvq]|\$\(|\$[A-Z_]{2}|@\w+@|\.{3}|…|\bAllow ?[|/] ?Deny\b/u;

/** Whether a text has a placeholder: what stands there in the end is not known. */
export const isPlaceholder = memoizeByText((text) => placeholder.test(text));

/** Whether a text is the one that the cloud will read: all of it is known, and no template fills anything in. */
export function isKnownText({ isStatic, value }: { readonly isStatic: boolean; readonly value: string }): boolean {
  return isStatic && !isPlaceholder(value);
}

/**
 * The characters that placeholders begin or end with, and holes. No resource of the documented examples has one, so a
 * lone one is taken for the rest of a placeholder.
 */
const placeholderCharacter = new RegExp(`[${hole}$%{}<>[\\]()#@]`, "u");

/** Where the first placeholder of a resource begins, or what may be the rest of one; -1 without any. */
export function placeholderIndex(uri: string): number {
  return uri.search(placeholderCharacter);
}

/**
 * Whether a word stands for a text that somebody is to write: `RESOURCE_PATH`, `xxx`, `...`
 * (facts.md#words-in-place-of-a-value).
 */
export function isPlaceholderWord(text: string): boolean {
  return /^(?:[A-Z\d_]+|x+|\.{2,})$/u.test(text);
}

/**
 * Whether a text is such a word or ends with one, `obs:*:*:bucket:BUCKET`; a short one may be a name
 * (facts.md#words-in-place-of-a-value).
 */
export function endsWithPlaceholderWord(text: string): boolean {
  return /(?:^|[:/])(?:[A-Z][A-Z\d_]{2,}|x{3,})$/u.test(text);
}

/** Whether an expression of Terraform differs between the instances of a resource: `each.key`, `count.index`. */
export function variesByInstance(text: string): boolean {
  return /\b(?:each|count|self)\./u.test(text);
}

/** Whether a placeholder begins in a piece of a text, at its first character or at the second. */
export function beginsPlaceholder(piece: string): boolean {
  return /^.?(?:[$%@<]|#\{|\{\{|\{%|[A-Z_]{3})/su.test(piece);
}
