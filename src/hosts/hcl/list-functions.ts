import { possibleValues } from "../../policy/possible-values.js";
import type { ArrayValue, PlacedValue, PolicyString, Value } from "../../policy/value.js";
import type { Range } from "../../text/range.js";
import { lazyArray, optional, unknown } from "../values.js";
import { choiceOf, mapChoice } from "./choices.js";
import type { Arguments, FunctionReader } from "./functions.js";
import { isListOfKnownLength } from "./traversal-values.js";
import { withoutRepeatedTexts } from "./unique.js";

/** A longer list is not joined to another: a local that is doubled repeatedly would exhaust memory. */
const maxElements = 10_000;

/**
 * Functions of lists and sets. Their elements keep their places. Those of sets stay in the order that they are written in,
 * where an edit adds others: a set has no order that anybody could ask for.
 */
export const listFunctions: Readonly<Record<string, FunctionReader>> = {
  chunklist: chunks,
  compact: ofList((list) => list.filter(({ value }) => !isEmpty(value))),
  concat: ({ values, range }) => lazyArray(range, () => elementsOfAll(values, range)),
  contains: contained,
  distinct: ofList(withoutRepeatedTexts),
  element: elementOf,
  flatten: ({ values: [list], range }) => lazyArray(range, () => flattened(list, range)),
  length: lengthOf,
  one: onlyElement,
  reverse: ofList((list) => [...list].reverse()),
  setintersection: intersection,
  setsubtract: difference,
  setunion: ({ values, range }) => lazyArray(range, () => withoutRepeatedTexts(elementsOfAll(values, range))),
  slice: sliced,
  sort: ofList(inOrder),
  tolist: ofList((list) => list),
  toset: ofList(withoutRepeatedTexts),
};

/** A function that keeps elements of a list, in some order; of each list, if there is a choice. */
function ofList(read: (list: readonly PlacedValue[]) => readonly PlacedValue[]): FunctionReader {
  return ({ values: [value], range }) =>
    value
      ? mapChoice(value, (list) => (list.kind === "array" ? lazyArray(list.range, () => read(list.placed)) : list))
      : unknown(range);
}

function isEmpty(value: Value): boolean {
  return (value.kind === "string" && value.value === "") || (value.kind === "scalar" && value.value === null);
}

/** The elements as Terraform sorts texts. With one that is not known, they stand nowhere in particular. */
function inOrder(list: readonly PlacedValue[]): readonly PlacedValue[] {
  return list.every(({ value }) => isKnownText(value))
    ? [...list].sort((one, other) => (textOf(one) < textOf(other) ? -1 : 1))
    : list.map(({ value }) => ({ value, place: undefined }));
}

function isKnownText(value: Value): value is PolicyString {
  return value.kind === "string" && value.isStatic;
}

function textOf({ value }: PlacedValue): string {
  return value.kind === "string" ? value.value : "";
}

/** The elements that lists have together. */
function elementsOfAll(lists: readonly Value[], range: Range): readonly PlacedValue[] {
  return lists.flatMap((list) => elementsIn(list, range));
}

/** The elements that a list adds to another. */
function elementsIn(value: Value, range: Range): readonly PlacedValue[] {
  switch (value.kind) {
    case "array":
      return value.elements.length <= maxElements ? value.placed : [{ value: unknown(range), place: undefined }];
    case "choice":
      return value.branches.flatMap((branch) =>
        elementsIn(branch, range).map(({ value: element, place }) => ({ value: optional(element), place })),
      );
    default:
      return [{ value: unknown(value.range), place: undefined }];
  }
}

/** The elements of lists in lists, however deep. */
function flattened(list: Value | undefined, range: Range): readonly PlacedValue[] {
  const flat: PlacedValue[] = [];
  const pending = list ? elementsIn(list, range).toReversed() : [];
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (flat.length > maxElements) {
      return [{ value: unknown(range), place: undefined }];
    }
    if (next.value.kind === "array" || isChoiceOfLists(next.value)) {
      pending.push(...elementsIn(next.value, range).toReversed());
    } else {
      flat.push(next);
    }
  }
  return flat;
}

function isChoiceOfLists(value: Value): boolean {
  return value.kind === "choice" && value.branches.some((branch): branch is ArrayValue => branch.kind === "array");
}

