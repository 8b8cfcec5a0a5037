import type { AST } from "yaml-eslint-parser";

/** The root of a file. */
export type YamlFile = Omit<AST.YAMLProgram, "type"> & { readonly type: "Program" | typeof ownRoot };

/**
 * The type of the root in our language. The parser's is `Program`: many projects have rules for JavaScript on for every
 * file, which expect a program there.
 */
export const ownRoot = "YAMLFile";

export type YamlDocument = AST.YAMLDocument;
export type Mapping = AST.YAMLMapping;
export type Pair = AST.YAMLPair;
export type Sequence = AST.YAMLSequence;
export type Scalar = AST.YAMLScalar;
export type Alias = AST.YAMLAlias;
/** A value with an anchor or a tag in front of it. */
export type WithMeta = AST.YAMLWithMeta;
export type YamlValue = AST.YAMLContent | WithMeta;

/** The keys of the children of each node type, in source order. */
export const visitorKeys: Readonly<Record<string, readonly string[]>> = {
  Program: ["body"],
  [ownRoot]: ["body"],
  YAMLDocument: ["directives", "content"],
  YAMLDirective: [],
  YAMLMapping: ["pairs"],
  YAMLPair: ["key", "value"],
  YAMLSequence: ["entries"],
  YAMLWithMeta: ["anchor", "tag", "value"],
  YAMLAnchor: [],
  YAMLTag: [],
  YAMLScalar: [],
  YAMLAlias: [],
};

/** A value without the anchor and tag in front of it. */
export function withoutMeta(node: YamlValue | null): AST.YAMLContent | null {
  return node?.type === "YAMLWithMeta" ? node.value : node;
}

/** The values in a value. */
export function partsOf(node: YamlValue | null): readonly (YamlValue | null)[] {
  const content = withoutMeta(node);
  switch (content?.type) {
    case "YAMLMapping":
      return content.pairs.map(({ value }) => value);
    case "YAMLSequence":
      return content.entries;
    default:
      return [];
  }
}
