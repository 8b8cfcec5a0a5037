import type { TSESTree } from "@typescript-eslint/utils";
import type { PolicyString, Value } from "../../../policy/value.js";
import type { Range } from "../../../text/range.js";
import { Decoder } from "../../../text/string-literal.js";
import { settled } from "./deferred.js";
import type { Evaluator } from "./evaluator.js";
import type { Frame } from "./frame.js";
import { PatternValue } from "./functions.js";
import { composeText, slice, stringOf, type TextPart } from "./text.js";

interface StringCall {
  readonly evaluator: Evaluator;
  readonly string: PolicyString;
  readonly values: readonly Value[];
  readonly node: TSESTree.CallExpression;
  readonly frame: Frame;
}

type Method = (call: StringCall) => Value | undefined;

/** Calls a method of a string; `undefined` if it is none that is followed, or the string is not known. */
export function callStringMethod(
  evaluator: Evaluator,
  string: PolicyString,
  name: string,
  values: readonly Value[],
  node: TSESTree.CallExpression,
  frame: Frame,
): Value | undefined {
  const method = Object.hasOwn(methods, name) ? methods[name] : undefined;
  const call = { evaluator, string, values: values.map(settled), node, frame };
  const isFollowed = method && (string.isStatic || name === "concat" || name === "toString");
  return isFollowed && evaluator.budget.takeCharacters(string.value.length) ? method(call) : undefined;
}

export const methods: Readonly<Record<string, Method>> = {
  concat: ({ evaluator, string, values, node, frame }) => composeText(evaluator, node, frame, [string, ...values]),
  endsWith: (call) => predicate(call, (text, part) => text.endsWith(part)),
  includes: (call) => predicate(call, (text, part) => text.includes(part)),
  repeat: ({ evaluator, string, values, node, frame }) => {
    const [count] = values;
    return count?.kind === "scalar" && typeof count.value === "number" && count.value >= 0 && count.value <= 100
      ? composeText(evaluator, node, frame, new Array<TextPart>(Math.floor(count.value)).fill(string))
      : undefined;
  },
  replace: (call) => replaced(call, false),
  replaceAll: (call) => replaced(call, true),
  slice: ({ values, string, ...call }) => {
    const [start, end] = [numberOf(values[0], 0), numberOf(values[1], string.value.length)];
    const from = start === undefined ? undefined : fromEnd(start, string.value.length);
    const to = end === undefined ? undefined : fromEnd(end, string.value.length);
    return from === undefined || to === undefined
      ? undefined
      : part({ values, string, ...call }, from, Math.max(from, to));
  },
  split,
  startsWith: (call) => predicate(call, (text, part) => text.startsWith(part)),
  substring: ({ values, string, ...call }) => {
    const { length } = string.value;
    const [start, end] = [numberOf(values[0], 0), numberOf(values[1], length)];
    if (start === undefined || end === undefined) {
      return undefined;
    }
    const [one, other] = [start, end].map((index) => Math.min(Math.max(index, 0), length));
    return part({ values, string, ...call }, Math.min(one ?? 0, other ?? 0), Math.max(one ?? 0, other ?? 0));
  },
  toLowerCase: (call) => recased(call, call.string.value.toLowerCase()),
  toString: ({ string }: StringCall) => string,
  toUpperCase: (call) => recased(call, call.string.value.toUpperCase()),
  trim: (call) => trimmed(call, call.string.value.trimStart().length, call.string.value.trim().length),
  trimEnd: (call) => trimmed(call, call.string.value.length, call.string.value.trimEnd().length),
  trimStart: (call) => {
    const { length } = call.string.value.trimStart();
    return trimmed(call, length, length);
  },
  valueOf: ({ string }: StringCall) => string,
};

function predicate(
  { evaluator, string, values, node, frame }: StringCall,
  holds: (text: string, part: string) => boolean,
): Value | undefined {
  const [value] = values;
  return value?.kind === "string" && value.isStatic && values.length === 1
    ? evaluator.scalar(holds(string.value, value.value), node, frame)
    : undefined;
}

function numberOf(value: Value | undefined, fallback: number): number | undefined {
  if (value === undefined) {
    return fallback;
  }
  return value.kind === "scalar" && typeof value.value === "number" ? value.value : undefined;
}

function fromEnd(position: number, length: number): number {
  const index = Number.isNaN(position) ? 0 : position;
  return Math.min(Math.max(index < 0 ? length + index : index, 0), length);
}

