import type { TSESTree } from "@typescript-eslint/utils";
import type { AST as Jsonc } from "jsonc-eslint-parser";
import type { Value } from "../../policy/value.js";

/** The trees of espree, `@typescript-eslint/parser` and `jsonc-eslint-parser`, whose shapes agree but for names. */
export type Node = TSESTree.Node | Jsonc.JSONNode;
export type ObjectNode = TSESTree.ObjectExpression | Jsonc.JSONObjectExpression;
export type ArrayNode = TSESTree.ArrayExpression | Jsonc.JSONArrayExpression;
export type TemplateNode = TSESTree.TemplateLiteral | Jsonc.JSONTemplateLiteral;
export type CallNode = TSESTree.CallExpression | TSESTree.NewExpression;

export type LiteralNode = TSESTree.Literal | Jsonc.JSONLiteral;

export function isLiteral(node: Node): node is LiteralNode {
  return node.type === "Literal" || node.type === "JSONLiteral";
}

/** Reads the expressions that an expression is made of. */
export type ReadValue = (node: Node) => Value;
