import type { PlacedValue } from "../../policy/value.js";

/** The elements of a list with each known text once. */
export function withoutRepeatedTexts(placed: readonly PlacedValue[]): readonly PlacedValue[] {
  const texts = new Set<string>();
  return placed.filter(({ value }) => {
    const text = value.kind === "string" && value.isStatic ? value.value : undefined;
    const isRepeated = text !== undefined && texts.has(text);
    if (text !== undefined) {
      texts.add(text);
    }
    return !isRepeated;
  });
}
