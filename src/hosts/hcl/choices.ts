import { possibleValues } from "../../policy/possible-values.js";
import type { Value } from "../../policy/value.js";
import type { Range } from "../../text/range.js";

/** More are not told apart: lists that choose of each other would grow without end. */
const maxBranches = 200;

/** One of several values; the value itself if there is one only. */
export function choiceOf(range: Range, values: readonly Value[]): Value {
  const [only] = values;
  if (only && values.length === 1) {
    return only;
  }
  const branches = values.flatMap(possibleValues);
  return branches.length === 0 || branches.length > maxBranches
    ? { kind: "unknown", range }
    : { kind: "choice", range, branches };
}

/** What a function makes of a value, or of each that it may be. */
export function mapChoice(value: Value, read: (value: Value) => Value): Value {
  return value.kind === "choice" ? choiceOf(value.range, value.branches.map(read)) : read(value);
}
