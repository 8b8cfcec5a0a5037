/**
 * Whether the text is filled in by a template before the cloud reads it: `${x}`, `%{ if x }`, `{{ x }}`, `<x>`
 * (facts: real-policies 2.4). What stands there in the end is not known.
 */
export function isPlaceholder(text: string): boolean {
  return /[$%]\{|\{\{|<[^<>]*>/u.test(text);
}
