import { parseJsonText } from "../hosts/json/json-text.js";
import { lazyArray, lazyObject } from "../hosts/values.js";
import { listedValues } from "../policy/listed.js";
import { memberOf } from "../policy/members.js";
import { possibleValues } from "../policy/possible-values.js";
import type { ObjectValue, Value } from "../policy/value.js";
import type { CarrierContext, Detection } from "./carrier.js";
import { detectPolicy, type Role } from "./policy-value.js";

/** The policy keys that a construct or resource renames, by the name that it gives them. */
export interface PolicyKeys {
  readonly policy: Readonly<Record<string, string>>;
  readonly statement: Readonly<Record<string, string>>;
}

/** The keys of role blocks in the Open Telekom Cloud provider, for tf.json files and CDK for Terraform. */
export const roleBlockKeys: PolicyKeys = {
  policy: { statement: "Statement" },
  statement: { action: "Action", effect: "Effect", resource: "Resource", condition: "Condition" },
};

/**
 * The policy of a role that is written as blocks with other keys, such as
 * `statement: [{ action, effect, condition: "{ ... }" }]`. The provider adds the version
 * (facts.md#roles-written-as-blocks).
 */
export function policyOfBlocks(
  blocks: ObjectValue,
  keys: PolicyKeys,
  context: CarrierContext,
  role: Role,
): readonly Detection[] {
  const asWritten = withPolicyKeys(blocks, keys, (condition) => condition);
  const conditions = listedValues(memberOf(asWritten, "Statement"))
    .flatMap(({ value }) => possibleValues(value))
    .flatMap((statement) => (statement.kind === "object" ? (memberOf(statement, "Condition") ?? []) : []));
  return [
    ...detectPolicy(withPolicyKeys(blocks, keys, parsedCondition), context, { ...role, isVerbatim: false }),
    ...conditions.flatMap(conditionProblems),
  ];
}

/** Converts blocks to a policy object. Ranges stay the same. */
function withPolicyKeys(
  blocks: ObjectValue,
  keys: PolicyKeys,
  readCondition: (condition: Value) => Value,
): ObjectValue {
  return rename(blocks, keys.policy, (_, list) =>
    mapElements(list, (block) =>
      rename(block, keys.statement, (key, value) => (key === "Condition" ? readCondition(value) : value)),
    ),
  );
}

/** Renames the keys of an object and drops keys without a new name. */
function rename(
  object: ObjectValue,
  names: Readonly<Record<string, string>>,
  read: (key: string, member: Value) => Value,
): ObjectValue {
  const nameOf = (key: string) => (Object.hasOwn(names, key) ? names[key] : undefined);
  return lazyObject(
    object.range,
    () => ({
      isComplete: object.isComplete,
      members: object.members.flatMap((member) => {
        const key = nameOf(member.key);
        return key === undefined ? [] : [{ ...member, key, writtenKey: member.key, value: read(key, member.value) }];
      }),
    }),
    object,
  );
}

function mapElements(list: Value, read: (block: ObjectValue) => Value): Value {
  if (list.kind === "choice") {
    return { ...list, branches: list.branches.map((branch) => mapElements(branch, read)) };
  }
  // Terraform allows a single block without a list.
  return lazyArray(list.range, () =>
    listedValues(list).map(({ value, place }) => ({ value: mapObjects(value, read), place })),
  );
}

function mapObjects(value: Value, read: (block: ObjectValue) => Value): Value {
  if (value.kind === "choice") {
    return { ...value, branches: value.branches.map((branch) => mapObjects(branch, read)) };
  }
  return value.kind === "object" ? read(value) : value;
}

/**
 * Parses a condition that is JSON in a string. Invalid JSON becomes unknown here and is reported by
 * {@link conditionProblems}.
 */
function parsedCondition(condition: Value): Value {
  if (condition.kind !== "string") {
    return condition;
  }
  const json = parseJsonText(condition.text);
  return json?.isValid ? json.root : { kind: "unknown", range: condition.range };
}

function conditionProblems(condition: Value): Detection[] {
  const isWritten = condition.kind === "string" && condition.value.trim() !== "";
  const json = isWritten ? parseJsonText(condition.text) : undefined;
  return json && !json.isValid
    ? [
        {
          kind: "problem",
          problem: { range: json.range, id: "unparsableCondition", data: { problem: json.problem } },
        },
      ]
    : [];
}
