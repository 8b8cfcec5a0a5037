import type { ListPlace, Member, PolicyString, ScalarValue, Value } from "../policy/value.js";
import type { SourceText } from "../text/syntax.js";
import { isIndentedBelow, putBehindDash } from "./block-changes.js";
import { insertAfter, removeElement, replaceElement, type SourceList, type TextChange } from "./list-changes.js";
import type { Edit, ProblemData } from "./problem.js";
import { isWholeValue, quoted } from "./quotes.js";
import { quoteMarkOf } from "./quote-mark.js";

/** A string and its place in a list. */
export interface ListedString {
  readonly string: PolicyString;
  readonly place: ListPlace | undefined;
}

/** The message id of an edit, and its placeholder data. */
export interface EditMessage<Id extends string> {
  readonly id: Id;
  readonly data?: ProblemData;
}

/** Adds strings after an element of a list, with the same quotes; empty if there is no list to edit. */
export function addStrings<Id extends string>(
  listed: ListedString,
  texts: readonly string[],
  message: EditMessage<Id>,
): readonly Edit<Id>[] {
  const { place } = listed;
  return place && texts.length > 0
    ? [
        {
          ...message,
          kind: "suggestion",
          changes: (source) =>
            texts.every((text) => source.syntax.isPlain(text))
              ? insertAfter(listAt(place, source), place.index, quotedLike(listed, texts, source))
              : [],
        },
      ]
    : [];
}

/** Replaces a string with several; empty if there is no list to edit. */
export function splitString<Id extends string>(
  listed: ListedString,
  texts: readonly string[],
  message: EditMessage<Id>,
): readonly Edit<Id>[] {
  const { place } = listed;
  return place
    ? [
        {
          ...message,
          kind: "suggestion",
          changes: (source) =>
            texts.every((text) => source.syntax.isPlain(text))
              ? replaceElement(listAt(place, source), place.index, quotedLike(listed, texts, source))
              : [],
        },
      ]
    : [];
}

/** Removes a string from its list; empty if there is no list to edit. A comment about the string prevents the edit. */
export function removeString<Id extends string>(
  { place }: ListedString,
  kind: Edit["kind"],
  message: EditMessage<Id>,
): readonly Edit<Id>[] {
  return place
    ? [
        {
          ...message,
          kind,
          changes: (source) => removeElement(listAt(place, source), place.index),
        },
      ]
    : [];
}

/**
 * Makes a value the only element of a list if it is the whole value of its key: a list of one means the same. It is put
 * in brackets, or behind a dash if it is a block.
 */
export function wrapInList(member: Member, value: Value): readonly Edit<"wrap">[] {
  return isWholeValue(value.range, member)
    ? [{ id: "wrap", kind: "fix", changes: (source) => wrapped(member, value, source) }]
    : [];
}

function wrapped({ keyRange }: Member, value: Value, source: SourceText): readonly TextChange[] {
  const { text, syntax } = source;
  const [start, end] = value.range;
  const style = value.kind === "object" ? value.style : undefined;
  // What refers to the value does not mean a list.
  if (syntax.mayBeReferredTo?.(text.slice(keyRange[1], start))) {
    return [];
  }
  if (style === "block") {
    return putBehindDash(text, value.range);
  }
  const mayStand = style === "flow" ? isIndentedBelow(text, keyRange, value.range) : undefined;
  return (mayStand ?? syntax.isElement?.(text.slice(start, end)) ?? true)
    ? [
        { range: [start, start], text: syntax.list.open },
        { range: [end, end], text: syntax.list.close },
      ]
    : [];
}

/** Wraps a number or boolean in quotes and brackets, as {@link wrapInList}. */
export function quoteInList(member: Member, { range, value, written }: ScalarValue): readonly Edit<"wrap">[] {
  return value !== null && isWholeValue(range, member)
    ? [
        {
          id: "wrap",
          kind: "fix",
          changes: (source) => {
            const { open, close } = source.syntax.list;
            return [{ range, text: `${open}${quoted(written ?? String(value), member, source)}${close}` }];
          },
        },
      ]
    : [];
}

function listAt({ range, slots, style }: ListPlace, source: SourceText): SourceList {
  return { source, range, elements: slots, layout: style === "block" ? "dashes" : undefined };
}

/** Quotes strings like another one, even if its quotes are escaped in an outer string. */
function quotedLike(
  { string }: ListedString,
  texts: readonly string[],
  { text, syntax }: SourceText,
): readonly string[] {
  const { range, contentRange, isLiteral } = string;
  const mark = quoteMarkOf(text.slice(...range)) ?? syntax.quoteMark;
  const [open, close] = isLiteral
    ? [text.slice(range[0], contentRange[0]), text.slice(contentRange[1], range[1])]
    : [mark, mark];
  const isBare = isLiteral && open === "";
  return texts.map((content) =>
    isBare && !syntax.isBare?.(content) ? `${mark}${content}${mark}` : `${open}${content}${close}`,
  );
}
