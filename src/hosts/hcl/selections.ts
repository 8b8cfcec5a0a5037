import { possibleValues } from "../../policy/possible-values.js";
import type { Value } from "../../policy/value.js";
import { unknown } from "../values.js";
import { choiceOf } from "./choices.js";
import type { Arguments, FunctionReader } from "./functions.js";
import { isListOfKnownLength } from "./traversal-values.js";

/** Functions that are the first of their arguments that serves. */
export const selections: Readonly<Record<string, FunctionReader>> = {
  coalesce: firstThat((value) => isSet(value)),
  coalescelist: firstThat((value) => hasElements(value)),
  // What is not known may be an error.
  try: firstThat((value) => (value.kind === "unknown" ? undefined : true)),
};

/**
 * The first argument that serves for certain, or one of those before it that may serve.
 *
 * @param serves `undefined` if that is not known
 */
function firstThat(serves: (value: Value) => boolean | undefined): FunctionReader {
  return ({ values, range }: Arguments) => {
    const possible: Value[] = [];
    for (const value of values) {
      const branches = possibleValues(value).filter((branch) => serves(branch) !== false);
      possible.push(...branches);
      if (branches.length > 0 && possibleValues(value).every((branch) => serves(branch))) {
        break;
      }
    }
    return possible.length === 0 ? unknown(range) : choiceOf(range, possible);
  };
}

/** Neither null nor the empty text. */
function isSet(value: Value): boolean | undefined {
  switch (value.kind) {
    case "scalar":
      return value.value !== null;
    case "string":
      return value.isStatic ? value.value !== "" : undefined;
    case "unknown":
      return undefined;
    default:
      return true;
  }
}

function hasElements(value: Value): boolean | undefined {
  return value.kind === "array" && isListOfKnownLength(value) ? value.elements.length > 0 : undefined;
}
