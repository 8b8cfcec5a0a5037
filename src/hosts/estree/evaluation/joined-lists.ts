import { possibleValues } from "../../../policy/possible-values.js";
import type { PlacedValue, Value } from "../../../policy/value.js";
import { UndefinedValue, UnknownElements } from "./absent-values.js";
import { type ArrayCall } from "./array-call.js";
import { elementsOf, hasLostOrder, optionalElements } from "./arrays.js";
import { Deferred, settled } from "./deferred.js";
import type { Evaluator } from "./evaluator.js";
import { FunctionValue } from "./functions.js";
import { asOptional, isInOrder, placed } from "./list.js";
import { SetValue } from "./sets.js";

/** Whether a value may add several elements, or none, to a list that it is joined to. */
export function mayBeList(evaluator: Evaluator, value: Value): boolean {
  return possibleValues(value).some(
    (branch) => branch.kind === "array" || listedAs(evaluator, branch) instanceof UnknownElements,
  );
}

/** What is not known may be a list of any number of elements. */
function listedAs(evaluator: Evaluator, value: Value): Value {
  const isModel = value.kind === "construct" && evaluator.recorder.isCalleeKnown(value.callee);
  const isNotKnown = value.kind === "construct" || (value.kind === "unknown" && !isOfProgram(value));
  return isNotKnown && !isModel && !(value instanceof UndefinedValue) ? new UnknownElements(value.range) : value;
}

/** What a value adds to a list that it is joined to: each list its elements, anything else itself. */
export function joinedElements(evaluator: Evaluator, value: Value): readonly PlacedValue[] {
  if (value.kind === "array") {
    return elementsOf(evaluator, value, value.range);
  }
  if (value.kind !== "choice") {
    return placed([listedAs(evaluator, value)]);
  }
  return value.branches.flatMap((branch) =>
    branch.kind === "array"
      ? optionalElements(evaluator, branch, branch.range)
      : joinedElements(evaluator, branch).map(asOptional),
  );
}

/** Lists in lists are joined down to so many levels: a list may contain itself. */
const maxLevels = 50;

/** A list of what a list has or gives, with the lists in that joined, down to a depth. */
export function flattened(
  { evaluator, list, node, frame }: Omit<ArrayCall, "values">,
  elements: readonly PlacedValue[],
  depth: number,
): Value {
  const all: PlacedValue[] = [];
  let isOrdered = isInOrder(list);
  const flatten = (inner: readonly PlacedValue[], level: number, isOptional: boolean): void => {
    const add = (element: PlacedValue) => all.push(isOptional ? asOptional(element) : element);
    if (level > maxLevels || !evaluator.budget.takeMade(1 + inner.length)) {
      placed(inner.slice(0, 1).map(({ value }) => new UnknownElements(value.range))).forEach(add);
      return;
    }
    for (const element of inner) {
      const value = settled(element.value);
      if (level < depth && mayBeList(evaluator, value)) {
        const mayBeNone = value.kind === "choice" && value.isOptional === true;
        isOrdered &&= !possibleValues(value).some(hasLostOrder);
        flatten(joinedElements(evaluator, value), level + 1, isOptional || mayBeNone);
      } else {
        add({ ...element, value });
      }
    }
  };
  flatten(elements, 0, false);
  return evaluator.list(node, frame, all, isOrdered);
}

/** Functions and sets are no lists, and stay what they are. */
function isOfProgram(value: Value): boolean {
  return value instanceof FunctionValue || value instanceof SetValue || value instanceof Deferred;
}
