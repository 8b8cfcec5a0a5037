import type { Value } from "../../../policy/value.js";
import { callFunction, type CallSite } from "./calls.js";
import type { Evaluator } from "./evaluator.js";
import { FunctionValue } from "./functions.js";
import { RecordCell } from "./record.js";
import { SetValue } from "./sets.js";

/**
 * `promise.then(f)`, where the promise counts as what it gives. A function whose result nobody uses is called for what it
 * does, which is later.
 */
export function givenByPromise(
  evaluator: Evaluator,
  owner: Value,
  name: string,
  [made]: readonly Value[],
  { node, frame, isStatement }: CallSite,
): Value | undefined {
  const isKnown = owner.kind === "array" || owner.kind === "string" || owner instanceof SetValue;
  const isPromise = isKnown || (owner instanceof RecordCell && owner.isComplete && !owner.member(name));
  if (!isPromise || name !== "then" || !(made instanceof FunctionValue)) {
    return undefined;
  }
  if (!isStatement) {
    return callFunction(evaluator, made, [owner], node, frame);
  }
  evaluator.uncalled.functionEscapes(evaluator, made.bind(undefined, [owner]));
  return evaluator.unknown(node, frame);
}
