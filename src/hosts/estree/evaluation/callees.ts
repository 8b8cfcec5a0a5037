import type { TSESTree } from "@typescript-eslint/utils";
import type { Callee, Value } from "../../../policy/value.js";
import type { Range } from "../../../text/range.js";
import type { Node } from "../tree/nodes.js";
import { memberName } from "../tree/property-names.js";
import { withoutTypes } from "../tree/transparent-nodes.js";
import type { Evaluator } from "./evaluator.js";
import type { Frame } from "./frame.js";
import { ImportedValue, namedCallee } from "./imports.js";
import { provided } from "./provided-functions.js";

/** The module and name that a class, function or member is imported from; the local name if it is not imported. */
export function calleeOf(callee: Node, frame: Frame): Callee | undefined {
  if (callee.type === "Identifier") {
    const value = frame.lookUp(callee.name)?.state;
    if (!(value instanceof ImportedValue)) {
      return { module: undefined, path: [callee.name] };
    }
    const named = namedCallee(value.callee);
    // A default export has no name but the one that the importing file gives it.
    return named.path.length === 0 ? { ...named, path: [callee.name] } : named;
  }
  const name = callee.type === "MemberExpression" ? memberName(callee) : undefined;
  if (callee.type !== "MemberExpression" || name === undefined) {
    return undefined;
  }
  // The module is unknown for methods of `this` and of call results.
  const owner = ownerOf(withoutTypes(callee.object), frame) ?? { module: undefined, path: [] };
  return { ...owner, path: [...owner.path, name] };
}

/** A module as the owner of a name has no name itself. */
function ownerOf(node: Node, frame: Frame): Callee | undefined {
  const value = node.type === "Identifier" ? frame.lookUp(node.name)?.state : undefined;
  return value instanceof ImportedValue ? namedCallee(value.callee) : calleeOf(node, frame);
}

/** The name of a function that JavaScript provides, such as `Object.values`; `undefined` if the program defines it. */
export function globalName(callee: Node, frame: Frame): string | undefined {
  const names: string[] = [];
  let node = callee;
  while (node.type === "MemberExpression") {
    const name = memberName(node);
    if (name === undefined) {
      return undefined;
    }
    names.unshift(name);
    node = withoutTypes(node.object);
  }
  if (node.type !== "Identifier" || names.length > 1 || frame.lookUp(node.name)) {
    return undefined;
  }
  const name = [node.name, ...names].join(".");
  return provided.has(name) ? name : undefined;
}

/** `require("m")`. */
export function requiredModule(evaluator: Evaluator, node: TSESTree.CallExpression, frame: Frame): Value | undefined {
  const { callee } = node;
  const [argument] = node.arguments;
  const isRequire = callee.type === "Identifier" && callee.name === "require" && !frame.lookUp("require");
  return isRequire && argument ? moduleNamed(evaluator, argument, node, frame) : undefined;
}

/** `import("m")`: the promise counts as the module. */
export function importedModule(evaluator: Evaluator, node: TSESTree.ImportExpression, frame: Frame): Value {
  return moduleNamed(evaluator, node.source, node, frame) ?? evaluator.unknown(node, frame);
}

function moduleNamed(
  evaluator: Evaluator,
  source: Node,
  node: { readonly range: Range },
  frame: Frame,
): Value | undefined {
  return source.type === "Literal" && typeof source.value === "string"
    ? ImportedValue.of(
        evaluator.store,
        evaluator.imports,
        { module: source.value, path: [] },
        evaluator.making(node, frame).range,
        frame,
      )
    : undefined;
}
