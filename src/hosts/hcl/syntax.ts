import type { Syntax } from "../../text/syntax.js";

/**
 * The syntax of HCL, including JSON in its texts: an object takes a colon and a comma where JSON needs them, so what is
 * written is valid in both.
 */
export const hclSyntax: Syntax = {
  comments: /#[^\r\n]*|\/\/[^\r\n]*|\/\*[^]*?\*\//gu,
  list: { open: "[", close: "]", separator: "," },
  member: { assignment: ": ", separator: "," },
  // With "=", it is no JSON; then a line break separates members, too.
  memberLike: (written, gap) =>
    /^[ \t]*=/u.test(written)
      ? { assignment: " = ", separator: gap.includes("\n") ? "" : "," }
      : { assignment: ": ", separator: "," },
  quoteMark: '"',
  isPlain: (text) => !/["'\\\p{C}\p{Zl}\p{Zp}]|[$%]\{/u.test(text),
  isBareKey: (key) => /^(?!for$)[A-Za-z_][\w-]*$/u.test(key),
};
