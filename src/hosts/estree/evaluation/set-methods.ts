import type { TSESTree } from "@typescript-eslint/utils";
import type { ArrayValue, PlacedValue, Value } from "../../../policy/value.js";
import { lengthOf, placedOf } from "./array-call.js";
import { forEach } from "./array-callbacks.js";
import { settled } from "./deferred.js";
import type { Evaluator } from "./evaluator.js";
import type { Frame } from "./frame.js";
import { asOptional, ListCell, placed } from "./list.js";
import { includes } from "./list-search.js";
import { identityOf, SetValue } from "./sets.js";

/** Calls a method of a set; `undefined` if it is none that is followed. */
export function callSetMethod(
  evaluator: Evaluator,
  { list }: SetValue,
  name: string,
  values: readonly Value[],
  node: TSESTree.CallExpression,
  frame: Frame,
): Value | undefined {
  const call = { evaluator, list, values: values.map(settled), node, frame };
  if (!evaluator.budget.takeElements(lengthOf(list) + values.length)) {
    if (list instanceof ListCell && (name === "add" || name === "delete" || name === "clear")) {
      list.lose();
    }
    return undefined;
  }
  switch (name) {
    case "add":
      if (list instanceof ListCell) {
        list.set(distinctElements([...list.state.placed, ...placed(call.values)]));
      }
      return new SetValue(list);
    case "has":
      return includes(call);
    case "forEach":
      return forEach(call);
    case "values":
    case "keys":
      return iterator(evaluator.list(node, frame, placedOf(list)));
    case "delete": {
      const [value] = call.values;
      const identity = value && identityOf(value);
      if (list instanceof ListCell && identity !== undefined) {
        list.set(list.state.placed.filter((element) => identityOf(element.value) !== identity));
        return evaluator.unknown(node, frame);
      }
      if (list instanceof ListCell) {
        list.mayLose();
      }
      return undefined;
    }
    case "clear":
      if (list instanceof ListCell) {
        list.mayLose();
      }
      return undefined;
    default:
      return undefined;
  }
}

/** Each element once; elements that are not known may be the same as any other. */
export function distinctElements(elements: readonly PlacedValue[]): readonly PlacedValue[] {
  const seen = new Set<unknown>();
  let areKnown = true;
  return elements.flatMap((element) => {
    const identity = identityOf(element.value);
    if (identity === undefined) {
      areKnown = false;
      return element === elements[0] ? [element] : [asOptional(element)];
    }
    const isNew = !seen.has(identity);
    seen.add(identity);
    return isNew ? [areKnown ? element : asOptional(element)] : [];
  });
}

/** An iterator gives its elements to a spread or a loop, as a set does. */
export function iterator(list: ArrayValue): SetValue {
  return new SetValue(list);
}
