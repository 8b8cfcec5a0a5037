import type { Value } from "../../policy/value.js";
import { MappedText } from "../../text/mapped-text.js";
import type { Range } from "../../text/range.js";
import { referencedString } from "../strings.js";
import { lazyArray, lazyObject, unknown } from "../values.js";
import { mapChoice } from "./choices.js";
import type { Arguments } from "./functions.js";

/** For rules, the JSON text of a value is the value; of a text, it is the text in quotes. */
export function encoded({ values: [value], range }: Arguments): Value {
  return value?.kind === "string" ? { kind: "unknown", range, isQuotedText: true } : (value ?? unknown(range));
}

/** The value that the JSON text of another file is, located at the reference to it; other texts are not known. */
export function decoded({ values: [value], range }: Arguments): Value {
  return value ? mapChoice(value, (one) => decodedText(one, range)) : unknown(range);
}

function decodedText(value: Value, range: Range): Value {
  switch (value.kind) {
    case "string":
      return value.origin !== undefined && value.isStatic
        ? parsed(value.value, value.range, value.origin)
        : unknown(range);
    case "object":
    case "array":
      // It has been encoded, which changed nothing.
      return value;
    default:
      return unknown(range);
  }
}

function parsed(text: string, range: Range, origin: string): Value {
  try {
    return valueOf(JSON.parse(text), range, origin);
  } catch {
    return unknown(range);
  }
}

function valueOf(json: unknown, range: Range, origin: string): Value {
  if (typeof json === "string") {
    return referencedString(range, MappedText.at(json, range), origin);
  }
  if (Array.isArray(json)) {
    const read = () => json.map((element) => ({ value: valueOf(element, range, origin), place: undefined }));
    return lazyArray(range, read, { origin });
  }
  if (typeof json === "object" && json !== null) {
    const members = () =>
      Object.entries(json).map(([key, value]) => ({
        key,
        keyRange: range,
        range,
        value: valueOf(value, range, origin),
      }));
    return lazyObject(range, () => ({ members: members(), isComplete: true }), { origin });
  }
  return { kind: "scalar", range, value: json as number | boolean | null };
}
