/**
 * A policy variable of version 5.0: `${g:UserName}`, or `${g:UserName, 'nobody'}` with a default
 * (facts.md#policy-variables). Offsets are those of the text that it stands in.
 */
export interface PolicyVariable {
  /** As it is written, without blanks around it. */
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly start: number;
  readonly end: number;
  /** What is written behind the comma, without blanks around it; `undefined` if there is no comma. */
  readonly fallback: string | undefined;
}

/**
 * A key of a service in braces. A name without a colon is a placeholder of a template, and so is what begins with anything
 * but a letter; `${*}`, `${?}` and `${$}` are the characters themselves. A default with a doubled quote is read as two
 * quoted texts side by side, so that there is one way only to read any text; a quote that is left over ends it.
 */
const variable =
  /\$\{(?<blanks>\s*)(?<key>[a-z][\w-]*:[\w./-]+)\s*(?:,(?<fallback>(?:'[^']*'|[^'{}])*(?:'[^'{}]*)?))?\}/giu;

/** The policy variables in a text. */
export function policyVariablesIn(text: string): readonly PolicyVariable[] {
  return [...text.matchAll(variable)].map((match) => {
    const { blanks = "", key = "", fallback } = match.groups ?? {};
    const keyStart = match.index + "${".length + blanks.length;
    return {
      key,
      keyStart,
      keyEnd: keyStart + key.length,
      start: match.index,
      end: match.index + match[0].length,
      fallback: fallback?.trim(),
    };
  });
}

/** Whether a policy variable of a global key begins at an offset of a text, which may be JSON. */
export function isGlobalVariableAt(text: string, index: number): boolean {
  globalVariable.lastIndex = index;
  return globalVariable.test(text);
}

const globalVariable = /\$\{\s*g:[\w./-]+\s*(?:,(?:'[^'"]*'|[^'"{}])*(?:'[^'"{}]*)?)?\}/iuy;

/** Whether a default is written as the cloud reads it: in single quotes, with those inside of it doubled. */
export function isQuotedFallback(fallback: string): boolean {
  return /^'(?:[^']|'')*'$/u.test(fallback);
}
