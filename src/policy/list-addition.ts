import { insertAfter, type Edit } from "../text/list-edit.js";
import { quoteMarkOf } from "../text/quote-mark.js";
import type { ListPlace, PolicyString } from "./value.js";

/** A text with its place in a list. */
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
export function additionAfter(listed: ListedText, texts: readonly string[], source: string): readonly Edit[] {
  const { place } = listed;
  const list = place && { source, range: place.range, elements: place.slots };
  const edit = list && insertAfter(list, place.index, quotedAs(listed, texts, source));
  return edit ? [edit] : [];
}

/** Texts in the same quotes as another, also where the quotes are escaped ones in a string. */
export function quotedAs({ string }: ListedText, texts: readonly string[], source: string): readonly string[] {
  const { range, contentRange, isLiteral } = string;
  const mark = quoteMarkOf(source.slice(...range));
  const [open, close] = isLiteral
    ? [source.slice(range[0], contentRange[0]), source.slice(contentRange[1], range[1])]
    : [mark, mark];
  return texts.map((text) => `${open}${text}${close}`);
}
