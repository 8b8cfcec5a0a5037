import { clip } from "../../wording.js";
import { nearestKey } from "../keys.js";
import type { ObjectValue } from "../value.js";
import { removeMember, renameKey } from "../repairs.js";
import type { ShapeProblem } from "./shape-problem.js";

/** An object with the keys that it may have. */
interface KeyRules {
  readonly owner: "policy" | "statement" | "resource";
  readonly known: readonly string[];
  /** Whether keys that are no slip of a known one are reported too. */
  readonly isStrict: boolean;
}

/** Keys of AWS that custom policies do not have, with what to do instead (facts: policy-language 1.2). */
const habits: Readonly<Record<string, string>> = {
  Sid: "Custom policies name no statements. Remove it.",
  NotResource: 'Custom policies take "Resource" only. List what is meant there.',
  Id: "Custom policies have no id of their own. Remove it.",
};

/** The keys that the cloud refuses (IAM.1059). */
export function unknownKeys(object: ObjectValue, { owner, known, isStrict }: KeyRules): ShapeProblem[] {
  const { members } = object;
  return members
    .filter(({ key }) => !known.includes(key))
    .flatMap((member): ShapeProblem[] => {
      const habit = Object.hasOwn(habits, member.key) ? habits[member.key] : undefined;
      const near = habit === undefined ? nearestKey(member.key, known) : undefined;
      const name = near !== undefined && members.some(({ key }) => key === near) ? undefined : near;
      if (habit === undefined && near === undefined && !isStrict) {
        return [];
      }
      const advice = habit ?? (name === undefined ? "Remove it." : `Did you mean "${name}"?`);
      return [
        {
          range: member.keyRange,
          id: "unknownKey",
          data: { key: clip(member.writtenKey ?? member.key), owner, advice },
          repairs: name === undefined ? removeMember(object, member) : renameKey(object, member, name),
        },
      ];
    });
}
