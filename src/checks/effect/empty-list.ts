import { isWithin, type Range } from "../../text/range.js";
import type { Statement } from "../../policy/document.js";
import { findMember } from "../../policy/value.js";

/** A list of actions that is written out and has none. */
export interface EmptyList {
  /** As the file calls it. */
  readonly key: string;
  readonly range: Range;
}

/** The statement's list of actions, when it is empty; a constant that it references may be filled before it is used. */
export function emptyListOf({ value }: Statement): EmptyList | undefined {
  const members = ["Action", "NotAction"].map((key) => findMember(value, key)).filter((member) => member !== undefined);
  const [member] = members;
  const list = members.length === 1 ? member?.value : undefined;
  const isEmpty = list?.kind === "array" && list.elements.length === 0;
  return member && list && isEmpty && isWithin(list.range, member.range)
    ? { key: member.writtenKey ?? member.key, range: list.range }
    : undefined;
}
