import type { ArrayValue, UnknownValue, Value } from "../../../policy/value.js";
import type { Range } from "../../../text/range.js";

/** A `Set`, as a list of its distinct elements. */
export class SetValue implements UnknownValue {
  readonly kind = "unknown";
  readonly range: Range;
  readonly list: ArrayValue;

  constructor(list: ArrayValue) {
    this.range = list.range;
    this.list = list;
  }
}

/** What two values have in common only if they are the same; `undefined` if that is not known. */
export function identityOf(value: Value): unknown {
  switch (value.kind) {
    case "string":
      return value.isStatic ? `"${value.value}` : undefined;
    case "scalar":
      return value.value;
    case "object":
    case "array":
      return value;
    default:
      return undefined;
  }
}
