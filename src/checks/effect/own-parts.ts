import { isWithin, type Range } from "../../text/range.js";
import type { Action, PolicyDocument, Statement } from "../../policy/document.js";
import { findMember, type ObjectValue } from "../../policy/value.js";

/** Whether a statement is written in its policy and so can be in no other. */
export function isOwnStatement({ value }: PolicyDocument, statement: Statement): boolean {
  return isInMember(value, "Statement", statement.range);
}

/** Whether an action is written, or referenced by its name, in the statement's own list and so in no other. */
export function isOwnAction({ value }: Statement, { string, place }: Action): boolean {
  const range = place?.range ?? (string.origin === undefined ? string.range : undefined);
  return range !== undefined && ["Action", "NotAction"].some((key) => isInMember(value, key, range));
}

/** A member that is spread in from another object is not written in this one. */
function isInMember(object: ObjectValue, key: string, range: Range): boolean {
  const member = findMember(object, key);
  return member !== undefined && isWithin(range, member.range) && isWithin(member.range, object.range);
}
