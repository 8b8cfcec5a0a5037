import { renameKey } from "../../edit/members.js";
import type { PolicyDocument } from "../../policy/document.js";
import { isKnownText } from "../../policy/placeholder.js";
import { overwrittenMembers, type ObjectValue } from "../../policy/value.js";
import { truncate, listChoices } from "../../text/wording.js";
import type { Check } from "../summary/check.js";
import type { PolicyContext } from "../policy-context.js";
import { isIdentityPolicyKey, similarKeys, typeOfKey, type KeyType } from "../../policy/condition-keys.js";
import { similarOperators, operatorForType, type Operator } from "../../policy/condition-operators.js";
import type { ConditionContext, ConditionProblem } from "./condition-problem.js";
import { valueProblems } from "./condition-values.js";
import {
  rangeInName,
  readCondition,
  type Condition,
  type ConditionKey,
  type ConditionOperator,
  type NamedMember,
} from "./conditions.js";

/** The maximum number of operators in a condition, and of keys in an operator (IAM.1050, IAM.1054). */
const maxNames = 10;

/** Mistakes in the conditions of a policy; for an identity policy (5.0), misspelt operators only. */
export const conditionProblems: Check<ConditionProblem["id"]> = {
  when: (summary) => summary.hasCondition,
  problems: problemsOfPolicy,
};

function problemsOfPolicy(
  { statements, dialect, cloud }: PolicyDocument,
  { settings }: Pick<PolicyContext, "settings">,
): readonly ConditionProblem[] {
  const conditions = statements.map(readCondition).filter((condition) => condition !== undefined);
  if (dialect === "5.0") {
    // The operators of 5.0 are not public, but these are certainly not among them (facts.md#operators-of-version-5).
    const unknown = conditions.flatMap(({ operators }) => operators.filter(({ operator }) => !operator));
    return unknown.flatMap((operator) => misspelling(operator, true));
  }
  const context = { cloud: settings.cloud ?? cloud };
  return dialect === "1.1" ? conditions.flatMap((condition) => problemsOf(condition, context)) : [];
}

function problemsOf(condition: Condition, context: ConditionContext): readonly ConditionProblem[] {
  const { value, operators } = condition;
  return [
    ...(value.isComplete && value.members.length === 0 ? [{ range: value.range, id: "noOperator" } as const] : []),
    ...tooMany(operators, "tooManyOperators"),
    ...overwrittenNames(value, operators),
    ...operators.flatMap((operator) => [
      ...operatorProblems(operator, context),
      ...operatorShapeProblems(operator),
      ...operator.keys.flatMap((key) => keyProblems(key, operator, condition)),
      ...operator.keys.flatMap((key) => valueProblems(key, operator, context)),
    ]),
  ];
}

/** Reported at the first name over the limit; repeated names count once. */
function tooMany(
  named: readonly NamedMember[],
  id: "tooManyOperators" | "tooManyKeys",
  operator = "",
): readonly ConditionProblem[] {
  const unique = [...new Map([...named].reverse().map((one) => [one.name, one])).values()].reverse();
  const firstExcess = unique[maxNames];
  return firstExcess
    ? [{ range: firstExcess.range, id, data: { operator: truncate(operator), number: unique.length } }]
    : [];
}

/** Names that a later duplicate overwrites. */
function overwrittenNames(object: ObjectValue, named: readonly NamedMember[]): readonly ConditionProblem[] {
  const overwritten = overwrittenMembers(object);
  return named
    .filter(({ member }) => overwritten.includes(member))
    .map(({ range, name }) => ({ range, id: "overwritten", data: { name: truncate(name) } }));
}

function operatorProblems(operator: ConditionOperator, { cloud }: ConditionContext): readonly ConditionProblem[] {
  const { name, operator: known, mayApplyToObs, range } = operator;
  if (known && (!known.isObsOnly || mayApplyToObs)) {
    const isNullIfExists = known.base === "Null" && known.suffix !== "";
    return isNullIfExists ? [nullSuffix(operator, known)] : [];
  }
  const found = misspelling(operator, mayApplyToObs);
  // The other clouds publish no table of operators (facts.md#operators-of-other-clouds).
  return found.length > 0 || cloud !== "huaweicloud"
    ? found
    : [{ range, id: "unknownOperator", data: { name: truncate(name) } }];
}

function misspelling(operator: ConditionOperator, includeObs: boolean): readonly ConditionProblem[] {
  const { name, operator: known } = operator;
  const near = similarOperators(name, includeObs);
  const [nearest] = near;
  if (!nearest) {
    return [];
  }
  const names = near.map((candidate) => candidate.name);
  return [
    {
      range: rangeInName(operator, nearest.start, nearest.end),
      id: "misspeltOperator",
      data: { name: truncate(name), outside: known?.isObsOnly ? " outside OBS" : "", choices: listChoices(names) },
      edits: names.flatMap((other) => renameKey(operator.owner, operator.member, other)),
    },
  ];
}

