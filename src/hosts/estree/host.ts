import type { TSESTree } from "@typescript-eslint/utils";
import type { Comment, Host } from "../host.js";
import type { HostSource } from "../source.js";
import { estreeCandidates } from "./candidates.js";
import { estreeSyntax } from "./syntax.js";

/** The host for JavaScript, TypeScript, and JSON parsed by jsonc-eslint-parser: every parser with ESTree-like nodes. */
export const estreeHost: Host = {
  languages: ["js/js"],
  rootNode: "Program",
  syntax: estreeSyntax,
  owns: (tree) => "type" in tree && tree.type === "Program",
  candidates: estreeCandidates,
  comments,
};

function comments({ ast }: HostSource): readonly Comment[] {
  return ((ast as TSESTree.Program).comments ?? []).map(({ value, range }) => ({ range, text: value }));
}
