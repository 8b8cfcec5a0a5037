import type { TSESTree } from "@typescript-eslint/utils";
import type { Value } from "../../../policy/value.js";
import { settled } from "./deferred.js";
import type { Evaluator } from "./evaluator.js";
import type { Frame } from "./frame.js";
import { setOf } from "./provided-functions.js";

/** `new Set(...)`, `new Array()`; `undefined` for other classes that JavaScript provides. */
export function constructProvided(
  evaluator: Evaluator,
  name: string,
  values: readonly Value[],
  node: TSESTree.NewExpression,
  frame: Frame,
): Value | undefined {
  const [iterable] = values.map(settled);
  switch (name) {
    case "Set":
      return setOf(evaluator, iterable ?? evaluator.listOf(node, frame, []), node, frame);
    case "Array":
      return values.length === 0 ? evaluator.listOf(node, frame, []) : undefined;
    default:
      return undefined;
  }
}
