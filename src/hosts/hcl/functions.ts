import { possibleValues, type ArrayValue, type Member, type PlacedValue, type Value } from "../../policy/value.js";
import { hole, MappedText } from "../../text/mapped-text.js";
import type { Range } from "../../text/range.js";
import { Decoder } from "../../text/string-literal.js";
import { computedString, lazyArray, lazyObject, optional, unknown } from "../values.js";
import { choiceOf, mapChoice } from "./choices.js";
import type { Evaluator } from "./evaluator.js";
import { formatted } from "./format.js";
import type { Call, Expression } from "./nodes.js";
import type { Scope } from "./scope.js";
import { textOf } from "./template-values.js";
import { withoutRepeatedTexts } from "./unique.js";

/** A longer list is not joined to another: a local that is doubled repeatedly would exhaust memory. */
const maxElements = 10_000;

/** The arguments of a call, with what they are written in. */
export interface Arguments {
  readonly values: readonly Value[];
  readonly range: Range;
  readonly evaluator: Evaluator;
}

type FunctionReader = (call: Arguments) => Value;

/** Functions whose result is known if their arguments are (developer.hashicorp.com/terraform/language/functions). */
const functions: Readonly<Record<string, FunctionReader>> = {
  concat: ({ values, range }) => lazyArray(range, () => values.flatMap((value) => elementsIn(value, range))),
  distinct: unique,
  file: ({ range }) => unknown(range),
  flatten: ({ values: [list], range }) => lazyArray(range, () => flattened(list, range)),
  format: formatted,
  join: joined,
  jsonencode: ({ values: [value], range }) => encoded(value, range),
  merge: merged,
  nonsensitive: first,
  sensitive: first,
  setunion: ({ values, range }) =>
    lazyArray(range, () => withoutRepeatedTexts(values.flatMap((value) => elementsIn(value, range)))),
  sort: first,
  tolist: first,
  tomap: first,
  toset: unique,
  tostring: ({ values: [value], range }) => (value?.kind === "string" ? value : unknown(range)),
};

/** Functions whose result is a text that is no policy by itself, but JSON text once more when it is encoded. */
const readers: ReadonlySet<string> = new Set(["file", "jsonencode", "templatefile"]);

/** The result of a function; unknown if it depends on more than its arguments. */
export function callValue(node: Call, evaluator: Evaluator, scope: Scope): Value {
  const { name, range } = node;
  const read = Object.hasOwn(functions, name.name) ? functions[name.name] : undefined;
  const [argument] = node.arguments;
  if (!read || (node.isExpanded && name.name !== "merge" && name.name !== "concat")) {
    return unknown(range);
  }
  if (name.name === "jsonencode" && argument?.type === "Call" && readers.has(argument.name.name)) {
    return { kind: "unknown", range, isQuotedText: true };
  }
  if (name.name === "file" && argument) {
    return fileText(argument, range, evaluator, scope);
  }
  const written = node.arguments.map((value) => evaluator.value(value, scope));
  const values = node.isExpanded ? expanded(written) : written;
  return values ? read({ values, range, evaluator }) : unknown(range);
}

/** The text of a JSON file, whose path begins with `path.module` or is relative. */
function fileText(path: Expression, range: Range, evaluator: Evaluator, scope: Scope): Value {
  const folder = lazyObject(range, () => ({
    members: [{ key: "module", keyRange: range, range, value: computedString(range, MappedText.at(".", range)) }],
    isComplete: false,
  }));
  const value = evaluator.value(path, scope.with({ path: folder }));
  return mapChoice(value, (one) =>
    one.kind === "string" && one.isStatic ? evaluator.fileText(one.value, range) : unknown(range),
  );
}

/** The arguments of which the last one is a list: `merge(a, b...)`. */
function expanded(values: readonly Value[]): readonly Value[] | undefined {
  const last = values.at(-1);
  return last?.kind === "array" ? [...values.slice(0, -1), ...last.elements] : undefined;
}

/** Functions that change nothing that a check looks at: the type or the order. */
function first({ values: [value], range }: Arguments): Value {
  return value ?? unknown(range);
}

/** A list in which each text is once. */
function unique({ values: [list], range }: Arguments): Value {
  return list?.kind === "array"
    ? lazyArray(list.range, () => withoutRepeatedTexts(list.placed))
    : (list ?? unknown(range));
}

/** For rules, the JSON text of a value is the value; of a text, it is the text in quotes. */
function encoded(value: Value | undefined, range: Range): Value {
  return value?.kind === "string" ? { kind: "unknown", range, isQuotedText: true } : (value ?? unknown(range));
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

/** One object of several: of equal keys, the last one counts. */
function merged({ values, range }: Arguments): Value {
  return lazyObject(range, () => {
    const members = new Map<string, Member>();
    for (const value of values) {
      if (value.kind !== "object" || !value.isComplete) {
        // Any member before may have another value.
        members.forEach((member, key) => members.set(key, mayBeReplaced(member)));
      }
      for (const possible of possibleValues(value)) {
        const added = possible.kind === "object" ? possible.members : [];
        added.forEach((member) => members.set(member.key, value === possible ? member : mayBeReplaced(member)));
      }
    }
    const isComplete = values.every((value) => value.kind === "object" && value.isComplete);
    return { members: [...members.values()], isComplete };
  });
}

function mayBeReplaced(member: Member): Member {
  return { ...member, value: choiceOf(member.value.range, [member.value, unknown(member.value.range)]) };
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
