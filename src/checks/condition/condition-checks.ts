import type { PolicyDocument } from "../../policy/document.js";
import { customKeys, isIdentityPolicyKey, similarKeys } from "../../policy/condition-keys.js";
import { customOperators } from "../../policy/condition-operators.js";
import { isKnownText } from "../../policy/placeholder.js";
import { truncate } from "../../text/wording.js";
import type { Check } from "../summary/check.js";
import type { PolicyContext } from "../policy-context.js";
import { inCustomPolicies, type ConditionContext, type ConditionProblem } from "./condition-problem.js";
import { valueProblems } from "./condition-values.js";
import {
  readCondition,
  type Condition,
  type ConditionKey,
  type ConditionOperator,
  type NamedMember,
} from "./conditions.js";
import { misspeltKey, typeProblems } from "./key-problems.js";
import { misspelling, nullSuffixProblems, overwrittenNames } from "./operator-problems.js";

/** The maximum number of operators in a condition, and of keys in an operator (IAM.1050, IAM.1054). */
const maxNames = 10;

/** Mistakes in the conditions of a custom policy (1.1). */
export const conditionProblems: Check<ConditionProblem["id"]> = {
  when: (summary) => summary.hasCondition,
  problems: problemsOfPolicy,
};

function problemsOfPolicy(
  { statements, cloud }: PolicyDocument,
  { settings }: Pick<PolicyContext, "settings">,
): readonly ConditionProblem[] {
  const context = { cloud: settings.cloud ?? cloud };
  return statements.flatMap((statement) => {
    const condition = readCondition(statement, customOperators);
    return condition ? problemsOf(condition, context) : [];
  });
}

function problemsOf(condition: Condition, context: ConditionContext): readonly ConditionProblem[] {
  const { value, operators } = condition;
  return [
    ...(value.isComplete && value.members.length === 0 ? [{ range: value.range, id: "noOperator" } as const] : []),
    ...tooMany(operators, "tooManyOperators"),
    ...overwrittenNames(value, operators, inCustomPolicies),
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

function operatorProblems(operator: ConditionOperator, { cloud }: ConditionContext): readonly ConditionProblem[] {
  const { name, operator: known, mayApplyToObs, range } = operator;
  if (known && (!known.isObsOnly || mayApplyToObs)) {
    return nullSuffixProblems(operator, known, inCustomPolicies);
  }
  const near = customOperators.similar(name, mayApplyToObs);
  const found = misspelling(operator, near, known?.isObsOnly ? " outside OBS" : "");
  // The other clouds publish no table of operators (facts.md#operators-of-other-clouds).
  return found.length > 0 || cloud !== "huaweicloud"
    ? found
    : [{ range, id: "unknownOperator", data: { name: truncate(name) } }];
}

/** Operators whose value is not an object of 1 to 10 keys. */
function operatorShapeProblems({ name, range, value, keys }: ConditionOperator): readonly ConditionProblem[] {
  const data = { operator: truncate(name), where: inCustomPolicies, values: "a list of values" };
  switch (value.kind) {
    case "object":
      return [
        ...(value.isComplete && value.members.length === 0 ? [{ range, id: "noKey", data } as const] : []),
        ...tooMany(keys, "tooManyKeys", name),
        ...overwrittenNames(value, keys, inCustomPolicies),
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
    return misspeltKey(key, names, "misspeltKey");
  }
  if (isIdentityPolicyKey(name)) {
    const isEnterpriseProject = name.toLowerCase() === "g:enterpriseprojectid";
    return [
      { range, id: isEnterpriseProject ? "enterpriseProjectKey" : "identityPolicyKey", data: { name: truncate(name) } },
    ];
  }
  return [...keyTypeProblems(key, operator), ...mfaProblems(key, condition)];
}

/** Keys used with an operator for another type (IAM.1055). */
function keyTypeProblems(key: ConditionKey, operator: ConditionOperator): readonly ConditionProblem[] {
  const isOfBuckets = operator.operator?.isObsOnly === true && !operator.mayApplyToObs;
  return isOfBuckets
    ? []
    : typeProblems(key, operator, customKeys.typeOf(key.name), customOperators, "keyType", inCustomPolicies);
}

/** The age of an MFA login applies only if there was one (facts.md#age-of-an-mfa-login). */
function mfaProblems({ name, range }: ConditionKey, { operators, isComplete }: Condition): readonly ConditionProblem[] {
  if (!isComplete || name.toLowerCase() !== "g:mfaage") {
    return [];
  }
  const names = operators.flatMap(({ keys }) => keys).map((key) => key.name.toLowerCase());
  return !names.includes("g:mfapresent") ? [{ range, id: "mfaAge", data: { name: truncate(name) } }] : [];
}
