import type { ArrayValue, PlacedValue, Value } from "../../../policy/value.js";
import { type ArrayCall, placedOf } from "./array-call.js";
import { isFixed, isInOrder } from "./list.js";

export function reversed({ list, evaluator, node, frame }: ArrayCall): ArrayValue {
  return evaluator.list(node, frame, placedOf(list).toReversed(), isInOrder(list));
}

/** Sorted as the engine does without a function; with one, the order is not known. */
export function sorted({ list, values }: ArrayCall): { elements: readonly PlacedValue[]; isOrdered: boolean } {
  const elements = placedOf(list);
  const texts = list.elements.map(sortedBy);
  if (values.length > 0 || !isFixed(list) || !texts.every((text) => text !== undefined)) {
    return { elements, isOrdered: false };
  }
  const order = texts.map((_, index) => index);
  order.sort((one, other) => compareText(texts[one] ?? "", texts[other] ?? ""));
  return { elements: order.flatMap((index) => elements[index] ?? []), isOrdered: true };
}

/** The engine sorts by the text of an element. */
function sortedBy(element: Value): string | undefined {
  return (element.kind === "string" && element.isStatic) || element.kind === "scalar"
    ? String(element.value)
    : undefined;
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
