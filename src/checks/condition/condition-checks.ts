import { renameKey } from "../../edit/members.js";
import type { PolicyDocument } from "../../policy/document.js";
import { isKnownText } from "../../policy/placeholder.js";
import type { ObjectValue } from "../../policy/value.js";
import { truncate, listChoices } from "../../text/wording.js";
import type { PolicyContext } from "../policy-context.js";
import { isOfIdentityPolicies, nearKeys, typeOfKey, type KeyType } from "./condition-keys.js";
import { nearOperators, operatorFor, type Operator } from "./condition-operators.js";
import type { ConditionFacts, ConditionProblem } from "./condition-problem.js";
import { valueProblems } from "./condition-values.js";
import {
  partOfName,
  readCondition,
  type Condition,
  type ConditionKey,
  type ConditionOperator,
  type Named,
} from "./conditions.js";

/** How many operators a condition may have, and how many keys an operator (IAM.1050, IAM.1054). */
const maxNames = 10;

/** Everything that is wrong inside of the conditions of a policy; of an identity policy (5.0), misspelt operators. */
export function conditionProblems(
  { statements, dialect, cloud }: PolicyDocument,
  { settings }: Pick<PolicyContext, "settings">,
): readonly ConditionProblem[] {
  const conditions = statements.map(readCondition).filter((condition) => condition !== undefined);
  if (dialect === "5.0") {
    // The operators of 5.0 are not public: all that is sure is that these are none (facts.md#operators-of-version-5).
    const unknown = conditions.flatMap(({ operators }) => operators.filter(({ operator }) => !operator));
    return unknown.flatMap((operator) => misspelling(operator, true));
  }
  const facts = { cloud: settings.cloud ?? cloud };
  return dialect === "1.1" ? conditions.flatMap((condition) => problemsOf(condition, facts)) : [];
}

function problemsOf(condition: Condition, facts: ConditionFacts): readonly ConditionProblem[] {
  const { value, operators } = condition;
  return [
    ...(value.isComplete && value.members.length === 0 ? [{ range: value.range, id: "noOperator" } as const] : []),
    ...excess(operators, "tooManyOperators"),
    ...lostMembers(value, operators),
    ...operators.flatMap((operator) => [
      ...operatorProblems(operator, facts),
      ...operatorShapeProblems(operator),
      ...operator.keys.flatMap((key) => keyProblems(key, operator, condition)),
      ...operator.keys.flatMap((key) => valueProblems(key, operator, facts)),
    ]),
  ];
}

/** At the first of those that are too many. */
function excess(
  named: readonly Named[],
  id: "tooManyOperators" | "tooManyKeys",
  operator = "",
): readonly ConditionProblem[] {
  const firsts = [...new Map([...named].reverse().map((one) => [one.name, one])).values()].reverse();
  const surplus = firsts[maxNames];
  return surplus ? [{ range: surplus.range, id, data: { operator: truncate(operator), number: firsts.length } }] : [];
}

/** Keys that a later one of the same name replaces; a spread is meant to be replaced. */
function lostMembers({ range }: ObjectValue, named: readonly Named[]): readonly ConditionProblem[] {
  const written = named.filter(
    ({ member }) => member.readKey && member.keyRange[0] >= range[0] && member.keyRange[1] <= range[1],
  );
  const last = new Map(written.map((one) => [one.name, one]));
  return written
    .filter((one) => last.get(one.name) !== one)
    .map((lost) => ({ range: lost.range, id: "lost", data: { name: truncate(lost.name) } }));
}

function operatorProblems(operator: ConditionOperator, { cloud }: ConditionFacts): readonly ConditionProblem[] {
  const { name, operator: known, mayBeOfObs, range } = operator;
  if (known && (!known.isOfObs || mayBeOfObs)) {
    const isNullIfExists = known.base === "Null" && known.suffix !== "";
    return isNullIfExists ? [nullSuffix(operator, known)] : [];
  }
  const found = misspelling(operator, mayBeOfObs);
  // The other clouds publish no table of operators (facts.md#operators-of-other-clouds).
  return found.length > 0 || cloud !== "huaweicloud"
    ? found
    : [{ range, id: "unknownOperator", data: { name: truncate(name) } }];
}

