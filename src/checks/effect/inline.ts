import { isWithin, type Range } from "../../text/range.js";
import type { Action, PolicyDocument, Statement } from "../../policy/document.js";
import { findMember } from "../../policy/members.js";
import type { ObjectValue } from "../../policy/value.js";

/** Whether a statement is written inside its policy, not shared with others. */
export function isInlineStatement({ value }: PolicyDocument, statement: Statement): boolean {
  return isInMember(value, "Statement", statement.range);
}

/** Whether an action is written, or referenced by name, in the statement's own list, not shared with others. */
export function isInlineAction({ value }: Statement, { string, place }: Action): boolean {
  const range = place?.range ?? (string.origin === undefined ? string.range : undefined);
  return range !== undefined && ["Action", "NotAction"].some((key) => isInMember(value, key, range));
}

/** Whether a range is inside a member of the object itself, not one that is spread in from another object. */
function isInMember(object: ObjectValue, key: string, range: Range): boolean {
  const member = findMember(object, key);
  return member !== undefined && isWithin(range, member.range) && isWithin(member.range, object.range);
}
