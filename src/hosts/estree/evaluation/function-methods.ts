import type { Value } from "../../../policy/value.js";
import { callFunction, type CallSite } from "./calls.js";
import { settled } from "./deferred.js";
import type { Evaluator } from "./evaluator.js";
import type { FunctionValue } from "./functions.js";

/** `f.call(...)`, `f.apply(...)` and `f.bind(...)`. */
export function callFunctionMethod(
  evaluator: Evaluator,
  owner: FunctionValue,
  name: string,
  [thisValue, ...rest]: readonly Value[],
  { node, frame }: CallSite,
): Value | undefined {
  const bound = thisValue ? owner.boundTo(thisValue) : owner;
  switch (name) {
    case "call":
      return callFunction(evaluator, bound, rest, node, frame);
    case "apply": {
      const [list] = rest.map(settled);
      return callFunction(evaluator, bound, list?.kind === "array" ? list.elements : [], node, frame);
    }
    case "bind":
      return owner.bind(thisValue, rest);
    default:
      return undefined;
  }
}