function misspelling(operator: ConditionOperator, takesObs: boolean): readonly ConditionProblem[] {
  const { name, operator: known } = operator;
  const near = nearOperators(name, takesObs);
  const [nearest] = near;
  if (!nearest) {
    return [];
  }
  const names = near.map((candidate) => candidate.name);
  return [
    {
      range: partOfName(operator, nearest.start, nearest.end),
      id: "nearOperator",
      data: { name: truncate(name), outside: known?.isOfObs ? " outside OBS" : "", choices: listChoices(names) },
      edits: names.flatMap((other) => renameKey(operator.owner, operator.member, other)),
    },
  ];
}

/** Of all operators, this one has no use for the suffix (facts.md#ifexists-and-null). */
function nullSuffix(operator: ConditionOperator, { prefix, base, suffix }: Operator): ConditionProblem {
  const start = operator.name.length - suffix.length;
  return {
    range: partOfName(operator, start, operator.name.length),
    id: "nullSuffix",
    edits: renameKey(operator.owner, operator.member, prefix + base),
  };
}

/** A value of an operator that is not an object of one to ten keys. */
function operatorShapeProblems({ name, range, value, keys }: ConditionOperator): readonly ConditionProblem[] {
  const data = { operator: truncate(name) };
  switch (value.kind) {
    case "object":
      return [
        ...(value.isComplete && value.members.length === 0 ? [{ range, id: "noKey", data } as const] : []),
        ...excess(keys, "tooManyKeys", name),
        ...lostMembers(value, keys),
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
  const names = nearKeys(name, operator.mayBeOfObs);
  if (names.length > 0) {
    const edits = names.flatMap((other) => renameKey(key.owner, key.member, other));
    return [
      {
        range,
        id: "nearKey",
        data: { name: truncate(name), choices: listChoices(names.map((other) => truncate(other))) },
        edits,
      },
    ];
  }
  if (isOfIdentityPolicies(name)) {
    const isEnterpriseProject = name.toLowerCase() === "g:enterpriseprojectid";
    return [
      { range, id: isEnterpriseProject ? "enterpriseProjectKey" : "identityPolicyKey", data: { name: truncate(name) } },
    ];
  }
  return [...typeProblems(key, operator), ...mfaProblems(key, condition)];
}

/** The types in a message: of one key, and of what an operator compares. */
const typeNames: Readonly<Record<KeyType, { readonly one: string; readonly many: string }>> = {
  string: { one: "a string", many: "strings" },
  number: { one: "a number", many: "numbers" },
  date: { one: "a date", many: "dates" },
  bool: { one: "a boolean", many: "booleans" },
  ip: { one: "an IP address", many: "IP addresses" },
};

/** A key under an operator for values of another type (IAM.1055). */
function typeProblems(key: ConditionKey, operator: ConditionOperator): readonly ConditionProblem[] {
  const type = typeOfKey(key.name);
  const known = operator.operator;
  if (!type || !known || (known.isOfObs && !operator.mayBeOfObs) || isOperatorFor(type, known)) {
    return [];
  }
  const fitting = operatorFor(type, known);
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
      // The other keys of the operator may need it.
      edits:
        fitting !== undefined && operator.areAllKeys && operator.keys.length === 1
          ? renameKey(operator.owner, operator.member, fitting)
          : [],
    },
  ];
}

/** No source says how an address compares as a text, so that is left alone. */
function isOperatorFor(type: KeyType, { family }: Operator): boolean {
  return family === "null" || family === type || (type === "ip" && family === "string");
}

/** The age of a login by MFA counts only where there was one (facts.md#age-of-an-mfa-login). */
function mfaProblems({ name, range }: ConditionKey, { operators, isComplete }: Condition): readonly ConditionProblem[] {
  if (!isComplete || name.toLowerCase() !== "g:mfaage") {
    return [];
  }
  const names = operators.flatMap(({ keys }) => keys).map((key) => key.name.toLowerCase());
  return !names.includes("g:mfapresent") ? [{ range, id: "mfaAge", data: { name: truncate(name) } }] : [];
}
