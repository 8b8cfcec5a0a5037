import { interpolationValue } from "../hosts/hcl/expression-text.js";
import { relocateContent } from "../hosts/hcl/relocate.js";
import { parseJsonText } from "../hosts/json/json-text.js";
import { nameOfKind } from "../policy/kinds.js";
import type { RoleFacts } from "../policy/document.js";
import { recognise } from "../policy/recognise.js";
import { levelOfRole, type RoleKeys } from "../policy/role.js";
import { findMember, memberOf } from "../policy/members.js";
import { possibleValues } from "../policy/possible-values.js";
import { isOfDataFile, type ObjectValue, type PolicyString, type Value } from "../policy/value.js";
import type { CarrierContext, DetectedPolicy, DetectedProblem, Detection, RoleKey } from "./carrier.js";
import { unparsable } from "./carrier-problem.js";
import { withDocumentedCase } from "./key-case.js";

/** The role that holds a policy. */
export interface Role extends Partial<RoleFacts> {
  /** The key that assignments refer to the role by; `undefined` if nothing in the file can refer to it. */
  readonly key?: RoleKey;
  /** Set where nothing but a role of our clouds can stand. */
  readonly isOurs?: true;
}

/** Detects the policy in a value that can only hold a policy of one of our clouds: an object, or JSON in a string. */
export function detectPolicy(value: Value | undefined, context: CarrierContext, role: Role): readonly Detection[] {
  return (value ? possibleValues(value) : []).flatMap((possible): readonly Detection[] => {
    switch (possible.kind) {
      case "object":
        return policyOfObject(possible, context, role);
      case "string":
        return policyInString(possible, context, role);
      case "unknown":
        return possible.isQuotedText ? [encodedTwice(possible, role)] : [];
      default:
        return [];
    }
  });
}

function policyOfObject(
  written: ObjectValue,
  context: CarrierContext,
  { key, isOurs, ...facts }: Role,
): readonly DetectedPolicy[] {
  // Which error an identity policy gives is not documented.
  const recased = isOurs && facts.takes === "1.1" ? withDocumentedCase(written) : undefined;
  const policy = recased ?? written;
  const dialect = recognise(policy, { ...context, isCertain: true, isOurs, takes: facts.takes });
  return dialect
    ? [
        {
          kind: "policy",
          policy,
          dialect,
          facts: { isVerbatim: true, ...facts, ...(recased ? { hasMiscasedKeys: true } : {}) },
          ...(key === undefined ? {} : { role: key }),
        },
      ]
    : [];
}

/** Terraform expressions that JSON-encode the content of a file as a string: `jsonencode(file("policy.json"))`. */
const encodedFile = /\bjsonencode\(\s*(?:file|templatefile)\(/u;

function policyInString(string: PolicyString, context: CarrierContext, role: Role): readonly Detection[] {
  if (encodedFile.test(string.value)) {
    return [encodedTwice(string, role)];
  }
  const expression = interpolationValue(string.text);
  if (expression) {
    return detectPolicy(expression, context, role).map((detection) =>
      detection.kind === "policy" ? { ...detection, string } : detection,
    );
  }
  const json = parseJsonText(string.text);
  if (isOfDataFile(string)) {
    return json?.isValid ? policyOfFile(json.root, string, context, role) : [];
  }
  if (!json?.isValid) {
    return json && looksLikeJson(string) ? [{ kind: "problem", problem: unparsable(json), string }] : [];
  }
  const { root } = json;
  if (root.kind === "string" && memberInJson(root, "Statement")) {
    return [encodedTwice(string, role)];
  }
  return root.kind === "object"
    ? policyOfObject(root, context, role).map((detection) => ({ ...detection, string }))
    : [];
}

/** The policy in the text of a JSON file or template, which is one of that file. */
function policyOfFile(root: Value, string: PolicyString, context: CarrierContext, role: Role): readonly Detection[] {
  const policy = relocateContent(root, string);
  return policy.kind === "object"
    ? policyOfObject(policy, context, role).map((detection) => ({ ...detection, string }))
    : [];
}

/** A string that does not start like an object may be an expression or placeholder. */
function looksLikeJson({ value }: PolicyString): boolean {
  return value.trimStart().startsWith("{");
}

/** A member of the object that a string contains as JSON. */
function memberInJson({ text }: PolicyString, key: string): Value | undefined {
  const json = parseJsonText(text);
  return json?.isValid && json.root.kind === "object" ? memberOf(json.root, key) : undefined;
}

function encodedTwice(value: Value, { takes, kind }: Role): DetectedProblem {
  const source = takes === "5.0" ? `${nameOfKind(kind)} 5.0` : "IAM.1020";
  return { kind: "problem", problem: { range: value.range, id: "encodedTwice", data: { source } }, string: value };
}

/** The level of a role and its property names. */
export function roleFacts(role: ObjectValue, keys: RoleKeys): Pick<RoleFacts, "level" | "role"> {
  const member = findMember(role, keys.level);
  const word = member?.value.kind === "string" ? member.value.value : "";
  const level = levelOfRole(word);
  return { role: { value: role, keys }, ...(member && level ? { level: { ...level, range: member.range } } : {}) };
}
