import type { TSESTree } from "@typescript-eslint/utils";
import { possibleValues } from "../../../policy/possible-values.js";
import type { Value } from "../../../policy/value.js";
import { settled } from "./deferred.js";
import { forgetParts, partsOf } from "./escapes.js";
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
    case "Map":
    case "WeakMap": {
      // It gives them to the program again.
      const entries = possibleValues(iterable ?? evaluator.unknown(node, frame)).flatMap((list) => partsOf(list));
      forgetParts(
        evaluator,
        entries
          .flatMap(({ value }) => possibleValues(value))
          .flatMap((entry) => partsOf(entry).map(({ value }) => value)),
      );
      return undefined;
    }
    default:
      return undefined;
  }
}
