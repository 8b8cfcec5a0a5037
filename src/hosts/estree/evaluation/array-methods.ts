import type { TSESTree } from "@typescript-eslint/utils";
import type { ArrayValue, PlacedValue, Value } from "../../../policy/value.js";
import { type ArrayCall, lengthOf, partsOfEntry, placedOf } from "./array-call.js";
import { filter, forEach, found, mappedElements, quantified, reduced } from "./array-callbacks.js";
import { takenNow } from "./arrays.js";
import { maxElements } from "./budget.js";
import { isSame } from "./comparisons.js";
import { settled } from "./deferred.js";
import type { Evaluator } from "./evaluator.js";
import type { Frame } from "./frame.js";
import { FunctionValue } from "./functions.js";
import { flattened, joinedElements, mayBeList } from "./joined-lists.js";
import { asOptional, isFixed, isInOrder, ListCell, placed } from "./list.js";
import { reversed, sorted } from "./list-order.js";
import { includes } from "./list-search.js";
import { isUncertainRun } from "./loops.js";
import { anyElement } from "./members.js";
import { iterator } from "./set-methods.js";
import { composeText, isEmptyInText, textAt, type TextPart } from "./text.js";

type Method = (call: ArrayCall) => Value | undefined;

/** Calls a method of a list; `undefined` if it is none that is followed. */
export function callArrayMethod(
  evaluator: Evaluator,
  list: ArrayValue,
  name: string,
  values: readonly Value[],
  node: TSESTree.CallExpression,
  frame: Frame,
): Value | undefined {
  const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
  const known = values.map(settled);
  if (method && mayCall(evaluator, list, name, known.length)) {
    let value: Value | undefined;
    const call = () => {
      value = method({ evaluator, list, values: known, node, frame });
    };
    if (mutators.has(name)) {
      call();
      return value;
    }
    // Which elements the later calls of such a callback get is not followed.
    return isUncertainRun(evaluator, list, call) ? evaluator.unknown(node, frame) : value;
  }
  if (list instanceof ListCell && mutators.has(name)) {
    list.mayLose();
    list.forget();
  }
  return undefined;
}

/** Methods that leave the elements what they are. */
const copying: ReadonlySet<string> = new Set(["at", "pop", "push", "shift", "slice", "splice", "unshift", "values"]);

/** Whether a method may be called for as many elements as a list has. */
function mayCall({ budget }: Evaluator, list: ArrayValue, name: string, added: number): boolean {
  const length = lengthOf(list);
  return copying.has(name)
    ? length <= maxElements && budget.takeRead(length) && budget.takeMade(added)
    : budget.takeElements(length + added);
}

const mutators: ReadonlySet<string> = new Set([
  ...["copyWithin", "fill", "pop", "push", "reverse", "shift", "sort", "splice", "unshift"],
]);

