import { parseJsonText } from "../hosts/json/json-text.js";
import { lazyArray, lazyObject } from "../hosts/values.js";
import { listedValues, memberOf, possibleValues, type ObjectValue, type Value } from "../policy/value.js";
import type { CarrierContext, Detection } from "./carrier.js";
import { certainPolicy, type Role } from "./policy-value.js";

/** The keys of a policy as a construct calls them: its own name to the policy's. */
export interface PolicyKeys {
  readonly policy: Readonly<Record<string, string>>;
  readonly statement: Readonly<Record<string, string>>;
}

/** The blocks of the role in the provider of Open Telekom Cloud, in a tf.json file and in CDK for Terraform. */
export const roleBlockKeys: PolicyKeys = {
  policy: { statement: "Statement" },
  statement: { action: "Action", effect: "Effect", resource: "Resource", condition: "Condition" },
};

/**
 * The policy of a role that is written as blocks with keys of their own, such as
 * `statement: [{ action, effect, condition: "{ ... }" }]`. The provider adds the version (facts: policy-language 4).
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
    ...certainPolicy(withPolicyKeys(blocks, keys, parsedCondition), context, { ...role, isVerbatim: false }),
    ...conditions.flatMap(problemOfCondition),
  ];
}

/** The blocks as a policy object. Places stay what they are. */
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

/** An object with other keys; those without a name are left out. */
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
  // Terraform writes a single block without a list.
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

/** The condition that stands as JSON text, as an object; what is no JSON has a problem of its own. */
function parsedCondition(condition: Value): Value {
  if (condition.kind !== "string") {
    return condition;
  }
  const json = parseJsonText(condition.text);
  return json?.isValid ? json.root : { kind: "unknown", range: condition.range };
}

function problemOfCondition(condition: Value): Detection[] {
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
