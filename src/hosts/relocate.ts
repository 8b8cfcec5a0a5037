import type { ConstructValue, Value } from "../policy/value.js";
import { MappedText } from "../text/mapped-text.js";
import type { Range } from "../text/range.js";
import { lazyArray, lazyObject, mentionedText } from "./values.js";

/**
 * A value of another file, placed at the mention of it in this one: it can be pointed at there and not be
 * changed.
 *
 * @param origin where the value is written, for a message: `actions.ts`
 */
export function relocate(value: Value, mention: Range, origin: string): Value {
  switch (value.kind) {
    case "string":
      return mentionedText(mention, MappedText.at(value.value, mention), value.origin ?? origin);
    case "array":
      return lazyArray(mention, () =>
        value.elements.map((element) => ({ value: relocate(element, mention, origin), place: undefined })),
      );
    case "object":
      return lazyObject(
        mention,
        () => ({
          members: value.members.map(({ key, value: inner }) => ({
            key,
            keyRange: mention,
            range: mention,
            value: relocate(inner, mention, origin),
          })),
          isComplete: value.isComplete,
        }),
        { origin: value.origin ?? origin },
      );
    case "construct":
      return relocateConstruct(value, mention, origin);
    case "choice":
      return { ...value, range: mention, branches: value.branches.map((branch) => relocate(branch, mention, origin)) };
    case "scalar":
      return { ...value, range: mention };
    case "unknown":
      // `export const readerId = reader.id` is still the id of the same role.
      return {
        ...value,
        range: mention,
        ...(value.construct ? { construct: relocateConstruct(value.construct, mention, origin) } : {}),
      };
  }
}

function relocateConstruct(construct: ConstructValue, mention: Range, origin: string): ConstructValue {
  return {
    ...construct,
    range: mention,
    arguments: construct.arguments.map((argument) => relocate(argument, mention, origin)),
    withers: construct.withers.map((wither) => ({
      ...wither,
      arguments: wither.arguments.map((argument) => relocate(argument, mention, origin)),
    })),
  };
}