const methods: Readonly<Record<string, Method>> = {
  at: ({ evaluator, list, values, node, frame }) => {
    const index = indexOf(values[0], 0);
    return index === undefined || !isFixed(list)
      ? anyElement(evaluator, list.elements, node, frame)
      : (list.elements.at(index) ?? evaluator.undefinedAt(node, frame));
  },
  concat: ({ evaluator, list, values, node, frame }) =>
    evaluator.list(
      node,
      frame,
      [
        ...placedOf(list),
        ...values.flatMap((value) =>
          mayBeList(evaluator, value) ? joinedElements(evaluator, value) : placed([value]),
        ),
      ],
      isInOrder(list) && values.every((value) => value.kind !== "array" || isInOrder(value)),
    ),
  entries: ({ evaluator, list, node, frame }) =>
    isFixed(list) && evaluator.budget.takeMade(list.elements.length * partsOfEntry)
      ? iterator(
          evaluator.listOf(
            node,
            frame,
            list.elements.map((element, index) =>
              evaluator.listOf(node, frame, [evaluator.scalar(index, node, frame), element]),
            ),
          ),
        )
      : undefined,
  every: (call) => quantified(call, true),
  fill: ({ list, values }) => {
    const [value] = values;
    if (list instanceof ListCell && value && values.length === 1 && isFixed(list)) {
      list.set(list.elements.map(() => ({ value, place: undefined })));
      return list;
    }
    if (list instanceof ListCell) {
      list.mayLose();
      list.forget();
    }
    return undefined;
  },
  filter,
  find: (call) => found(call),
  findLast: (call) => found({ ...call, list: reversed(call) }),
  flat: ({ evaluator, list, values, node, frame }) => {
    const depth = values[0] ? indexOf(values[0], 1) : 1;
    return depth === undefined ? undefined : flattened({ evaluator, list, node, frame }, placedOf(list), depth);
  },
  flatMap: (call) => {
    const mapped = mappedElements(call, (result) => takenNow(call.evaluator, result));
    return mapped && flattened(call, mapped, 1);
  },
  forEach,
  includes,
  indexOf: ({ evaluator, list, values, node, frame }) => {
    const [value] = values;
    const same =
      value && values.length === 1 && isFixed(list)
        ? list.elements.map((element) => isSame(element, value))
        : [undefined];
    const index = same.findIndex((is) => is !== false);
    return index >= 0 && same[index] === undefined ? undefined : evaluator.scalar(index, node, frame);
  },
  join: ({ evaluator, list, values, node, frame }) => {
    const [separator] = values;
    if (!isFixed(list) || (separator && separator.kind !== "string")) {
      return undefined;
    }
    const separatorBefore = (index: number): TextPart[] =>
      index === 0 ? [] : [separator ?? textAt(",", node, frame, evaluator)];
    const none = textAt("", node, frame, evaluator);
    const inText = (element: Value): Value =>
      element.kind === "choice"
        ? { ...element, branches: element.branches.map(inText) }
        : isEmptyInText(element)
          ? none
          : element;
    const parts = list.elements.flatMap((element, index): TextPart[] => [...separatorBefore(index), inText(element)]);
    return composeText(evaluator, node, frame, parts);
  },
  keys: ({ evaluator, list, node, frame }) =>
    isFixed(list)
      ? iterator(
          evaluator.listOf(
            node,
            frame,
            list.elements.map((_, index) => evaluator.scalar(index, node, frame)),
          ),
        )
      : undefined,
  map: (call) => {
    const mapped = mappedElements(call);
    return mapped && call.evaluator.list(call.node, call.frame, mapped, isInOrder(call.list));
  },
  pop: (call) => removedAt(call, -1),
  push: ({ evaluator, list, values, node, frame }) => {
    const added = new Added(list, values);
    added.apply((own) => [...own, ...added.placed]);
    return evaluator.unknown(node, frame);
  },
  reduce: (call) => reduced(call, false),
  reduceRight: (call) => reduced(call, true),
  reverse: (call) => {
    const { list } = call;
    if (list instanceof ListCell) {
      list.set(list.state.placed.toReversed());
    }
    return list;
  },
  shift: (call) => removedAt(call, 0),
  slice: ({ evaluator, list, values, node, frame }) => {
    const start = indexOf(values[0], 0);
    const end = values[1] ? indexOf(values[1], 0) : list.elements.length;
    return isFixed(list) && start !== undefined && end !== undefined
      ? evaluator.list(node, frame, placedOf(list).slice(start, end))
      : evaluator.list(node, frame, placedOf(list).map(asOptional), false);
  },
  some: (call) => quantified(call, false),
  sort: (call) => {
    const { evaluator, list, values } = call;
    values.forEach((value) => {
      if (value instanceof FunctionValue) {
        evaluator.uncalled.functionEscapes(evaluator, value);
      }
    });
    const { elements, isOrdered } = sorted(call);
    if (list instanceof ListCell) {
      list.set(elements, isOrdered);
    }
    return list;
  },
  splice: ({ evaluator, list, values, node, frame }) => {
    const [start, count] = [indexOf(values[0], 0), values[1] ? indexOf(values[1], 0) : Infinity];
    if (list instanceof ListCell) {
      if (isFixed(list) && start !== undefined && count !== undefined && values.length > 0) {
        const changed = [...list.state.placed];
        const removed = changed.splice(start, count, ...placed(values.slice(2)));
        list.set(changed);
        return evaluator.list(node, frame, removed);
      } else {
        list.mayLose();
        list.forget();
      }
    }
    return undefined;
  },
  toReversed: ({ evaluator, list, node, frame }) =>
    evaluator.list(node, frame, placedOf(list).toReversed(), isInOrder(list)),
  toSorted: (call) => {
    const { elements, isOrdered } = sorted(call);
    return call.evaluator.list(call.node, call.frame, elements, isOrdered);
  },
  toString: ({ evaluator, list, node, frame }: ArrayCall) =>
    isFixed(list) ? composeText(evaluator, node, frame, [list]) : undefined,
  unshift: ({ evaluator, list, values, node, frame }) => {
    const added = new Added(list, values);
    added.apply((own) => [...added.placed, ...own]);
    return evaluator.unknown(node, frame);
  },
  values: ({ evaluator, list, node, frame }) => iterator(evaluator.list(node, frame, placedOf(list), isInOrder(list))),
};

/** Elements that the program adds to a list. */
class Added {
  readonly #list: ArrayValue;
  readonly placed: readonly PlacedValue[];

  constructor(list: ArrayValue, values: readonly Value[]) {
    this.#list = list;
    this.placed = placed(values);
  }

  apply(change: (own: readonly PlacedValue[]) => readonly PlacedValue[]): void {
    if (this.#list instanceof ListCell) {
      this.#list.set(change(this.#list.state.placed));
    }
  }
}

/** An index; `undefined` if it is not known. */
function indexOf(value: Value | undefined, fallback: number): number | undefined {
  if (value === undefined) {
    return fallback;
  }
  return value.kind === "scalar" && typeof value.value === "number" ? value.value : undefined;
}

function removedAt({ evaluator, list, node, frame }: ArrayCall, index: number): Value | undefined {
  if (!(list instanceof ListCell)) {
    return undefined;
  }
  if (!isFixed(list)) {
    const { elements } = list;
    list.mayLose();
    return anyElement(evaluator, elements, node, frame);
  }
  const removed = list.elements.at(index);
  list.set(index === 0 ? list.state.placed.slice(1) : list.state.placed.slice(0, -1));
  return removed ?? evaluator.undefinedAt(node, frame);
}
