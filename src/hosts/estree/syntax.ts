import type { Syntax } from "../../text/syntax.js";

/** JavaScript and TypeScript, with JSON text in their strings and template literals. */
export const estreeSyntax: Syntax = {
  comments: /\/\/[^\r\n]*|\/\*[^]*?\*\//gu,
  list: { open: "[", close: "]", separator: "," },
  member: { assignment: ": ", separator: "," },
  quoteMark: '"',
  isPlain: (text) => !/["'`\\$\p{C}\p{Zl}\p{Zp}]/u.test(text),
  isBareKey: (key) => /^[A-Za-z_]\w*$/u.test(key),
};
