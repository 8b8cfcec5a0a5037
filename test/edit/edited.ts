import type { Edit } from "../../src/edit/problem.js";
import { hostOf } from "../../src/hosts/index.js";
import { findMember } from "../../src/policy/members.js";
import type { Member, ObjectValue, Value } from "../../src/policy/value.js";
import { configOf, firstObject, sourceOf } from "../sources.js";

/** A file before and after an edit. */
export type EditedSample = readonly [name: string, code: string, edited: string];

/** A file without any edit. */
export type UneditedSample = readonly [name: string, code: string];

/** The member of a policy with a key; throws if there is none. */
export function memberIn(object: ObjectValue, key: string): Member {
  const member = findMember(object, key);
  if (!member) {
    throw new Error(`No member "${key}".`);
  }
  return member;
}

/** The file after editing the first object that has a key `Statement`; `undefined` if there is no edit. */
export function edited(
  code: string,
  editsOf: (object: ObjectValue) => readonly Edit[],
  host = "as const",
): string | undefined {
  const source = sourceOf(code, configOf(host));
  const syntax = hostOf(source.ast)?.syntax;
  const [edit] = editsOf(firstObject(source));
  const changes = syntax && edit ? edit.changes({ text: code, syntax }) : [];
  return changes.length === 0
    ? undefined
    : changes
        .toSorted((one, other) => other.range[0] - one.range[0])
        .reduce((text, change) => text.slice(0, change.range[0]) + change.text + text.slice(change.range[1]), code);
}

export function ofKind<Kind extends Value["kind"]>(
  value: Value | undefined,
  kind: Kind,
): Extract<Value, { kind: Kind }> {
  if (value?.kind !== kind) {
    throw new Error(`No ${kind}.`);
  }
  return value as Extract<Value, { kind: Kind }>;
}