/** `Null` is the only operator that takes no suffix (facts.md#ifexists-and-null). */
function nullSuffix(operator: ConditionOperator, { prefix, base, suffix }: Operator): ConditionProblem {
  const start = operator.name.length - suffix.length;
  return {
    range: rangeInName(operator, start, operator.name.length),
    id: "nullSuffix",
    edits: renameKey(operator.owner, operator.member, prefix + base),
  };
}

/** Operators whose value is not an object of 1 to 10 keys. */
function operatorShapeProblems({ name, range, value, keys }: ConditionOperator): readonly ConditionProblem[] {
  const data = { operator: truncate(name) };
  switch (value.kind) {
    case "object":
      return [
        ...(value.isComplete && value.members.length === 0 ? [{ range, id: "noKey", data } as const] : []),
        ...tooMany(keys, "tooManyKeys", name),
        ...overwrittenNames(value, keys),
      ];
    case "scalar":
      return [{ range, id: value.value === null ? "nullOperator" : "operatorValue", data }];
    case "array":
      return [{ range, id: "operatorValue", data }];
    case "string":
      return isKnownText(value) ? [{ range, id: "operatorValue", data }] : [];
    default:
      return [];
  }
}

function keyProblems(
  key: ConditionKey,
  operator: ConditionOperator,
  condition: Condition,
): readonly ConditionProblem[] {
  const { name, range } = key;
  if (name.trim() === "") {
    return [{ range: name === "" ? key.member.keyRange : range, id: "emptyKey" }];
  }
  const names = similarKeys(name, operator.mayApplyToObs);
  if (names.length > 0) {
    const edits = names.flatMap((other) => renameKey(key.owner, key.member, other));
    return [
      {
        range,
        id: "misspeltKey",
        data: { name: truncate(name), choices: listChoices(names.map((other) => truncate(other))) },
        edits,
      },
    ];
  }
  if (isIdentityPolicyKey(name)) {
    const isEnterpriseProject = name.toLowerCase() === "g:enterpriseprojectid";
    return [
      { range, id: isEnterpriseProject ? "enterpriseProjectKey" : "identityPolicyKey", data: { name: truncate(name) } },
    ];
  }
  return [...typeProblems(key, operator), ...mfaProblems(key, condition)];
}

/** Words for types in messages: `one` for a key, `many` for the values that an operator compares. */
const typeNames: Readonly<Record<KeyType, { readonly one: string; readonly many: string }>> = {
  string: { one: "a string", many: "strings" },
  number: { one: "a number", many: "numbers" },
  date: { one: "a date", many: "dates" },
  bool: { one: "a boolean", many: "booleans" },
  ip: { one: "an IP address", many: "IP addresses" },
};

/** Keys used with an operator for another type (IAM.1055). */
function typeProblems(key: ConditionKey, operator: ConditionOperator): readonly ConditionProblem[] {
  const type = typeOfKey(key.name);
  const known = operator.operator;
  if (!type || !known || (known.isObsOnly && !operator.mayApplyToObs) || isOperatorFor(type, known)) {
    return [];
  }
  const fitting = operatorForType(type, known);
  return [
    {
      range: key.range,
      id: "keyType",
      data: {
        name: truncate(key.name),
        type: typeNames[type].one,
        types: typeNames[type].many,
        operator: truncate(operator.name),
        family: known.family === "null" ? "" : typeNames[known.family].many,
      },
      // Other keys of the operator may need it.
      edits:
        fitting !== undefined && operator.hasAllKeys && operator.keys.length === 1
          ? renameKey(operator.owner, operator.member, fitting)
          : [],
    },
  ];
}

/** String operators on IP addresses are accepted: no source documents how they compare. */
function isOperatorFor(type: KeyType, { family }: Operator): boolean {
  return family === "null" || family === type || (type === "ip" && family === "string");
}

/** The age of an MFA login applies only if there was one (facts.md#age-of-an-mfa-login). */
function mfaProblems({ name, range }: ConditionKey, { operators, isComplete }: Condition): readonly ConditionProblem[] {
  if (!isComplete || name.toLowerCase() !== "g:mfaage") {
    return [];
  }
  const names = operators.flatMap(({ keys }) => keys).map((key) => key.name.toLowerCase());
  return !names.includes("g:mfapresent") ? [{ range, id: "mfaAge", data: { name: truncate(name) } }] : [];
}
