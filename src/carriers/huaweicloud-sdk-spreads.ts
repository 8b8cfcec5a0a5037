import type { ConstructValue, ObjectValue, Value } from "../policy/value.js";
import type { DetectedProblem } from "./carrier.js";
import { ineffectiveKeyOf } from "./huaweicloud-sdk-models.js";

/**
 * Keys in the payload of a model that its author takes for setters: `action` in `{ ...statement, action: [...] }`
 * (facts.md#fields-of-sdk-models).
 */
export function ineffectiveKeys({ arguments: values, updates }: ConstructValue): readonly DetectedProblem[] {
  const updated = updates.flatMap((update) => (update.kind === "call" ? update.arguments : [update.value]));
  return [...new Set([...values, ...updated].flatMap((value) => objectsWithin(value)))].flatMap(problemsOf);
}

function problemsOf({ members, spreadConstructs }: ObjectValue): readonly DetectedProblem[] {
  return members.flatMap((member): readonly DetectedProblem[] => {
    const ineffective = ineffectiveKeyOf(member, spreadConstructs);
    return ineffective
      ? [
          {
            kind: "problem",
            problem: { range: member.keyRange, id: "setterSpread", data: { key: member.key, ...ineffective } },
          },
        ]
      : [];
  });
}

/** The objects of this file that a value is composed of. Constructs are left out, as each is looked at by itself. */
function objectsWithin(value: Value): readonly ObjectValue[] {
  switch (value.kind) {
    case "object":
      return value.origin === undefined
        ? [value, ...value.members.flatMap((member) => objectsWithin(member.value))]
        : [];
    case "array":
      return value.elements.flatMap(objectsWithin);
    case "choice":
      return value.branches.flatMap(objectsWithin);
    default:
      return [];
  }
}
