import type { PlacedValue, Value } from "../../../policy/value.js";
import { UnknownElements } from "./absent-values.js";
import { type ArrayCall, isInOrder, placedOf } from "./array-call.js";
import { callFunction } from "./calls.js";
import { choiceOf, optionalValue, presentPart, truthOf } from "./choices.js";
import { goesOn } from "./completion.js";
import { settled } from "./deferred.js";
import { FunctionValue, ProvidedFunction } from "./functions.js";
import { asOptional, isFixed } from "./list.js";
import { repeat, runElements } from "./loops.js";
import { callProvided } from "./provided-functions.js";

/** A function that an array method calls; `undefined` if it is not known. */
function callbackOf({ evaluator, values, node, frame }: ArrayCall): ((args: readonly Value[]) => Value) | undefined {
  const [callback] = values;
  if (callback instanceof FunctionValue) {
    return (args) => settled(callFunction(evaluator, callback, args, node, frame));
  }
  return callback instanceof ProvidedFunction
    ? (args) => callProvided(evaluator, callback.name, args.slice(0, 1), node, frame) ?? evaluator.unknown(node, frame)
    : undefined;
}

/** The results for each element: optional where the element is, any number where there is any number of elements. */
export function mappedElements(call: ArrayCall): readonly PlacedValue[] | undefined {
  const { evaluator, list, node, frame } = call;
  const callback = callbackOf(call);
  if (!callback) {
    return undefined;
  }
  const results: PlacedValue[] = [];
  for (const [index, element] of list.elements.entries()) {
    const at = evaluator.scalar(index, node, frame);
    if (element instanceof UnknownElements) {
      let result: Value = element;
      repeat(evaluator, () => {
        result = callback([evaluator.unknown(node, frame), evaluator.unknown(node, frame), list]);
      });
      results.push(asOptional({ value: result, place: undefined }), { value: element, place: undefined });
    } else if (element.kind === "choice" && element.isOptional) {
      let result: Value = element;
      evaluator.store.maybe(() => {
        result = callback([presentPart(element), evaluator.unknown(node, frame), list]);
      });
      results.push(asOptional({ value: result, place: undefined }));
    } else {
      results.push({ value: callback([element, at, list]), place: undefined });
    }
  }
  return results;
}

export function filter(call: ArrayCall): Value | undefined {
  const { evaluator, list, node, frame } = call;
  const callback = callbackOf(call);
  if (!callback) {
    return evaluator.list(node, frame, placedOf(list).map(asOptional), isInOrder(list));
  }
  const isBoolean = call.values[0] instanceof ProvidedFunction && call.values[0].name === "Boolean";
  const kept = list.placed.flatMap((element, index): readonly PlacedValue[] => {
    const { value, place } = element;
    if (value instanceof UnknownElements) {
      return [element];
    }
    if (isBoolean) {
      return keptByTruth(element);
    }
    const holds = truthOf(callback([presentPart(value), evaluator.scalar(index, node, frame), list]));
    return holds === true ? [element] : holds === false ? [] : [{ value: optionalValue(value), place }];
  });
  return evaluator.list(node, frame, kept, isInOrder(list));
}

/** An element that is dropped where it is falsy: `prod && "ims:images:list"` may be the string or nothing. */
function keptByTruth({ value, place }: PlacedValue): readonly PlacedValue[] {
  if (value.kind !== "choice") {
    const holds = truthOf(value);
    return holds === true ? [{ value, place }] : holds === false ? [] : [{ value: optionalValue(value), place }];
  }
  const branches = value.branches.filter((branch) => truthOf(branch) !== false);
  const isCertain =
    !value.isOptional && branches.length === value.branches.length && branches.every((one) => truthOf(one));
  return branches.length === 0
    ? []
    : [{ value: isCertain ? value : optionalValue({ kind: "choice", range: value.range, branches }), place }];
}

export function quantified(call: ArrayCall, isEvery: boolean): Value | undefined {
  const { evaluator, list, node, frame } = call;
  const callback = callbackOf(call);
  if (!callback || !isFixed(list)) {
    return undefined;
  }
  const results = list.elements.map((element, index) =>
    truthOf(callback([element, evaluator.scalar(index, node, frame), list])),
  );
  const decided = results.includes(!isEvery) ? !isEvery : results.includes(undefined) ? undefined : isEvery;
  return evaluator.boolean(decided, node, frame);
}

export function found(call: ArrayCall): Value | undefined {
  const { evaluator, list, node, frame } = call;
  const callback = callbackOf(call);
  if (!callback || !isFixed(list)) {
    return undefined;
  }
  const possible: Value[] = [];
  for (const [index, element] of list.elements.entries()) {
    const holds = truthOf(callback([element, evaluator.scalar(index, node, frame), list]));
    if (holds !== false) {
      possible.push(element);
    }
    if (holds) {
      return choiceOf(evaluator.making(node, frame).range, possible);
    }
  }
  return choiceOf(evaluator.making(node, frame).range, [...possible, evaluator.undefinedAt(node, frame)]);
}

export function forEach(call: ArrayCall): Value {
  const { evaluator, list, node, frame } = call;
  const callback = callbackOf(call);
  if (callback) {
    let index = 0;
    runElements(evaluator, placedOf(list), frame, (element) => {
      callback([settled(element), evaluator.scalar(index, node, frame), list]);
      index++;
      return goesOn;
    });
  }
  return evaluator.undefinedAt(node, frame);
}

export function reduced(call: ArrayCall, elements: readonly Value[]): Value | undefined {
  const { evaluator, list, values, node, frame } = call;
  const callback = callbackOf(call);
  if (!callback || !isFixed(list)) {
    return undefined;
  }
  const [initial, rest] = values.length > 1 ? [values[1], elements] : [elements[0], elements.slice(1)];
  let result = initial ?? evaluator.undefinedAt(node, frame);
  for (const [index, element] of rest.entries()) {
    result = callback([result, element, evaluator.scalar(index, node, frame), list]);
  }
  return result;
}
