import type { TSESTree } from "@typescript-eslint/utils";
import type { AST as Jsonc } from "jsonc-eslint-parser";

/** Nodes of espree, `@typescript-eslint/parser` and `jsonc-eslint-parser`, which differ in their type names only. */
export type Node = TSESTree.Node | Jsonc.JSONNode;
export type ObjectNode = TSESTree.ObjectExpression | Jsonc.JSONObjectExpression;
export type ArrayNode = TSESTree.ArrayExpression | Jsonc.JSONArrayExpression;
export type TemplateNode = TSESTree.TemplateLiteral | Jsonc.JSONTemplateLiteral;
export type CallNode = TSESTree.CallExpression | TSESTree.NewExpression;

export type LiteralNode = TSESTree.Literal | Jsonc.JSONLiteral;

export function isLiteral(node: Node): node is LiteralNode {
  return node.type === "Literal" || node.type === "JSONLiteral";
}
