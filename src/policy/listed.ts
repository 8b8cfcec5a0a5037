import type { PlacedValue, Value } from "./value.js";

/** The elements of a list, or of each list that a choice may be; a lone value is its own only element. */
export function listedValues(value: Value | undefined): readonly PlacedValue[] {
  if (value === undefined) {
    return [];
  }
  switch (value.kind) {
    case "array":
      return value.placed;
    case "choice":
      return value.branches.flatMap(listedValues);
    default:
      return [{ value, place: undefined }];
  }
}

/** The texts of a list of strings; `undefined` for any other value, even if it may be such a list. */
export function listedTexts(value: Value | undefined): readonly string[] | undefined {
  return value?.kind === "array" ? (value.texts ?? textsOfStrings(value.elements)) : undefined;
}

function textsOfStrings(elements: readonly Value[]): readonly string[] | undefined {
  const texts: string[] = [];
  for (let index = 0; index < elements.length; index++) {
    const element = elements[index];
    if (element?.kind !== "string") {
      return undefined;
    }
    texts.push(element.value);
  }
  return texts;
}

/** The elements of a list or of each list that a choice may be, without their places. */
export function listedElements(value: Value | undefined): readonly Value[] {
  return value?.kind === "array" ? value.elements : listedValues(value).map((listed) => listed.value);
}
