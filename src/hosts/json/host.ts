import type { DocumentNode, Token } from "@humanwhocodes/momoa";
import { MappedText } from "../../text/mapped-text.js";
import type { Comment, Host } from "../host.js";
import type { HostSource } from "../source.js";
import { jsonSyntax } from "./syntax.js";
import { momoaCandidates } from "./values.js";

/** JSON, JSONC and JSON5 as `@eslint/json` reads them, by the trees of momoa. */
export const jsonHost: Host = {
  languages: ["json/*", "jsonc/*"],
  rootNode: "Document",
  syntax: jsonSyntax,
  // Every other parser's root is a `Program`.
  owns: (tree) => "type" in tree && tree.type === "Document",
  candidates: ({ ast, text }, marks) => momoaCandidates(ast as DocumentNode, MappedText.verbatim(text), marks),
  comments,
};

/** `@eslint/json` keeps the comments beside the tree. */
function comments({ comments: tokens = [], text }: HostSource): readonly Comment[] {
  return (tokens as readonly Token[]).map(({ loc: { start, end } }) => ({
    range: [start.offset, end.offset],
    text: text.slice(start.offset, end.offset).replace(/^\/[/*]|\*\/$/gu, ""),
  }));
}
