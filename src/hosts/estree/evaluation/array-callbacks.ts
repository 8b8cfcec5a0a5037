import type { PlacedValue, Value } from "../../../policy/value.js";
import { UnknownElements } from "./absent-values.js";
import { type ArrayCall, placedOf } from "./array-call.js";
import { callFunction } from "./calls.js";
import { choiceOf, optionalValue, presentPart, truthOf } from "./choices.js";
import { goesOn } from "./completion.js";
import { settled } from "./deferred.js";
import { FunctionValue, ProvidedFunction } from "./functions.js";
import { asOptional, isCertain, isFixed, isInOrder } from "./list.js";
import { repeat, runElements } from "./loops.js";
import { anyElement } from "./members.js";
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

/** The index of an element: not known where one before it may be left out, or the order is not known. */
function indexAt({ evaluator, list, node, frame }: ArrayCall, index: number, isFixedBefore: boolean): Value {
  return isFixedBefore && isInOrder(list) ? evaluator.scalar(index, node, frame) : evaluator.unknown(node, frame);
}

/**
 * The results for each element: optional where the element is, any number where there is any number of elements.
 *
 * @param keep what is kept of a result before the next element has its turn
 */
export function mappedElements(
  call: ArrayCall,
  keep: (result: Value) => Value = (result) => result,
): readonly PlacedValue[] | undefined {
  const { evaluator, list, node, frame } = call;
  const run = callbackOf(call);
  if (!run) {
    return undefined;
  }
  const callback = (args: readonly Value[]) => keep(run(args));
  const results: PlacedValue[] = [];
  let isFixedBefore = true;
  for (const [index, element] of list.elements.entries()) {
    if (!evaluator.budget.take()) {
      return [...results, { value: new UnknownElements(list.range), place: undefined }];
    }
    const at = indexAt(call, index, isFixedBefore);
    isFixedBefore &&= isCertain(element);
    if (element instanceof UnknownElements) {
      let result: Value = element;
      repeat(evaluator, () => {
        result = callback([evaluator.unknown(node, frame), evaluator.unknown(node, frame), list]);
      });
      results.push(asOptional({ value: result, place: undefined }), { value: element, place: undefined });
    } else if (element.kind === "choice" && element.isOptional) {
      let result: Value = element;
      evaluator.store.maybe(() => {
        result = callback([presentPart(element), at, list]);
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
  let isFixedBefore = true;
  const kept = list.placed.flatMap((element, index): readonly PlacedValue[] => {
    const { value, place } = element;
    const at = indexAt(call, index, isFixedBefore);
    isFixedBefore &&= isCertain(value);
    if (value instanceof UnknownElements) {
      repeat(evaluator, () => {
        callback([evaluator.unknown(node, frame), evaluator.unknown(node, frame), list]);
      });
      return [element];
    }
    if (!evaluator.budget.take()) {
      return [{ value: optionalValue(value), place }];
    }
    if (isBoolean) {
      return keptByTruth(element);
    }
    let holds: boolean | undefined;
    const ask = () => {
      holds = truthOf(callback([presentPart(value), at, list]));
    };
    if (value.kind === "choice" && value.isOptional) {
      evaluator.store.maybe(ask);
    } else {
      ask();
    }
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
  const isSure =
    !value.isOptional && branches.length === value.branches.length && branches.every((one) => truthOf(one));
  return branches.length === 0
    ? []
    : [{ value: isSure ? value : optionalValue({ kind: "choice", range: value.range, branches }), place }];
}

export function quantified(call: ArrayCall, isEvery: boolean): Value | undefined {
  const { evaluator, node, frame } = call;
  const results = answers(call, !isEvery);
  if (!results) {
    return undefined;
  }
  const decided = results.includes(!isEvery) ? !isEvery : results.includes(undefined) ? undefined : isEvery;
  return evaluator.boolean(results.includes(undefined) && decided !== undefined ? undefined : decided, node, frame);
}

/** What the callback says of each element, until one has the answer that ends the search. */
function answers(call: ArrayCall, last: boolean): readonly (boolean | undefined)[] | undefined {
  const { evaluator, list, node, frame } = call;
  const callback = callbackOf(call);
  if (!callback) {
    return undefined;
  }
  if (!isFixed(list)) {
    repeat(evaluator, () => {
      callback([anyElement(evaluator, list.elements, node, frame), evaluator.unknown(node, frame), list]);
    });
    return undefined;
  }
  const results: (boolean | undefined)[] = [];
  let mayHaveEnded = false;
  for (const [index, element] of list.elements.entries()) {
    if (!evaluator.budget.take()) {
      return undefined;
    }
    let holds: boolean | undefined;
    const ask = () => {
      holds = truthOf(callback([element, evaluator.scalar(index, node, frame), list]));
    };
    if (mayHaveEnded) {
      evaluator.store.maybe(ask);
    } else {
      ask();
    }
    mayHaveEnded ||= holds === undefined;
    results.push(holds);
    if (holds === last) {
      break;
    }
  }
  return results;
}

export function found(call: ArrayCall): Value | undefined {
  const { evaluator, list, node, frame } = call;
  const results = answers(call, true);
  if (!results) {
    return anyElement(evaluator, list.elements, node, frame);
  }
  const possible = list.elements.filter((_, index) => index < results.length && results[index] !== false);
  const isFound = results.includes(true);
  const { range } = evaluator.making(node, frame);
  return choiceOf(range, isFound ? possible : [...possible, evaluator.undefinedAt(node, frame)]);
}

export function forEach(call: ArrayCall): Value {
  const { evaluator, list, node, frame } = call;
  const callback = callbackOf(call);
  if (callback) {
    const isKnown = isFixed(list);
    let index = 0;
    runElements(evaluator, placedOf(list), frame, (element) => {
      callback([settled(element), indexAt(call, index, isKnown), list]);
      index++;
      return goesOn;
    });
  }
  return evaluator.undefinedAt(node, frame);
}

/** Joins the elements, from the first one or from the last one on. */
export function reduced(call: ArrayCall, isFromEnd: boolean): Value | undefined {
  const { evaluator, list, values, node, frame } = call;
  const callback = callbackOf(call);
  if (!callback) {
    return undefined;
  }
  const unknown = evaluator.unknown(node, frame);
  if (!isFixed(list)) {
    const results: Value[] = values.slice(1, 2);
    repeat(evaluator, () => {
      const result = anyElement(evaluator, results, node, frame);
      results.push(callback([result, anyElement(evaluator, list.elements, node, frame), unknown, list]));
    });
    return anyElement(evaluator, results, node, frame);
  }
  const entries = [...list.elements.entries()];
  const inTurn = isFromEnd ? entries.toReversed() : entries;
  const [first, ...others] = inTurn;
  const [initial, rest] = values.length > 1 ? [values[1], inTurn] : [first?.[1], others];
  let result = initial ?? evaluator.undefinedAt(node, frame);
  for (const [index, element] of rest) {
    if (!evaluator.budget.take()) {
      return undefined;
    }
    result = callback([result, element, evaluator.scalar(index, node, frame), list]);
  }
  return result;
}
