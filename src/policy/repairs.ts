import { behindComments, removeElement } from "../text/list-edit.js";
import { quoteMarkOf } from "../text/quote-mark.js";
import { isWithin, type Range } from "../text/range.js";
import { clip } from "../wording.js";
import type { Repair } from "./problem.js";
import type { ListPlace, Member, ObjectValue, PolicyString, ScalarValue, Value } from "./value.js";

/** Puts a value in brackets where it is all that stands behind its key: a list of one means the same. */
export function wrapInList(member: Member, value: Value): readonly Repair<"wrap">[] {
  const [start, end] = value.range;
  return isInPlace(value.range, member)
    ? [
        {
          id: "wrap",
          isSafe: true,
          edits: () => [
            { range: [start, start], text: "[" },
            { range: [end, end], text: "]" },
          ],
        },
      ]
    : [];
}

/** Puts a number or boolean in quotes and brackets, as {@link wrapInList}. */
export function quoteInList(member: Member, { range, value }: ScalarValue): readonly Repair<"wrap">[] {
  return value !== null && isInPlace(range, member)
    ? [
        {
          id: "wrap",
          isSafe: true,
          edits: (source) => [{ range, text: `[${inQuotesOf(member, String(value), source)}]` }],
        },
      ]
    : [];
}

/** Puts a number or boolean in quotes where it is all that stands behind its key, or in its place of a list. */
export function quote(
  member: Member,
  { range, value }: ScalarValue,
  place: ListPlace | undefined,
): readonly Repair<"quote">[] {
  const slot = place?.slots[place.index];
  const isWritten = place ? slot?.[0] === range[0] && slot[1] === range[1] : isInPlace(range, member);
  return value !== null && isWritten
    ? [
        {
          id: "quote",
          isSafe: true,
          edits: (source) => [{ range, text: inQuotesOf(member, String(value), source) }],
        },
      ]
    : [];
}

/** Writes another text between the quotes of a literal; not one that a host would need escapes for. */
export function replaceText(string: PolicyString, text: string): readonly Repair<"replace">[] {
  return string.isLiteral && isPlain(text)
    ? [
        {
          id: "replace",
          data: { text: clip(text) },
          isSafe: false,
          edits: () => [{ range: string.contentRange, text }],
        },
      ]
    : [];
}

/** Takes the blanks around the text of a literal away. */
export function trimText(string: PolicyString): readonly Repair<"trim">[] {
  const { value, contentRange } = string;
  const start = value.length - value.trimStart().length;
  const kept = string.slice(start, start + value.trim().length);
  return string.isLiteral && kept && value.trim() !== ""
    ? [
        {
          id: "trim",
          isSafe: true,
          edits: () => [
            { range: [contentRange[0], kept[0]], text: "" },
            { range: [kept[1], contentRange[1]], text: "" },
          ],
        },
      ]
    : [];
}

/**
 * Writes another key in the place of one; not where the object has that key, this one is written elsewhere, or the
 * other one would need escapes.
 */
export function renameKey({ members }: ObjectValue, member: Member, text: string): readonly Repair<"replace">[] {
  const key = member.readKey?.();
  if (!key?.isLiteral || !isPlain(text) || members.some((other) => other.key === text)) {
    return [];
  }
  const isBare = key.contentRange[0] === key.range[0] && !/^[A-Za-z_]\w*$/u.test(text);
  return [
    {
      id: "replace",
      data: { text },
      isSafe: false,
      edits: () => [{ range: key.contentRange, text: isBare ? `"${text}"` : text }],
    },
  ];
}

/** Takes a member out of an object; not where it is the only one, or some are written elsewhere. */
export function removeMember({ range, members }: ObjectValue, member: Member): readonly Repair<"remove">[] {
  const index = members.indexOf(member);
  const isOnlyOne = members.filter(({ key }) => key === member.key).length === 1;
  return isOnlyOne && members.length > 1 && members.every((other) => isWithin(other.range, range))
    ? [
        {
          id: "remove",
          data: { key: clip(member.key) },
          isSafe: false,
          edits: (source) => {
            const edit = removeElement({ source, range, elements: members.map((other) => other.range) }, index);
            return edit ? [edit] : [];
          },
        },
      ]
    : [];
}

/** Adds a member before the first one, in the style of the object. */
export function addMember({ range, members }: ObjectValue, key: string, text: string): readonly Repair<"add">[] {
  const [first] = members;
  const written = first?.readKey?.();
  // Where a carrier has keys of its own, the new one would not be one of them.
  return first && written?.isLiteral && first.writtenKey === undefined && isWithin(first.range, range)
    ? [
        {
          id: "add",
          data: { key, text },
          isSafe: false,
          edits: (source) => {
            const [start] = first.range;
            const gap = behindComments(source.slice(range[0] + 1, start));
            const [open, close] = [
              source.slice(first.keyRange[0], written.contentRange[0]),
              source.slice(written.contentRange[1], first.keyRange[1]),
            ];
            const member = `${open}${key}${close}: ${inQuotesOf(first, text, source)},`;
            return [{ range: [start, start], text: member + (gap === "" ? " " : gap) }];
          },
        },
      ]
    : [];
}

/** Whether a text stands for itself between the quotes of every host: it may hold what its author wrote. */
function isPlain(text: string): boolean {
  return !/["'`\\$\p{C}\p{Zl}\p{Zp}]/u.test(text);
}

/** Whether a value is all that stands behind its key: not a constant's, nor a part of an expression. */
function isInPlace([start, end]: Range, { keyRange, range }: Member): boolean {
  return start >= keyRange[1] && end === range[1];
}

/** A text in the quotes of a key, also where they are escaped ones in a string; in double ones where it has none. */
function inQuotesOf({ keyRange }: Member, text: string, source: string): string {
  const mark = quoteMarkOf(source.slice(...keyRange));
  return `${mark}${text}${mark}`;
}
