import type { Member, ObjectValue } from "../policy/value.js";
import { isWithin } from "../text/range.js";
import { truncate } from "../text/wording.js";
import { insertLineBefore } from "./block-changes.js";
import { afterComments, removeElement } from "./list-changes.js";
import type { Edit } from "./problem.js";
import { quoted } from "./quotes.js";

/**
 * Renames a key; empty if the object already has the new key or the key is written elsewhere. A name that needs escapes
 * prevents the edit.
 */
export function renameKey({ members }: ObjectValue, member: Member, name: string): readonly Edit<"replace">[] {
  const key = member.readKey?.();
  if (!key?.isLiteral || members.some((other) => other.key === name)) {
    return [];
  }
  const isBare = key.contentRange[0] === key.range[0];
  return [
    {
      id: "replace",
      data: { text: name },
      kind: "suggestion",
      changes({ syntax }) {
        const { quoteMark } = syntax;
        const text = isBare && !syntax.isBareKey(name) ? `${quoteMark}${name}${quoteMark}` : name;
        return syntax.isPlain(name) ? [{ range: key.contentRange, text }] : [];
      },
    },
  ];
}

/** Renames keys to what a carrier reads them as; empty if one of them is written elsewhere. */
export function renameKeys(members: readonly Member[]): readonly Edit<"renameKeys">[] {
  const keys = members.map(({ key, readKey }) => ({ key, written: readKey?.() }));
  return keys.every(({ written }) => written?.isLiteral)
    ? [
        {
          id: "renameKeys",
          kind: "suggestion",
          changes: () =>
            keys.flatMap(({ key, written }) => (written ? [{ range: written.contentRange, text: key }] : [])),
        },
      ]
    : [];
}

/** Removes a member from an object; empty if it is the only member or any member is written elsewhere. */
export function removeMember({ range, members, style }: ObjectValue, member: Member): readonly Edit<"remove">[] {
  const index = members.indexOf(member);
  const isOnlyOne = members.filter(({ key }) => key === member.key).length === 1;
  return isOnlyOne && members.length > 1 && members.every((other) => isWithin(other.range, range))
    ? [
        {
          id: "remove",
          data: { key: truncate(member.key) },
          kind: "suggestion",
          changes: (source) =>
            removeElement(
              {
                source,
                range,
                elements: members.map((other) => other.range),
                layout: style === "block" ? "lines" : undefined,
              },
              index,
            ),
        },
      ]
    : [];
}

/** Adds a member before the first one, in the style of the object; empty if there is no style to follow. */
export function addMember({ range, members, style }: ObjectValue, key: string, text: string): readonly Edit<"add">[] {
  const [first] = members;
  const written = first?.readKey?.();
  // A carrier with keys of its own would not accept the new one.
  return first && written?.isLiteral && first.writtenKey === undefined && isWithin(first.range, range)
    ? [
        {
          id: "add",
          data: { key, text },
          kind: "suggestion",
          changes(source) {
            const { text: all, syntax } = source;
            const [start] = first.range;
            const gap = afterComments(all.slice(range[0] + syntax.list.open.length, start), syntax);
            const [open, close] = [
              all.slice(first.keyRange[0], written.contentRange[0]),
              all.slice(written.contentRange[1], first.keyRange[1]),
            ];
            const { assignment, separator } =
              syntax.memberLike?.(all.slice(first.keyRange[1], first.range[1]), gap) ?? syntax.member;
            const member = `${open}${key}${close}${assignment}${quoted(text, first, source)}`;
            return style === "block"
              ? insertLineBefore({ source, range, elements: [first.range], layout: "lines" }, member)
              : [{ range: [start, start], text: member + separator + (gap === "" ? " " : gap) }];
          },
        },
      ]
    : [];
}
