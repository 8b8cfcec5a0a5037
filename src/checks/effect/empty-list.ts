import { isWithin, type Range } from "../../text/range.js";
import type { Statement } from "../../policy/document.js";
import { findSetMember } from "../../policy/members.js";

/** An empty list of actions. */
export interface EmptyList {
  /** The key as written in the file. */
  readonly key: string;
  readonly range: Range;
}

/**
 * The statement's action list if it is empty. A referenced constant does not count, as the program may fill it later.
 */
export function emptyListOf({ value }: Statement): EmptyList | undefined {
  const members = ["Action", "NotAction"]
    .map((key) => findSetMember(value, key))
    .filter((member) => member !== undefined);
  const [member] = members;
  const list = members.length === 1 ? member?.value : undefined;
  const isEmpty = list?.kind === "array" && list.elements.length === 0;
  return member && list && isEmpty && isWithin(list.range, member.range)
    ? { key: member.writtenKey ?? member.key, range: list.range }
    : undefined;
}
