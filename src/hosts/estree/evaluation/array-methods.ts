import type { TSESTree } from "@typescript-eslint/utils";
import { possibleValues, type ArrayValue, type PlacedValue, type Value } from "../../../policy/value.js";
import { UndefinedValue, UnknownElements } from "./absent-values.js";
import { type ArrayCall, lengthOf, placedOf } from "./array-call.js";
import { filter, forEach, found, mappedElements, quantified, reduced } from "./array-callbacks.js";
import { elementsOf, optionalElements, takenNow, hasLostOrder } from "./arrays.js";
import { maxElements } from "./budget.js";
import { isSame, isSameValue } from "./comparisons.js";
import { Deferred, settled } from "./deferred.js";
import type { Evaluator } from "./evaluator.js";
import type { Frame } from "./frame.js";
import { FunctionValue } from "./functions.js";
import { asOptional, isFixed, isInOrder, ListCell, placed } from "./list.js";
import { isUncertainRun } from "./loops.js";
import { anyElement } from "./members.js";
import { identityOf, SetValue } from "./sets.js";
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

/** Calls a method of a set; `undefined` if it is none that is followed. */
export function callSetMethod(
  evaluator: Evaluator,
  { list }: SetValue,
  name: string,
  values: readonly Value[],
  node: TSESTree.CallExpression,
  frame: Frame,
): Value | undefined {
  const call = { evaluator, list, values: values.map(settled), node, frame };
  if (!evaluator.budget.takeElements(lengthOf(list) + values.length)) {
    if (list instanceof ListCell && (name === "add" || name === "delete" || name === "clear")) {
      list.lose();
    }
    return undefined;
  }
  switch (name) {
    case "add":
      if (list instanceof ListCell) {
        list.set(distinctElements([...list.state.placed, ...placed(call.values)]));
      }
      return new SetValue(list);
    case "has":
      return includes(call);
    case "forEach":
      return forEach(call);
    case "values":
    case "keys":
      return iterator(evaluator.list(node, frame, placedOf(list)));
    case "delete": {
      const [value] = call.values;
      const identity = value && identityOf(value);
      if (list instanceof ListCell && identity !== undefined) {
        list.set(list.state.placed.filter((element) => identityOf(element.value) !== identity));
        return evaluator.unknown(node, frame);
      }
      if (list instanceof ListCell) {
        list.mayLose();
      }
      return undefined;
    }
    case "clear":
      if (list instanceof ListCell) {
        list.mayLose();
      }
      return undefined;
    default:
      return undefined;
  }
}

/** Each element once; elements that are not known may be the same as any other. */
export function distinctElements(elements: readonly PlacedValue[]): readonly PlacedValue[] {
  const seen = new Set<unknown>();
  let areKnown = true;
  return elements.flatMap((element) => {
    const identity = identityOf(element.value);
    if (identity === undefined) {
      areKnown = false;
      return element === elements[0] ? [element] : [asOptional(element)];
    }
    const isNew = !seen.has(identity);
    seen.add(identity);
    return isNew ? [areKnown ? element : asOptional(element)] : [];
  });
}

/** An entry is a list, which costs more than an element. */
export const partsOfEntry = 6;

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
        evaluator.recorder.functionEscapes(evaluator, value);
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

/** An iterator gives its elements to a spread or a loop, as a set does. */
function iterator(list: ArrayValue): SetValue {
  return new SetValue(list);
}

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

/** Whether a value may add several elements, or none, to a list that it is joined to. */
function mayBeList(evaluator: Evaluator, value: Value): boolean {
  return possibleValues(value).some(
    (branch) => branch.kind === "array" || listedAs(evaluator, branch) instanceof UnknownElements,
  );
}

/** What is not known may be a list of any number of elements. */
function listedAs(evaluator: Evaluator, value: Value): Value {
  const isModel = value.kind === "construct" && evaluator.recorder.isCalleeKnown(value.callee);
  const isNotKnown = value.kind === "construct" || (value.kind === "unknown" && !isOfProgram(value));
  return isNotKnown && !isModel && !(value instanceof UndefinedValue) ? new UnknownElements(value.range) : value;
}

/** What a value adds to a list that it is joined to: each list its elements, anything else itself. */
function joinedElements(evaluator: Evaluator, value: Value): readonly PlacedValue[] {
  if (value.kind === "array") {
    return elementsOf(evaluator, value, value.range);
  }
  if (value.kind !== "choice") {
    return placed([listedAs(evaluator, value)]);
  }
  return value.branches.flatMap((branch) =>
    branch.kind === "array"
      ? optionalElements(evaluator, branch, branch.range)
      : joinedElements(evaluator, branch).map(asOptional),
  );
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

function reversed({ list, evaluator, node, frame }: ArrayCall): ArrayValue {
  return evaluator.list(node, frame, placedOf(list).toReversed(), isInOrder(list));
}

/** Sorted as the engine does without a function; with one, the order is not known. */
function sorted({ list, values }: ArrayCall): { elements: readonly PlacedValue[]; isOrdered: boolean } {
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

/** Lists in lists are joined down to so many levels: a list may contain itself. */
const maxLevels = 50;

/** A list of what a list has or gives, with the lists in that joined, down to a depth. */
function flattened(
  { evaluator, list, node, frame }: Omit<ArrayCall, "values">,
  elements: readonly PlacedValue[],
  depth: number,
): Value {
  const all: PlacedValue[] = [];
  let isOrdered = isInOrder(list);
  const flatten = (inner: readonly PlacedValue[], level: number, isOptional: boolean): void => {
    const add = (element: PlacedValue) => all.push(isOptional ? asOptional(element) : element);
    if (level > maxLevels || !evaluator.budget.takeMade(1 + inner.length)) {
      placed(inner.slice(0, 1).map(({ value }) => new UnknownElements(value.range))).forEach(add);
      return;
    }
    for (const element of inner) {
      const value = settled(element.value);
      if (level < depth && mayBeList(evaluator, value)) {
        const mayBeNone = value.kind === "choice" && value.isOptional === true;
        isOrdered &&= !possibleValues(value).some(hasLostOrder);
        flatten(joinedElements(evaluator, value), level + 1, isOptional || mayBeNone);
      } else {
        add({ ...element, value });
      }
    }
  };
  flatten(elements, 0, false);
  return evaluator.list(node, frame, all, isOrdered);
}

/** Functions and sets are no lists, and stay what they are. */
function isOfProgram(value: Value): boolean {
  return value instanceof FunctionValue || value instanceof SetValue || value instanceof Deferred;
}

function includes({ evaluator, list, values, node, frame }: ArrayCall): Value | undefined {
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
