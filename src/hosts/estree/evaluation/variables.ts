import type { TSESTree } from "@typescript-eslint/utils";
import { namesIn } from "../tree/pattern-names.js";
import type { Evaluator } from "./evaluator.js";
import type { Frame } from "./frame.js";
import { countName } from "./patterns.js";

/** Defines the variables of `var`, which a function or module has from its start on, wherever they are declared. */
export function hoistVariables(
  evaluator: Evaluator,
  body: TSESTree.BlockStatement | TSESTree.Program,
  frame: Frame,
): void {
  for (const variable of variablesIn(body)) {
    countName(evaluator);
    if (!frame.own(variable.name)) {
      frame.define(evaluator.store, variable.name, evaluator.undefinedAt(variable, frame));
    }
  }
}

/** The names of `var` in a function or module, without those of inner functions; worked out once. */
function variablesIn(body: TSESTree.BlockStatement | TSESTree.Program): readonly TSESTree.Identifier[] {
  let variables = known.get(body);
  if (!variables) {
    variables = [...patternsIn(body)].flatMap(namesIn);
    known.set(body, variables);
  }
  return variables;
}

const known = new WeakMap<object, readonly TSESTree.Identifier[]>();

function* patternsIn(body: TSESTree.Node): Generator<TSESTree.Node> {
  const pending: TSESTree.Node[] = [body];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === "VariableDeclaration" && node.kind === "var") {
      yield* node.declarations.map(({ id }) => id);
    }
    for (const inner of statementsIn(node)) {
      if (inner) {
        pending.push(inner);
      }
    }
  }
}

/** The statements in a statement; expressions have none, but for those of their own functions. */
function statementsIn(node: TSESTree.Node): readonly (TSESTree.Node | null | undefined)[] {
  switch (node.type) {
    case "Program":
    case "BlockStatement":
      return node.body;
    case "IfStatement":
      return [node.consequent, node.alternate];
    case "ForStatement":
      return [node.init, node.body];
    case "ForInStatement":
    case "ForOfStatement":
      return [node.left, node.body];
    case "WhileStatement":
    case "DoWhileStatement":
    case "LabeledStatement":
    case "CatchClause":
      return [node.body];
    case "TryStatement":
      return [node.block, node.handler, node.finalizer];
    case "SwitchStatement":
      return node.cases.flatMap(({ consequent }) => consequent);
    case "ExportNamedDeclaration":
      return [node.declaration];
    default:
      return [];
  }
}
