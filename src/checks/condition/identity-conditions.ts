import type { PolicyDocument } from "../../policy/document.js";
import { identityKeys, similarIdentityKeys } from "../../policy/identity-keys.js";
import { identityOperators, isTabledOperator } from "../../policy/identity-operators.js";
import { isGlobalKey } from "../../policy/key-table.js";
import { patternOperatorFor, type Operator } from "../../policy/operator-table.js";
import { isKnownText } from "../../policy/placeholder.js";
import { listedElements } from "../../policy/listed.js";
import { possibleValues } from "../../policy/possible-values.js";
import type { PolicyString, Value } from "../../policy/value.js";
import { truncate } from "../../text/wording.js";
import type { Check } from "../summary/check.js";
import { describePolicy } from "../shape/identity-names.js";
import type { ConditionProblem, Where } from "./condition-problem.js";
import { nestedValue } from "./condition-values.js";
import { readCondition, type Condition, type ConditionKey, type ConditionOperator } from "./conditions.js";
import { misspeltKey, typeProblems } from "./key-problems.js";
import { misspelling, nullSuffixProblems, overwrittenNames } from "./operator-problems.js";
import { formatProblems, identityFormats, patternProblem } from "./value-format.js";
import { variableProblems } from "./variable-problems.js";

/**
 * Mistakes in the conditions of a policy of version 5.0. Its pages were not read in full: an operator or key that resembles
 * no documented one may well be right.
 */
export const identityConditionProblems: Check<ConditionProblem["id"]> = {
  when: (summary) => summary.hasCondition,
  problems: problemsOfPolicy,
};

/** Nothing is known of the conditions of endpoints' policies, which other services may give keys of their own. */
function problemsOfPolicy(document: PolicyDocument): readonly ConditionProblem[] {
  if (document.kind === "endpoint") {
    return [];
  }
  const where = ` in this ${describePolicy(document).policy}`;
  return document.statements.flatMap((statement) => {
    const condition = readCondition(statement, identityOperators);
    return condition ? problemsOf(condition, where) : [];
  });
}

function problemsOf({ value, operators }: Condition, where: Where): readonly ConditionProblem[] {
  return [
    ...overwrittenNames(value, operators, where),
    ...operators.flatMap((operator) => [
      ...operatorProblems(operator, where),
      ...operatorShapeProblems(operator, where),
      ...operator.keys.flatMap((key) => [
        ...keyProblems(key, operator, where),
        ...valueProblems(key.value, key, operator, where),
      ]),
    ]),
  ];
}

function operatorProblems(operator: ConditionOperator, where: Where): readonly ConditionProblem[] {
  const { name, operator: known } = operator;
  return known
    ? nullSuffixProblems(operator, known, where)
    : misspelling(operator, identityOperators.similar(name, false), where);
}

/** An operator whose value is no object has no key. */
function operatorShapeProblems(
  { name, range, value, keys }: ConditionOperator,
  where: Where,
): readonly ConditionProblem[] {
  const data = { operator: truncate(name), where, values: "a value or a list of values" };
  switch (value.kind) {
    case "object":
      return overwrittenNames(value, keys, where);
    case "string":
      return isKnownText(value) ? [{ range, id: "operatorValue", data }] : [];
    case "array":
    case "scalar":
      return [{ range, id: "operatorValue", data }];
    default:
      return [];
  }
}

function keyProblems(key: ConditionKey, operator: ConditionOperator, where: Where): readonly ConditionProblem[] {
  const names = similarIdentityKeys(key.name);
  return names.length > 0
    ? misspeltKey(key, names, "misspeltIdentityKey")
    : typeProblems(key, operator, identityKeys.typeOf(key.name), identityOperators, "identityKeyType", where);
}

/** A value may stand alone or in a list (facts.md#condition-values-of-version-5). */
function valueProblems(
  value: Value,
  key: ConditionKey,
  operator: ConditionOperator,
  where: Where,
): readonly ConditionProblem[] {
  return possibleValues(value).flatMap((possible) =>
    possible.kind === "array"
      ? listedElements(possible).flatMap((element) =>
          possibleValues(element).flatMap((one) => elementProblems(one, key, operator, where)),
        )
      : elementProblems(possible, key, operator, where),
  );
}

/** No source says whether a number or a boolean is taken in place of a text. */
function elementProblems(
  value: Value,
  key: ConditionKey,
  operator: ConditionOperator,
  where: Where,
): readonly ConditionProblem[] {
  switch (value.kind) {
    case "string":
      return [
        ...variableProblems(value, where),
        ...(operator.operator && isKnownText(value)
          ? textProblems(value, key, operator, operator.operator, where)
          : []),
      ];
    case "array":
    case "object":
      return [nestedValue(value, where)];
    default:
      return [];
  }
}

function textProblems(
  text: PolicyString,
  key: ConditionKey,
  operator: ConditionOperator,
  known: Operator,
  where: Where,
): readonly ConditionProblem[] {
  const type = identityKeys.typeOf(key.name);
  const isOtherType = type !== undefined && known.family !== "null" && known.family !== type;
  return isOtherType
    ? []
    : [
        ...formatProblems(text, key, operator, known, identityFormats, where),
        ...patternProblems(text, key, operator, known, where),
      ];
}

/**
 * Asterisks in values of operators that the tables say to compare letter by letter. Only for keys whose values cannot
 * contain one, such as names of users.
 */
function patternProblems(
  text: PolicyString,
  key: ConditionKey,
  operator: ConditionOperator,
  known: Operator,
  where: Where,
): readonly ConditionProblem[] {
  const matching = isTabledOperator(known) ? patternOperatorFor(known) : undefined;
  const isMeantAsPattern = isGlobalKey(key.name) && identityKeys.typeOf(key.name) === "string";
  return matching !== undefined && isMeantAsPattern ? patternProblem(text, operator, matching, where) : [];
}
