import type { ListPlace, Member, PolicyString, Value } from "../../policy/value.js";
import type { MappedText } from "../../text/mapped-text.js";
import { Decoder } from "../../text/string-literal.js";
import type { Range } from "../../text/range.js";
import { computedString, policyString } from "../strings.js";
import { lazyArray, lazyObject } from "../values.js";

/**
 * A value whose places are offsets in a text, with its places in the source of that text.
 *
 * @param text the text that the value was read from
 */
export function mappedValue(value: Value, text: MappedText): Value {
  const range = placeOf(value.range, text);
  switch (value.kind) {
    case "string":
      return mappedString(value, text);
    case "array":
      return lazyArray(range, () =>
        value.placed.map((placed) => ({
          value: mappedValue(placed.value, text),
          place: placed.place && mappedPlace(placed.place, text),
        })),
      );
    case "object":
      return lazyObject(
        range,
        () => ({ members: value.members.map((member) => mappedMember(member, text)), isComplete: value.isComplete }),
        { run: value.run },
      );
    case "choice":
      return { ...value, range, branches: value.branches.map((branch) => mappedValue(branch, text)) };
    default:
      return { ...value, range };
  }
}

function mappedMember({ key, keyRange, readKey, range, value }: Member, text: MappedText): Member {
  return {
    key,
    keyRange: placeOf(keyRange, text),
    range: placeOf(range, text),
    value: mappedValue(value, text),
    ...(readKey ? { readKey: () => mappedString(readKey(), text) } : {}),
  };
}

function mappedPlace({ range, slots, index }: ListPlace, text: MappedText): ListPlace {
  return { range: placeOf(range, text), slots: slots.map((slot) => placeOf(slot, text)), index };
}

function mappedString({ range, text: inner, isLiteral }: PolicyString, text: MappedText): PolicyString {
  const decoder = new Decoder(placeOf(inner.sourceRange(0, 0), text)[0]);
  for (let index = 0; index < inner.text.length; index++) {
    if (index > 0 && !inner.isOnePiece(index - 1, index + 1)) {
      decoder.startPiece();
    }
    decoder.appendAs(inner.text.charAt(index), text, ...inner.sourceRange(index, index + 1));
  }
  return (isLiteral ? policyString : computedString)(placeOf(range, text), decoder.finish());
}

function placeOf([start, end]: Range, text: MappedText): Range {
  return text.sourceRange(start, end);
}
