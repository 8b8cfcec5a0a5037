import { listNames, truncate } from "../../text/wording.js";
import { nearestKey } from "../../policy/keys.js";
import { removeMember, renameKey, renameKeys } from "../../edit/members.js";
import { overwrittenMembers } from "../../policy/members.js";
import type { Member, ObjectValue } from "../../policy/value.js";
import type { ShapeProblem } from "./shape-problem.js";

/** The kind of an object, and the keys that it may have. */
interface ObjectKind {
  readonly owner: "policy" | "statement" | "resource";
  readonly known: readonly string[];
}

/** AWS keys that custom policies do not support, with advice for each (facts.md#keys-of-other-languages). */
const awsKeys: Readonly<Record<string, string>> = {
  Sid: "Custom policies do not name their statements. Remove it.",
  NotResource: 'Custom policies only have "Resource". List the resources there instead.',
  Id: "Custom policies have no ID. Remove it.",
};

/**
 * Keys that the cloud rejects (IAM.1059).
 *
 * @param members the members of the object to check
 */
export function unknownKeys(
  object: ObjectValue,
  { owner, known }: ObjectKind,
  members: readonly Member[] = object.members,
): readonly ShapeProblem[] {
  return members
    .filter(({ key }) => !known.includes(key))
    .map((member) => {
      const near = awsKeyAdvice(member) === undefined ? nearestKey(member.key, known) : undefined;
      const name = object.members.some(({ key }) => key === near) ? undefined : near;
      return {
        range: member.keyRange,
        id: "unknownKey",
        data: {
          key: truncate(member.writtenKey ?? member.key),
          owner,
          advice: awsKeyAdvice(member) ?? (name === undefined ? "Remove it." : `Did you mean "${name}"?`),
        },
        edits: name === undefined ? removeMember(object, member) : renameKey(object, member, name),
      };
    });
}

/** Keys that differ from those of the cloud by their case, reported at the first one (IAM.1059). */
export function miscasedKeys(objects: readonly ObjectValue[]): readonly ShapeProblem[] {
  const members = objects.flatMap((object) => object.members).filter(({ writtenKey }) => writtenKey !== undefined);
  const [first] = members;
  const names = [...new Set(members.map(({ key }) => `"${key}"`))];
  return first
    ? [{ range: first.keyRange, id: "miscasedKeys", data: { keys: listNames(names) }, edits: renameKeys(members) }]
    : [];
}

/**
 * Keys that a later duplicate overwrites, so that what the first one says is lost. Blocks of a provider are left out:
 * a file for Terraform may repeat them (facts.md#repeated-blocks).
 */
export function repeatedKeys(object: ObjectValue): readonly ShapeProblem[] {
  return object.isComplete
    ? overwrittenMembers(object)
        .filter(({ writtenKey }) => writtenKey === undefined)
        .map(({ key, keyRange }) => ({ range: keyRange, id: "repeatedKey", data: { key: truncate(key) } }))
    : [];
}

/** Whether a key is certainly a mistake: a typo of a known key, or a key of AWS. */
export function isMistakenKey(member: Member, known: readonly string[]): boolean {
  const isKnown = known.includes(member.key);
  return !isKnown && (awsKeyAdvice(member) !== undefined || nearestKey(member.key, known) !== undefined);
}

function awsKeyAdvice({ key }: Member): string | undefined {
  return Object.hasOwn(awsKeys, key) ? awsKeys[key] : undefined;
}