/** A part of the string, with its place in the source. */
export function part({ evaluator, string, node, frame }: StringCall, start: number, end: number): PolicyString {
  return stringOf(slice(string.text, start, end), node, frame, evaluator);
}

/** @param fromStart the length without what is trimmed at the start */
function trimmed(call: StringCall, fromStart: number, length: number): Value {
  const start = call.string.value.length - fromStart;
  return part(call, start, start + length);
}

/** The same characters in another case, each in its place. */
function recased({ evaluator, string, node, frame }: StringCall, text: string): Value | undefined {
  if (text.length !== string.value.length) {
    return undefined;
  }
  const decoder = new Decoder(string.text.sourceRange(0, 0)[0]);
  for (let index = 0; index < text.length; index++) {
    decoder.appendAs(text.charAt(index), string.text, index, index + 1);
  }
  return stringOf(decoder.finish(), node, frame, evaluator);
}

/** Text instead of other text; regular expressions are not followed. */
function replaced(call: StringCall, isGlobal: boolean): Value | undefined {
  const { evaluator, string, values, node, frame } = call;
  const [search, replacement] = values;
  if (search?.kind !== "string" || !search.isStatic || search.value === "" || replacement?.kind !== "string") {
    return undefined;
  }
  // A dollar sign has a meaning of its own there.
  if (replacement.value.includes("$")) {
    return undefined;
  }
  // A replacement makes at least two parts of a text, which may be of one character each.
  if (isGlobal && !evaluator.budget.takeMade(string.value.length / search.value.length)) {
    return undefined;
  }
  const parts: TextPart[] = [];
  let from = 0;
  for (let at = string.value.indexOf(search.value); at >= 0; at = string.value.indexOf(search.value, from)) {
    parts.push({ kind: "chunk", text: slice(string.text, from, at) }, replacement);
    from = at + search.value.length;
    if (!isGlobal) {
      break;
    }
  }
  return composeText(evaluator, node, frame, [
    ...parts,
    { kind: "chunk", text: slice(string.text, from, string.value.length) },
  ]);
}

/** Regular expressions that programs split lists by; others are not followed. */
const separators: Readonly<Record<string, RegExp>> = {
  "\\s+": /\s+/gu,
  "\\s": /\s/gu,
  ",\\s*": /,\s*/gu,
  "\\s*,\\s*": /,\s*/gu,
  "[,\\s]+": /[,\s]+/gu,
  "[\\s,]+": /[\s,]+/gu,
  "\\n": /\n/gu,
  "\\r?\\n": /\r?\n/gu,
};

/** The pieces between a separator. */
function split(call: StringCall): Value | undefined {
  const { evaluator, string, values, node, frame } = call;
  const [separator] = values;
  const places = separator && values.length === 1 ? placesOf(separator, string.value) : undefined;
  if (!places || !evaluator.budget.takeElements(places.length)) {
    return undefined;
  }
  let start = 0;
  const pieces = places.map(([from, to]) => {
    const piece = part(call, start, from);
    start = to;
    return piece;
  });
  return evaluator.listOf(node, frame, [...pieces, part(call, start, string.value.length)]);
}

/** A place with the white space before it. A regular expression would try each run of it from each of its characters. */
function withBlanksBefore(text: string): (place: Range, index: number, places: readonly Range[]) => Range {
  return ([start, end], index, places) => {
    const between = text.slice(places[index - 1]?.[1] ?? 0, start);
    return [start - between.length + between.trimEnd().length, end];
  };
}

/** Where a separator stands in a text. */
function placesOf(separator: Value, text: string): readonly Range[] | undefined {
  if (separator instanceof PatternValue) {
    const pattern = Object.hasOwn(separators, separator.source) ? separators[separator.source] : undefined;
    const places =
      pattern && [...text.matchAll(pattern)].map(({ 0: match, index }): Range => [index, index + match.length]);
    return separator.source.startsWith("\\s*") ? places?.map(withBlanksBefore(text)) : places;
  }
  if (separator.kind !== "string" || !separator.isStatic || separator.value === "") {
    return undefined;
  }
  const { length } = separator.value;
  const places: Range[] = [];
  for (let at = text.indexOf(separator.value); at >= 0; at = text.indexOf(separator.value, at + length)) {
    places.push([at, at + length]);
  }
  return places;
}
