/**
 * Whether the text is filled in before the cloud reads it, by a template or by the reader of a guide: `${x}`,
 * `%{ if x }`, `{{ x }}`, `<x>`, `{Agency ID}` (facts: real-policies 2.2, 2.4). What stands there in the end is not known.
 */
export function isPlaceholder(text: string): boolean {
  return /[$%]\{|\{\{|\{[^{}]*\}|<[^<>]*>/u.test(text);
}
