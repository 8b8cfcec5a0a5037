import type { PolicyDocument } from "../../policy/document.js";
import { identityKeys, similarIdentityKeys } from "../../policy/identity-keys.js";
import { identityOperators, isTabledOperator } from "../../policy/identity-operators.js";
import { isGlobalKey } from "../../policy/key-table.js";
import { patternOperatorFor, type Operator } from "../../policy/operator-table.js";
import { isKnownText } from "../../policy/placeholder.js";
import { listedElements, possibleValues, type PolicyString, type Value } from "../../policy/value.js";
import { truncate } from "../../text/wording.js";
import type { Check } from "../summary/check.js";
import type { ConditionProblem } from "./condition-problem.js";
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
function problemsOfPolicy({ statements, kind }: PolicyDocument): readonly ConditionProblem[] {
  if (kind === "endpoint") {
    return [];
  }
  return statements.flatMap((statement) => {
    const condition = readCondition(statement, identityOperators);
    return condition ? problemsOf(condition) : [];
  });
}

function problemsOf({ value, operators }: Condition): readonly ConditionProblem[] {
  return [
    ...overwrittenNames(value, operators),
    ...operators.flatMap((operator) => [
      ...operatorProblems(operator),
      ...operatorShapeProblems(operator),
      ...operator.keys.flatMap((key) => [...keyProblems(key, operator), ...valueProblems(key.value, key, operator)]),
    ]),
  ];
}

function operatorProblems(operator: ConditionOperator): readonly ConditionProblem[] {
  const { name, operator: known } = operator;
  return known
    ? nullSuffixProblems(operator, known)
    : misspelling(operator, identityOperators.similar(name, false), " of identity policies (5.0)");
}

/** An operator whose value is no object has no key. */
function operatorShapeProblems({ name, range, value, keys }: ConditionOperator): readonly ConditionProblem[] {
  switch (value.kind) {
    case "object":
      return overwrittenNames(value, keys);
    case "string":
      return isKnownText(value) ? [{ range, id: "operatorValue", data: { operator: truncate(name) } }] : [];
    case "array":
    case "scalar":
      return [{ range, id: "operatorValue", data: { operator: truncate(name) } }];
    default:
      return [];
  }
}

function keyProblems(key: ConditionKey, operator: ConditionOperator): readonly ConditionProblem[] {
  const names = similarIdentityKeys(key.name);
  return names.length > 0
    ? misspeltKey(key, names, "misspeltIdentityKey")
    : typeProblems(key, operator, identityKeys.typeOf(key.name), identityOperators, "identityKeyType");
}

/** A value may stand alone or in a list (facts.md#condition-values-of-version-5). */
function valueProblems(value: Value, key: ConditionKey, operator: ConditionOperator): readonly ConditionProblem[] {
  return possibleValues(value).flatMap((possible) =>
    possible.kind === "array"
      ? listedElements(possible).flatMap((element) =>
          possibleValues(element).flatMap((one) => elementProblems(one, key, operator)),
        )
      : elementProblems(possible, key, operator),
  );
}

/** No source says whether a number or a boolean is taken in place of a text. */
function elementProblems(value: Value, key: ConditionKey, operator: ConditionOperator): readonly ConditionProblem[] {
  switch (value.kind) {
    case "string":
      return [
        ...variableProblems(value),
        ...(operator.operator && isKnownText(value) ? textProblems(value, key, operator, operator.operator) : []),
      ];
    case "array":
    case "object":
      return [
        { range: value.range, id: "notString", data: { value: value.kind === "array" ? "a list" : "an object" } },
      ];
    default:
      return [];
  }
}

function textProblems(
  text: PolicyString,
  key: ConditionKey,
  operator: ConditionOperator,
  known: Operator,
): readonly ConditionProblem[] {
  const type = identityKeys.typeOf(key.name);
  const isOtherType = type !== undefined && known.family !== "null" && known.family !== type;
  return isOtherType
    ? []
    : [...formatProblems(text, key, operator, known, identityFormats), ...patternProblems(text, key, operator, known)];
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
): readonly ConditionProblem[] {
  const matching = isTabledOperator(known) ? patternOperatorFor(known) : undefined;
  const isMeantAsPattern = isGlobalKey(key.name) && identityKeys.typeOf(key.name) === "string";
  return matching !== undefined && isMeantAsPattern ? patternProblem(text, operator, matching) : [];
}
