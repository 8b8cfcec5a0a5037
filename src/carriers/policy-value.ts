import { parseJsonText } from "../hosts/json/json-text.js";
import type { RoleFacts } from "../policy/document.js";
import { recognise } from "../policy/recognise.js";
import { levelOfRole, type RoleKeys } from "../policy/role.js";
import {
  findMember,
  memberOf,
  possibleValues,
  type ObjectValue,
  type PolicyString,
  type Value,
} from "../policy/value.js";
import type { CarrierContext, DetectedPolicy, DetectedProblem, Detection, RoleKey } from "./carrier.js";
import { unparsable } from "./carrier-problem.js";

/** The role that holds a policy: what is known of it, and what assignments name it by. */
export interface Role extends Partial<RoleFacts> {
  /** `undefined` where nothing in the file can name the role. */
  readonly key?: RoleKey;
}

/** The policy of a carrier that can only hold one of ours: an object, or JSON text. */
export function certainPolicy(value: Value | undefined, context: CarrierContext, role: Role): readonly Detection[] {
  return (value ? possibleValues(value) : []).flatMap((possible): readonly Detection[] => {
    switch (possible.kind) {
      case "object":
        return policyOfObject(possible, context, role);
      case "string":
        return policyOfText(possible, context, role);
      case "unknown":
        return possible.isQuotedText ? [encodedTwice(possible)] : [];
      default:
        return [];
    }
  });
}

function policyOfObject(
  policy: ObjectValue,
  context: CarrierContext,
  { key, ...facts }: Role,
): readonly DetectedPolicy[] {
  const dialect = recognise(policy, { ...context, isCertain: true, takes: facts.takes });
  return dialect
    ? [
        {
          kind: "policy",
          policy,
          dialect,
          facts: { isVerbatim: true, ...facts },
          ...(key === undefined ? {} : { role: key }),
        },
      ]
    : [];
}

/** The expressions of Terraform that make JSON text of a file's text: `jsonencode(file("policy.json"))`. */
const encodedFile = /\bjsonencode\(\s*(?:file|templatefile)\(/u;

function policyOfText(string: PolicyString, context: CarrierContext, role: Role): readonly Detection[] {
  if (encodedFile.test(string.value)) {
    return [encodedTwice(string)];
  }
  const json = parseJsonText(string.text);
  if (!json?.isValid) {
    return json && isMeantAsJson(string) ? [{ kind: "problem", problem: unparsable(json), string }] : [];
  }
  const { root } = json;
  if (root.kind === "string" && memberOfText(root, "Statement")) {
    return [encodedTwice(string)];
  }
  return root.kind === "object"
    ? policyOfObject(root, context, role).map((detection) => ({ ...detection, string }))
    : [];
}

/** Another text may be an expression that is filled in later. */
function isMeantAsJson({ value }: PolicyString): boolean {
  return value.trimStart().startsWith("{");
}

/** A member of the object that a text holds as JSON. */
function memberOfText({ text }: PolicyString, key: string): Value | undefined {
  const json = parseJsonText(text);
  return json?.isValid && json.root.kind === "object" ? memberOf(json.root, key) : undefined;
}

function encodedTwice(value: Value): DetectedProblem {
  return { kind: "problem", problem: { range: value.range, id: "encodedTwice" }, string: value };
}

/** What the properties of a role say: its level, and how they are written. */
export function roleFacts(role: ObjectValue, keys: RoleKeys): Pick<RoleFacts, "level" | "role"> {
  const member = findMember(role, keys.level);
  const word = member?.value.kind === "string" ? member.value.value : "";
  const level = levelOfRole(word);
  return { role: { value: role, keys }, ...(member && level ? { level: { ...level, range: member.range } } : {}) };
}
