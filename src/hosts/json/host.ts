import type { DocumentNode, Token } from "@humanwhocodes/momoa";
import { MappedText } from "../../text/mapped-text.js";
import type { Comment, Host } from "../host.js";
import type { HostSource } from "../source.js";
import { jsonSyntax } from "./syntax.js";
import { momoaCandidates } from "./values.js";

/** The host for JSON, JSONC and JSON5 as `@eslint/json` parses them: momoa trees. */
export const jsonHost: Host = {
  languages: ["json/*", "jsonc/*"],
  rootNode: "Document",
  syntax: jsonSyntax,
  // The root of every other parser is a `Program`.
  owns: (tree) => "type" in tree && tree.type === "Document",
  candidates: ({ ast, text, filename }, filter) =>
    momoaCandidates(ast as DocumentNode, MappedText.verbatim(text), filter, isJson5(filename) ? "json5" : "json"),
  comments,
};

/** The tree does not tell its language. A file of another name is read by programs that take JSON or JSONC. */
function isJson5(filename: string): boolean {
  return /\.json5$/iu.test(filename);
}

/** `@eslint/json` keeps comments outside the tree. */
function comments({ comments: tokens = [], text }: HostSource): readonly Comment[] {
  return (tokens as readonly Token[]).map(({ loc: { start, end } }) => ({
    range: [start.offset, end.offset],
    text: text.slice(start.offset, end.offset).replace(/^\/[/*]|\*\/$/gu, ""),
  }));
}
