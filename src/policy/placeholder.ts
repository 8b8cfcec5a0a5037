/**
 * Whether the text is filled in before the cloud reads it, by a template or by the reader of a guide: `${x}`,
 * `%{ if x }`, `{{ x }}`, `<x>`, `{Agency ID}` (facts: real-policies 2.2, 2.4). What stands there in the end is not known.
 */
export function isPlaceholder(text: string): boolean {
  return /[$%]\{|\{\{|\{[^{}]*\}|<[^<>]*>/u.test(text);
}

/** Whether a text is the one that the cloud will read: all of it is known, and no template fills anything in. */
export function isKnownText({ isStatic, value }: { readonly isStatic: boolean; readonly value: string }): boolean {
  return isStatic && !isPlaceholder(value);
}
