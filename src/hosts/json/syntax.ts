import type { Syntax } from "../../text/syntax.js";

/** The syntax of JSON, with the extensions of JSONC and JSON5. */
export const jsonSyntax: Syntax = {
  comments: /\/\/[^\r\n]*|\/\*[^]*?\*\//gu,
  list: { open: "[", close: "]", separator: "," },
  member: { assignment: ": ", separator: "," },
  quoteMark: '"',
  isPlain: (text) => !/["'\\\p{C}\p{Zl}\p{Zp}]/u.test(text),
  isBareKey: (key) => /^[A-Za-z_]\w*$/u.test(key),
};
