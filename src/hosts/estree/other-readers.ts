import type { TSESTree } from "@typescript-eslint/utils";
import type { HostSource } from "../source.js";
import type { Node } from "./tree/nodes.js";
import { memberName } from "./tree/property-names.js";
import { moduleOf, referencesTo } from "./references.js";
import { isTransparent } from "./tree/transparent-nodes.js";

/**
 * Whether the program passes a string on to another reader than JSON's, or changes it first: a parser of JSON5, JSONC or
 * YAML, a function that strips comments, `.replace(...)`. Such a string need not be JSON.
 */
export function hasOtherReader(node: Node, source: HostSource): boolean {
  const value = outermost(node);
  const { parent } = value;
  if (parent?.type === "VariableDeclarator" && parent.init === value && parent.id.type === "Identifier") {
    return referencesTo(parent.id, source).some((reference) => isUsedByOther(reference, source));
  }
  return isUsedByOther(node, source);
}

function isUsedByOther(node: Node, source: HostSource): boolean {
  const value = outermost(node);
  const { parent } = value;
  switch (parent?.type) {
    case "MemberExpression":
      return parent.object === value && rewritingMethods.has(memberName(parent) ?? "");
    case "CallExpression":
      return parent.callee !== value && isOtherReader(parent.callee, source);
    case "TaggedTemplateExpression":
      return true;
    default:
      return false;
  }
}

/** The node with the types that are put around it. */
function outermost(node: Node): Node {
  let value = node;
  while (value.parent && isTransparent(value.parent)) {
    value = value.parent;
  }
  return value;
}

const rewritingMethods: ReadonlySet<string> = new Set(["replace", "replaceAll", "slice", "split", "substring"]);

/** Modules that read a text otherwise than `JSON.parse`, or take something out of it. */
const otherModules =
  /json5|jsonc|hjson|yaml|toml|strip|comment|minify|dedent|outdent|handlebars|mustache|nunjucks|ejs/iu;

/** The same by the name of a function or its object, wherever it comes from. */
const otherNames = /json5|jsonc|hjson|yaml|strip|comment|minify|dedent|outdent|render|interpolate|template/iu;

function isOtherReader(callee: TSESTree.Node, source: HostSource): boolean {
  const { names, root } = partsOf(callee);
  const module = root && moduleOf(root, source);
  const isParseOfOther = names.at(-1) === "parse" && names.at(-2) !== "JSON";
  return (
    isParseOfOther || (module !== undefined && otherModules.test(module)) || names.some((name) => otherNames.test(name))
  );
}

/** The names of a function and its owners, from left to right, and the variable that they start with. */
function partsOf(callee: TSESTree.Node): { names: readonly string[]; root: TSESTree.Identifier | undefined } {
  const names: string[] = [];
  let node: Node = callee;
  while (node.type === "MemberExpression" || isTransparent(node)) {
    if (node.type === "MemberExpression") {
      names.unshift(memberName(node) ?? "");
      node = node.object;
    } else {
      node = node.expression;
    }
  }
  return node.type === "Identifier" ? { names: [node.name, ...names], root: node } : { names, root: undefined };
}
