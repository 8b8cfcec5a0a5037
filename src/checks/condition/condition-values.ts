import { quoteInList, wrapInList } from "../../edit/lists.js";
import { quoteScalar } from "../../edit/quotes.js";
import { isKnownText } from "../../policy/placeholder.js";
import type { ArrayValue, ListPlace, ObjectValue, PlacedValue, PolicyString, ScalarValue } from "../../policy/value.js";
import { formatNumber, truncate } from "../../text/wording.js";
import { customKeys } from "../../policy/condition-keys.js";
import { isGlobalKey } from "../../policy/key-table.js";
import { patternOperatorFor, type Operator } from "../../policy/operator-table.js";
import { inCustomPolicies, type ConditionContext, type ConditionProblem, type Where } from "./condition-problem.js";
import { customFormats, formatProblems, patternProblem } from "./value-format.js";
import type { ConditionKey, ConditionOperator } from "./conditions.js";

/** The maximum total length of a key's values, in characters (IAM.1056). */
const maxCharacters = 1024;

/** Mistakes in the values of a condition key. */
export function valueProblems(
  key: ConditionKey,
  operator: ConditionOperator,
  context: ConditionContext,
): readonly ConditionProblem[] {
  const { value } = key;
  switch (value.kind) {
    case "array":
      return [
        ...lengthProblems(key, value),
        ...value.placed.flatMap((element) => elementProblems(element, key, operator, context)),
      ];
    case "object":
    case "scalar":
      return [notList(key)];
    case "string":
      return isKnownText(value) ? [notList(key), ...stringProblems(value, key, operator, context)] : [];
    default:
      return [];
  }
}

/**
 * Values outside a list. Wrapping a single value is a fix: the meaning stays the same and the cloud accepts it
 * (IAM.1053).
 */
function notList({ name, member, value }: ConditionKey): ConditionProblem {
  const edits = value.kind === "scalar" ? quoteInList(member, value) : wrapInList(member, value);
  return {
    range: value.range,
    id: "notList",
    data: { name: truncate(name) },
    edits: value.kind === "object" ? [] : edits,
  };
}

function lengthProblems({ name, range }: ConditionKey, list: ArrayValue): readonly ConditionProblem[] {
  const texts = list.elements.filter((element) => element.kind === "string").filter(isKnownText);
  const characters = texts.reduce((sum, { value }) => sum + value.length, 0);
  if (characters > maxCharacters) {
    return [{ range, id: "tooLong", data: { name: truncate(name), number: formatNumber(characters) } }];
  }
  const isEmpty = characters === 0 && texts.length === list.elements.length;
  return isEmpty ? [{ range, id: "noValue", data: { name: truncate(name) } }] : [];
}

function elementProblems(
  { value, place }: PlacedValue,
  key: ConditionKey,
  operator: ConditionOperator,
  context: ConditionContext,
): readonly ConditionProblem[] {
  switch (value.kind) {
    case "string":
      return isKnownText(value) ? stringProblems(value, key, operator, context) : [];
    case "scalar":
      return [notString(value, place, key)];
    case "array":
    case "object":
      return [nestedValue(value, inCustomPolicies)];
    default:
      return [];
  }
}

/** A list or an object where a value should stand. */
export function nestedValue({ kind, range }: ArrayValue | ObjectValue, where: Where): ConditionProblem {
  return { range, id: "notString", data: { value: kind === "array" ? "a list" : "an object", where } };
}

/**
 * Values other than strings. The cloud's own SDK types them as strings, and so do all examples
 * (facts.md#condition-values-are-texts).
 */
function notString(scalar: ScalarValue, place: ListPlace | undefined, { member }: ConditionKey): ConditionProblem {
  const { value, range } = scalar;
  return {
    range,
    id: "notString",
    data: { value: String(value), where: inCustomPolicies },
    edits: place ? quoteScalar(member, scalar, place) : [],
  };
}

function stringProblems(
  text: PolicyString,
  key: ConditionKey,
  operator: ConditionOperator,
  context: ConditionContext,
): readonly ConditionProblem[] {
  const { operator: known } = operator;
  if (!known || (known.isObsOnly && !operator.mayApplyToObs)) {
    return [];
  }
  const type = customKeys.typeOf(key.name);
  const isOtherType = type !== undefined && known.family !== "null" && known.family !== type;
  return isOtherType
    ? []
    : [
        ...formatProblems(text, key, operator, known, customFormats, inCustomPolicies),
        ...patternProblems(text, key, operator, known, context),
      ];
}

/**
 * Asterisks in values of operators that take them literally. Only for keys whose values cannot contain one: names of
 * users, projects and services, and tag values; those of service-specific keys are unknown. OBS treats it as a wildcard
 * in `StringLike` (facts.md#patterns-in-condition-values).
 */
function patternProblems(
  text: PolicyString,
  key: ConditionKey,
  operator: ConditionOperator,
  known: Operator,
  { cloud }: ConditionContext,
): readonly ConditionProblem[] {
  const matching = patternOperatorFor(known);
  const isLike = known.base.includes("Like");
  const isMeantAsPattern = isLike
    ? isGlobalKey(key.name) && !operator.mayApplyToObs && (cloud === undefined || cloud === "huaweicloud")
    : isGlobalKey(key.name) && customKeys.typeOf(key.name) === "string";
  return matching === undefined || !isMeantAsPattern ? [] : patternProblem(text, operator, matching, inCustomPolicies);
}
