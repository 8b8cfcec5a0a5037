import type { Syntax } from "../../text/syntax.js";

/** JSON with what JSONC and JSON5 add to it. */
export const jsonSyntax: Syntax = {
  comments: /\/\/[^\r\n]*|\/\*[^]*?\*\//gu,
  list: { open: "[", close: "]", separator: "," },
  member: { assignment: ": ", separator: "," },
  quoteMark: '"',
  isPlain: (text) => !/["'\\\p{C}\p{Zl}\p{Zp}]/u.test(text),
  isBareKey: (key) => /^[A-Za-z_]\w*$/u.test(key),
};
