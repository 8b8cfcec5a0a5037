import type { Value } from "../../../policy/value.js";
import type { ArrayCall } from "./array-call.js";
import { isSameValue } from "./comparisons.js";

export function includes({ evaluator, list, values, node, frame }: ArrayCall): Value | undefined {
  const [value] = values;
  if (values.length > 1) {
    return undefined;
  }
  const same = value
    ? list.elements.map((element) => (isUncertain(element) ? undefined : isSameValue(element, value)))
    : [];
  const holds = same.includes(true) ? true : same.includes(undefined) || !value ? undefined : false;
  return evaluator.boolean(holds, node, frame);
}

function isUncertain(element: Value): boolean {
  return element.kind === "unknown" || element.kind === "choice";
}
