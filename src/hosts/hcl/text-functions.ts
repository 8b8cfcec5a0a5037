import type { PolicyString, Value } from "../../policy/value.js";
import { hole, MappedText } from "../../text/mapped-text.js";
import type { Range } from "../../text/range.js";
import { Decoder } from "../../text/string-literal.js";
import { computedString } from "../strings.js";
import { lazyArray, unknown } from "../values.js";
import { mapChoice } from "./choices.js";
import { formatted } from "./format.js";
import type { Arguments, FunctionReader } from "./functions.js";
import { textOf } from "./template-values.js";
import { isListOfKnownLength } from "./traversal-values.js";

/** Functions that make a text of texts. A part of one keeps its place; a changed one is written nowhere. */
export const textFunctions: Readonly<Record<string, FunctionReader>> = {
  chomp: ofText((text) => partOf(text, 0, text.value.replace(/[\r\n]+$/u, "").length)),
  format: formatted,
  formatlist: formattedList,
  join: joined,
  lower: ofText((text) => changed(text, lowerCase(text.value))),
  replace: replaced,
  split: split,
  tostring: ({ values: [value], range }) => (value ? mapChoice(value, (one) => asText(one, range)) : unknown(range)),
  trimprefix: ofText((text, prefix) =>
    prefix !== undefined && text.value.startsWith(prefix) ? partOf(text, prefix.length, text.value.length) : text,
  ),
  trimspace: ofText((text) => {
    const start = text.value.length - text.value.trimStart().length;
    return partOf(text, start, Math.max(start, text.value.trimEnd().length));
  }),
  trimsuffix: ofText((text, suffix) =>
    suffix !== undefined && text.value.endsWith(suffix) ? partOf(text, 0, text.value.length - suffix.length) : text,
  ),
  upper: ofText((text) => changed(text, upperCase(text.value))),
};

/** A function of a known text, and perhaps of another one. */
function ofText(read: (text: PolicyString, second: string | undefined) => Value): FunctionReader {
  return ({ values: [value, second], range }) => {
    const given = second?.kind === "string" && second.isStatic ? second.value : undefined;
    return value && (second === undefined || given !== undefined)
      ? mapChoice(value, (one) => (one.kind === "string" && one.isStatic ? read(one, given) : unknown(range)))
      : unknown(range);
  };
}

function asText(value: Value, range: Range): Value {
  const text = value.kind === "string" ? undefined : textOf(value, value.range);
  return value.kind === "string" ? value : text ? computedString(value.range, text) : unknown(range);
}

/** A part of a text, whose characters have their places. */
function partOf(text: PolicyString, start: number, end: number): Value {
  if (start === 0 && end === text.value.length) {
    return text;
  }
  const decoder = new Decoder(text.range[0]);
  decoder.appendVerbatim(text.text, start, end);
  return computedString(text.range, decoder.finish(), originOf(text));
}

/** A text in the place of another; `undefined` if it is not known. */
function changed(text: PolicyString, value: string | undefined): Value {
  if (value === undefined) {
    return unknown(text.range);
  }
  return value === text.value ? text : computedString(text.range, MappedText.at(value, text.range), originOf(text));
}

function originOf({ origin, run }: PolicyString): Pick<PolicyString, "origin" | "run"> {
  return { ...(origin === undefined ? {} : { origin }), ...(run === undefined ? {} : { run }) };
}

/** Letters beyond ASCII have other rules in Go. */
function lowerCase(text: string): string | undefined {
  return isAscii(text) ? text.toLowerCase() : undefined;
}

function upperCase(text: string): string | undefined {
  return isAscii(text) ? text.toUpperCase() : undefined;
}

function isAscii(text: string): boolean {
  return /^\p{ASCII}*$/u.test(text);
}

/** Between slashes, a pattern is a regular expression, which is not known. */
function replaced({ values: [value, pattern, by], range }: Arguments): Value {
  const isKnown = pattern?.kind === "string" && by?.kind === "string" && pattern.isStatic && by.isStatic;
  if (!value || !isKnown || pattern.value === "" || /^\/.*\/$/su.test(pattern.value)) {
    return unknown(range);
  }
  return mapChoice(value, (one) =>
    one.kind === "string" && one.isStatic
      ? changed(
          one,
          one.value.replaceAll(pattern.value, () => by.value),
        )
      : unknown(range),
  );
}

function split({ values: [separator, value], range }: Arguments): Value {
  if (separator?.kind !== "string" || !separator.isStatic || separator.value === "" || !value) {
    return unknown(range);
  }
  return mapChoice(value, (one) =>
    one.kind === "string" && one.isStatic
      ? lazyArray(one.range, () =>
          partsBetween(one, separator.value).map((part) => ({ value: part, place: undefined })),
        )
      : unknown(range),
  );
}

function partsBetween(text: PolicyString, separator: string): readonly Value[] {
  let start = 0;
  return text.value.split(separator).map((part) => {
    const value = partOf(text, start, start + part.length);
    start += part.length + separator.length;
    return value;
  });
}

/** The text of `format` for each element of its lists, which have the same length. */
function formattedList({ values: [format, ...values], range, evaluator }: Arguments): Value {
  const lists = values.filter((value) => value.kind === "array");
  const [list] = lists;
  const isKnown =
    format &&
    list &&
    lists.every((one) => isListOfKnownLength(one) && one.elements.length === list.elements.length) &&
    values.every(({ kind }) => kind === "array" || kind === "string" || kind === "scalar");
  return isKnown
    ? lazyArray(range, () =>
        list.elements.map((_, index) => {
          const each = values.map((value) => (value.kind === "array" ? value.elements[index] : value));
          const known = each.filter((value) => value !== undefined);
          return { value: formatted({ values: [format, ...known], range, evaluator }), place: undefined };
        }),
      )
    : unknown(range);
}

/** Texts with a separator between them. What is not known is a hole. */
function joined({ values: [separator, list], range, evaluator }: Arguments): Value {
  if (separator?.kind !== "string" || list?.kind !== "array") {
    return unknown(range);
  }
  const decoder = new Decoder(range[0]);
  list.elements.forEach((element, index) => {
    if (index > 0) {
      decoder.appendPiece(separator.text);
    }
    const text = textOf(element, element.range);
    if (text) {
      decoder.appendPiece(text);
    } else {
      decoder.appendAs(hole, evaluator.source, ...element.range);
    }
  });
  return computedString(range, decoder.finish());
}
