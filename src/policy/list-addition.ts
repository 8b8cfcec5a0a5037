import { insertAfter, type Edit } from "../text/list-edit.js";
import type { ListPlace, PolicyString } from "./value.js";

/** A literal text with its place in a list. */
export interface ListedText {
  readonly string: PolicyString;
  readonly place: ListPlace | undefined;
}

/**
 * The change that adds texts to a list after one of it, in the same quotes; none where there is no list to change.
 *
 * @param texts need no escapes in any host
 * @param source the text of the file
 */
export function additionAfter(
  { string, place }: ListedText,
  texts: readonly string[],
  source: string,
): readonly Edit[] {
  const { range, contentRange, isLiteral } = string;
  if (!place || !isLiteral) {
    return [];
  }
  const open = source.slice(range[0], contentRange[0]);
  const close = source.slice(contentRange[1], range[1]);
  const quoted = texts.map((text) => `${open}${text}${close}`);
  const edit = insertAfter({ source, range: place.range, elements: place.slots }, place.index, quoted);
  return edit ? [edit] : [];
}
