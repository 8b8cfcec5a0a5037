import { memoizeByText } from "../text/memoize.js";

/**
 * What is filled in before the cloud reads a text, by a template, a program or the reader of a guide: `${x}`,
 * `%{ if x }`, `{{ x }}`, `<x>`, `{Agency ID}`, `[x]`, `%s`, `$(x)`, `$NAME`, `#{x}`, `@x@` (facts: real-policies 2.2, 2.4),
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
