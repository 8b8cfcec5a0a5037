/**
 * The names of identity policies (version 5.0) in a text, in their order and each once. Their middle part may be empty:
 * `sts::setSourceIdentity`.
 */
export function findIdentityActions(text: string): readonly string[] {
  const found = text.normalize("NFKC").matchAll(/(?<![\w:])[A-Za-z][\w-]*:[\w-]*:[\w-]+(?![\w:])/gu);
  return [...new Set([...found].map(([name]) => name))];
}