/** A list whose elements are all known texts, and there for certain; `undefined` for any other. */
function textsOf(value: Value | undefined): ReadonlySet<string> | undefined {
  return value?.kind === "array" && value.elements.every(isKnownText)
    ? new Set(value.elements.map((element) => element.value))
    : undefined;
}

function contained({ values: [list, value], range }: Arguments): Value {
  const texts = textsOf(list);
  return texts && value && isKnownText(value)
    ? { kind: "scalar", range, value: texts.has(value.value) }
    : unknown(range);
}

function intersection({ values: [set, ...others], range }: Arguments): Value {
  const kept = others.map(textsOf);
  return set?.kind === "array"
    ? lazyArray(set.range, () => chosen(set, (text) => every(kept.map((texts) => texts?.has(text)))))
    : unknown(range);
}

function difference({ values: [set, other], range }: Arguments): Value {
  const removed = textsOf(other);
  return set?.kind === "array"
    ? lazyArray(set.range, () => chosen(set, (text) => removed && !removed.has(text)))
    : unknown(range);
}

function every(truths: readonly (boolean | undefined)[]): boolean | undefined {
  return truths.includes(false) ? false : truths.includes(undefined) ? undefined : true;
}

/** The elements that are in a set; optional if that is not known. */
function chosen(list: ArrayValue, isChosen: (text: string) => boolean | undefined): readonly PlacedValue[] {
  return list.placed.flatMap(({ value, place }): readonly PlacedValue[] => {
    const isIn = isKnownText(value) ? isChosen(value.value) : undefined;
    return isIn === false ? [] : [isIn ? { value, place } : { value: optional(value), place: undefined }];
  });
}

function elementOf({ values: [list, index], range }: Arguments): Value {
  return list ? mapChoice(list, (one) => elementAround(one, index, range)) : unknown(range);
}

/** `element` starts anew behind the last one. */
function elementAround(list: Value, index: Value | undefined, range: Range): Value {
  if (list.kind !== "array") {
    return unknown(range);
  }
  const position = wholeNumber(index);
  const { elements } = list;
  return position !== undefined && position >= 0 && isListOfKnownLength(list)
    ? (elements[position % elements.length] ?? unknown(range))
    : choiceOf(range, [...elements, unknown(range)]);
}

function wholeNumber(value: Value | undefined): number | undefined {
  return value?.kind === "scalar" && typeof value.value === "number" && Number.isInteger(value.value)
    ? value.value
    : undefined;
}

function lengthOf({ values: [value], range }: Arguments): Value {
  const isKnown =
    (value?.kind === "array" && isListOfKnownLength(value)) || (value?.kind === "object" && value.isComplete);
  return isKnown
    ? { kind: "scalar", range, value: value.kind === "array" ? value.elements.length : keysOf(value.members).size }
    : unknown(range);
}

function keysOf(members: readonly { readonly key: string }[]): ReadonlySet<string> {
  return new Set(members.map(({ key }) => key));
}

/** The only element of a list; null if it has none. */
function onlyElement({ values: [list], range }: Arguments): Value {
  if (list?.kind !== "array") {
    return unknown(range);
  }
  if (!isListOfKnownLength(list)) {
    return choiceOf(range, [...list.elements.flatMap(possibleValues), unknown(range)]);
  }
  return list.elements.length === 0 ? { kind: "scalar", range, value: null } : (list.elements[0] ?? unknown(range));
}

function sliced({ values: [list, from, to], range }: Arguments): Value {
  const [start, end] = [wholeNumber(from), wholeNumber(to)];
  if (list?.kind !== "array") {
    return unknown(range);
  }
  return start !== undefined && end !== undefined && isListOfKnownLength(list)
    ? lazyArray(list.range, () => list.placed.slice(start, end))
    : lazyArray(list.range, () => list.placed.map(({ value }) => ({ value: optional(value), place: undefined })));
}

/** Lists of so many elements, as a limit of the cloud asks for. */
function chunks({ values: [list, count], range }: Arguments): Value {
  const size = wholeNumber(count) ?? 0;
  return list?.kind === "array" && size > 0 && isListOfKnownLength(list)
    ? lazyArray(list.range, () =>
        Array.from({ length: Math.ceil(list.placed.length / size) }, (_, index) => ({
          value: lazyArray(list.range, () => list.placed.slice(index * size, (index + 1) * size)),
          place: undefined,
        })),
      )
    : unknown(range);
}
