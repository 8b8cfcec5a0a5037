import { parseJsonText } from "../hosts/json-text.js";
import { momoaValue } from "../hosts/momoa.js";
import type { RoleFacts } from "../policy/document.js";
import { readDocument } from "../policy/document.js";
import type { RoleLevel } from "../policy/grant-site.js";
import { recognise } from "../policy/recognise.js";
import { possibleValues, type ObjectValue, type Value } from "../policy/value.js";
import type { CarrierContext, Finding, RoleKey } from "./carrier.js";

/** The role that holds a policy: what is known of it, and what assignments name it by. */
export interface Role extends Partial<RoleFacts> {
  /** `undefined` where nothing in the file can name the role. */
  readonly key?: RoleKey;
}

/** The policy of a carrier that can only hold one of ours: an object, or JSON text. */
export function certainPolicy(
  value: Value | undefined,
  { isDocumented }: CarrierContext,
  { key, ...facts }: Role,
): readonly Finding[] {
  return (value ? possibleValues(value) : []).flatMap((possible): Finding[] => {
    const policy = policyObjectOf(possible);
    const dialect = policy && recognise(policy, { isCertain: true, isDocumented });
    return policy && dialect
      ? [
          {
            kind: "document",
            document: readDocument(policy, dialect, facts),
            ...(key === undefined ? {} : { role: key }),
          },
        ]
      : [];
  });
}

/** AX and `domain`: for global services; XA and `project`: for those of a region's projects (facts: policy-language 2.2, 4). */
const levels: Readonly<Record<string, Omit<RoleLevel, "range">>> = {
  AX: { level: "global", opposite: "XA" },
  domain: { level: "global", opposite: "project" },
  XA: { level: "project", opposite: "AX" },
  project: { level: "project", opposite: "domain" },
};

/** The level that a property of a role names. */
export function levelOf(role: ObjectValue, key: string): { level?: RoleLevel } {
  const member = role.members.findLast((candidate) => candidate.key === key);
  const word = member?.value.kind === "string" ? member.value.value : "";
  const level = Object.hasOwn(levels, word) ? levels[word] : undefined;
  return member && level ? { level: { ...level, range: member.range } } : {};
}

/** The object that a value holds, also as JSON text. */
function policyObjectOf(value: Value): ObjectValue | undefined {
  if (value.kind === "string") {
    const parsed = parseJsonText(value.text);
    const object = parsed && "document" in parsed ? momoaValue(parsed.document.body, parsed.text) : undefined;
    return object?.kind === "object" ? object : undefined;
  }
  return value.kind === "object" ? value : undefined;
}
