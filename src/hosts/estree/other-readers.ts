import type { TSESTree } from "@typescript-eslint/utils";
import { calleeOf } from "./construct.js";
import { referencesTo, type NameResolver } from "./names.js";
import type { Node } from "./nodes.js";
import { memberName } from "./property-names.js";
import { isTransparent } from "./transparent-nodes.js";

/**
 * Whether the program passes a string on to another reader than JSON's, or changes it first: a parser of JSON5, JSONC or
 * YAML, a function that strips comments, `.replace(...)`. Such a string need not be JSON.
 */
export function hasOtherReader(
  node: Node,
  resolveName: NameResolver,
  getScope: ((node: TSESTree.Node) => unknown) | undefined,
): boolean {
  const value = outermost(node);
  const { parent } = value;
  if (parent?.type === "VariableDeclarator" && parent.init === value && parent.id.type === "Identifier") {
    const references = getScope ? referencesTo(parent.id, getScope) : [];
    return references.some((reference) => isUsedByOther(reference, resolveName));
  }
  return isUsedByOther(node, resolveName);
}

function isUsedByOther(node: Node, resolveName: NameResolver): boolean {
  const value = outermost(node);
  const { parent } = value;
  switch (parent?.type) {
    case "MemberExpression":
      return parent.object === value && rewritingMethods.has(memberName(parent) ?? "");
    case "CallExpression":
      return parent.callee !== value && isOtherReader(parent.callee, resolveName);
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

function isOtherReader(callee: TSESTree.Node, resolveName: NameResolver): boolean {
  const { module, path } = calleeOf(callee, resolveName) ?? { module: undefined, path: [] };
  const isParseOfOther = path.at(-1) === "parse" && path.at(-2) !== "JSON";
  return (
    isParseOfOther || (module !== undefined && otherModules.test(module)) || path.some((name) => otherNames.test(name))
  );
}
