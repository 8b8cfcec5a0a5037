import { referencedString } from "../../src/hosts/strings.js";
import { lazyArray, lazyObject } from "../../src/hosts/values.js";
import type { Value } from "../../src/policy/value.js";
import { MappedText } from "../../src/text/mapped-text.js";
import type { Range } from "../../src/text/range.js";

/** A value as a host gives it for a name that is imported: located at the reference, and written in another file. */
export function ofOtherFile(value: Value, range: Range, origin: string): Value {
  const move = (part: Value) => ofOtherFile(part, range, origin);
  switch (value.kind) {
    case "string":
      return referencedString(range, MappedText.at(value.value, range), origin);
    case "array":
      return lazyArray(range, () => value.elements.map((part) => ({ value: move(part), place: undefined })), {
        origin,
      });
    case "object":
      return lazyObject(
        range,
        () => ({
          members: value.members.map(({ key, value: part }) => ({ key, keyRange: range, range, value: move(part) })),
          isComplete: value.isComplete,
        }),
        { origin },
      );
    default:
      return { ...value, range, origin };
  }
}
