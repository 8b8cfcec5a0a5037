import { truncate } from "../../text/wording.js";
import { nearestKey } from "../../policy/keys.js";
import { removeMember, renameKey } from "../../edit/members.js";
import type { Member, ObjectValue } from "../../policy/value.js";
import type { ShapeProblem } from "./shape-problem.js";

/** A kind of object, with the keys that it may have. */
interface ObjectKind {
  readonly owner: "policy" | "statement" | "resource";
  readonly known: readonly string[];
}

/** Keys of AWS that custom policies do not have, with what to do instead (facts.md#keys-of-other-languages). */
const habits: Readonly<Record<string, string>> = {
  Sid: "Custom policies do not name their statements. Remove it.",
  NotResource: 'Custom policies only have "Resource". List the resources there instead.',
  Id: "Custom policies have no ID. Remove it.",
};

/**
 * The keys that the cloud refuses (IAM.1059).
 *
 * @param members those of the object that are to be judged
 */
export function unknownKeys(
  object: ObjectValue,
  { owner, known }: ObjectKind,
  members: readonly Member[] = object.members,
): readonly ShapeProblem[] {
  return members
    .filter(({ key }) => !known.includes(key))
    .map((member) => {
      const near = habitOf(member) === undefined ? nearestKey(member.key, known) : undefined;
      const name = object.members.some(({ key }) => key === near) ? undefined : near;
      return {
        range: member.keyRange,
        id: "unknownKey",
        data: {
          key: truncate(member.writtenKey ?? member.key),
          owner,
          advice: habitOf(member) ?? (name === undefined ? "Remove it." : `Did you mean "${name}"?`),
        },
        edits: name === undefined ? removeMember(object, member) : renameKey(object, member, name),
      };
    });
}

/** Whether a key can only be a mistake: a typo of a known one, or the habit of another cloud. */
export function isMistakenKey(member: Member, known: readonly string[]): boolean {
  const isKnown = known.includes(member.key);
  return !isKnown && (habitOf(member) !== undefined || nearestKey(member.key, known) !== undefined);
}

function habitOf({ key }: Member): string | undefined {
  return Object.hasOwn(habits, key) ? habits[key] : undefined;
}
