import type { Comment } from "../host.js";
import type { Reader } from "../reader.js";
import { visitorKeys, type HclComment } from "./nodes.js";
import { parseHcl } from "./structure.js";
import { HclSyntaxError } from "./syntax-error.js";

/** Reads HCL, the language of Terraform and OpenTofu: `*.tf`, `*.tofu` and `*.tfvars` files. */
export const hclReader: Reader = {
  visitorKeys,
  read(text) {
    try {
      const root = parseHcl(text);
      return { isValid: true, root, comments: root.comments.map((comment) => commentOf(comment, text)) };
    } catch (error) {
      if (error instanceof HclSyntaxError) {
        return { isValid: false, message: error.message, range: error.range };
      }
      throw error;
    }
  },
};

/** A comment without its delimiters: `#`, `//` or a pair around it. */
export function commentOf({ type, range }: HclComment, text: string): Comment {
  const [start, end] = range;
  const opening = text.startsWith("#", start) ? 1 : 2;
  return { text: text.slice(start + opening, type === "BlockComment" ? end - 2 : end), range };
}
