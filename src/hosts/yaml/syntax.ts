import type { Syntax } from "../../text/syntax.js";

/** The syntax of YAML, including JSON in its texts. */
export const yamlSyntax: Syntax = {
  comments: /#[^\r\n]*/gu,
  list: { open: "[", close: "]", separator: "," },
  member: { assignment: ": ", separator: "," },
  quoteMark: '"',
  isPlain: (text) => !/["'\\\p{C}\p{Zl}\p{Zp}]/u.test(text),
  isBare,
  // JSON in a text has its quotes escaped. The lines of a text in quotes would have to be indented.
  isElement: (written) =>
    isBare(written) || (/^["'\\]/u.test(written) ? !written.includes("\n") : /^[[{]/u.test(written)),
  mayBeReferredTo: (written) => written.includes("&"),
  isBareKey: isBare,
};

/**
 * Whether a text without quotes is this text and nothing else, in every place and to every reader. That `yes` and `n` are
 * true and false was so in YAML 1.1.
 */
function isBare(text: string): boolean {
  return /^[a-z](?:[\w./*:-]*[\w./*-])?$/iu.test(text) && !/^(?:null|true|false|yes|no|on|off|y|n)$/iu.test(text);
}
