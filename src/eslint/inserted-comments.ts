import type { Comment } from "../hosts/host.js";

/** The ESLint comments that precede a block in its page, which the processor of Markdown copies to its start. */
export function insertedComments(text: string): string {
  return /^(?:\/\*\s*(?:eslint|global)\b[^]*?\*\/\n)*/u.exec(text)?.[0] ?? "";
}

/** The same comments one by one. */
export function insertedCommentsIn(text: string): readonly Comment[] {
  return [...insertedComments(text).matchAll(/\/\*(?<text>[^]*?)\*\/\n/gu)].map(({ 0: comment, index, groups }) => ({
    text: groups?.["text"] ?? "",
    range: [index, index + comment.length - 1],
  }));
}
