import { truncate } from "../../text/wording.js";
import { isKnownText } from "../../policy/placeholder.js";
import type { WrittenRole } from "../../policy/role.js";
import { findMember } from "../../policy/members.js";
import { possibleValues } from "../../policy/possible-values.js";
import type { Member, ObjectValue, PolicyString, Value } from "../../policy/value.js";
import { removeMember } from "../../edit/members.js";
import { replaceString } from "../../edit/strings.js";
import { isNotString } from "./list-shape.js";
import type { ShapeProblem } from "./shape-problem.js";

/** The maximum length of a role's name and description (IAM.1002, IAM.1018; facts.md#limits-of-a-role). */
const maxNameCharacters = 64;
const maxDescriptionCharacters = 256;

/** Mistakes in the properties of the role that contains a policy. */
export function roleProblems({ value, keys }: WrittenRole): readonly ShapeProblem[] {
  const [name, level, description] = [keys.name, keys.level, keys.description].map((key) => findMember(value, key));
  return [
    ...stringsOf(name).flatMap(nameProblems),
    ...stringsOf(description).flatMap((text) =>
      lengthProblems(text, keys.description, maxDescriptionCharacters, "IAM.1018"),
    ),
    ...[name, description].filter((member) => member !== undefined).flatMap(nonStringProblems),
    ...(level ? possibleValues(level.value).flatMap((type) => levelProblems(type, keys.level, keys.levels)) : []),
    ...(!level && value.isComplete && keys.isLevelRequired && name
      ? [{ range: name.keyRange, id: "roleTypeMissing" } as const]
      : []),
    ...keys.refused.flatMap((key) => refusedKey(value, findMember(value, key))),
  ];

  function nameProblems(text: PolicyString): readonly ShapeProblem[] {
    return text.value.trim() === ""
      ? [{ range: text.range, id: "roleNameBlank", data: { key: keys.name } }]
      : lengthProblems(text, keys.name, maxNameCharacters, "IAM.1002");
  }
}

function stringsOf(member: Member | undefined): readonly PolicyString[] {
  return (member ? possibleValues(member.value) : []).filter((value) => value.kind === "string").filter(isKnownText);
}

function lengthProblems({ value, contentRange }: PolicyString, key: string, max: number, code: string): ShapeProblem[] {
  const { length } = value;
  return length > max ? [{ range: contentRange, id: "roleTextTooLong", data: { key, length, max, code } }] : [];
}

/** IAM.1060. */
function nonStringProblems({ key, value }: Member): readonly ShapeProblem[] {
  return possibleValues(value)
    .filter(isNotString)
    .map(({ range }) => ({ range, id: "roleNotString", data: { key } }));
}

/** IAM.1004, IAM.1005 and IAM.1009. */
function levelProblems(
  type: Value,
  key: string,
  [global, project]: readonly [string, string],
): readonly ShapeProblem[] {
  const data = { key, global, project };
  switch (type.kind) {
    case "string":
      return !isKnownText(type) || [global, project].includes(type.value)
        ? []
        : [
            {
              range: type.value === "" ? type.range : type.contentRange,
              id: "roleType",
              data: { ...data, type: truncate(type.value) },
              edits: [global, project].flatMap((word) => replaceString(type, word)),
            },
          ];
    case "scalar":
    case "array":
    case "object":
      return [{ range: type.range, id: "roleNotString", data: { key } }];
    default:
      return [];
  }
}

/** IAM.1006 to IAM.1008. */
function refusedKey(role: ObjectValue, member: Member | undefined): readonly ShapeProblem[] {
  return member
    ? [{ range: member.keyRange, id: "roleKey", data: { key: member.key }, edits: removeMember(role, member) }]
    : [];
}
