import type { Host } from "../host.js";
import { sharedRanges } from "./aliases.js";
import { yamlCandidates } from "./candidates.js";
import { ownRoot, type YamlFile } from "./nodes.js";
import { commentsOf } from "./reader.js";
import { yamlSyntax } from "./syntax.js";

/** The host for YAML as yaml-eslint-parser reads it: for itself, for eslint-plugin-yml, or for a language of ours. */
export const yamlHost: Host = {
  languages: ["yml/*", "huaweicloud-iam/*"],
  rootNode: `Program, ${ownRoot}`,
  syntax: yamlSyntax,
  owns: (tree) => isFile(tree),
  candidates: yamlCandidates,
  comments: ({ ast }) => commentsOf(ast as YamlFile),
  sharedRanges: ({ ast }) => sharedRanges(ast as YamlFile),
};

/** The root of a program has the same type as the parser's. Even an empty file has a document. */
function isFile({ type, body }: Partial<YamlFile>): boolean {
  return type === ownRoot || (type === "Program" && body?.[0]?.type === "YAMLDocument");
}
