import { quoteInList, wrapInList } from "../../edit/lists.js";
import { renameKey } from "../../edit/members.js";
import { quote } from "../../edit/quotes.js";
import { isKnownText } from "../../policy/placeholder.js";
import type { ArrayValue, ListPlace, PlacedValue, PolicyString, ScalarValue } from "../../policy/value.js";
import { formatNumber, truncate } from "../../text/wording.js";
import { isGlobalKey, isObsKey, typeOfKey } from "./condition-keys.js";
import { patternOperatorFor, type Operator, type OperatorFamily } from "./condition-operators.js";
import type { ConditionFacts, ConditionProblem } from "./condition-problem.js";
import type { ConditionKey, ConditionOperator } from "./conditions.js";

/** The characters that the values of a key have in all (IAM.1056). */
const maxCharacters = 1024;

/** Mistakes in the values of a condition key. */
export function valueProblems(
  key: ConditionKey,
  operator: ConditionOperator,
  facts: ConditionFacts,
): readonly ConditionProblem[] {
  const { value } = key;
  switch (value.kind) {
    case "array":
      return [
        ...lengthProblems(key, value),
        ...value.placed.flatMap((element) => elementProblems(element, key, operator, facts)),
      ];
    case "object":
    case "scalar":
      return [notList(key)];
    case "string":
      return isKnownText(value) ? [notList(key), ...textProblems(value, key, operator, facts)] : [];
    default:
      return [];
  }
}

/** A lone value: to write it in brackets changes nothing but that the cloud takes it (IAM.1053). */
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
  facts: ConditionFacts,
): readonly ConditionProblem[] {
  switch (value.kind) {
    case "string":
      return isKnownText(value) ? textProblems(value, key, operator, facts) : [];
    case "scalar":
      return [notString(value, place, key)];
    case "array":
    case "object":
      return [
        { range: value.range, id: "notString", data: { value: value.kind === "array" ? "a list" : "an object" } },
      ];
    default:
      return [];
  }
}

/** The cloud's own SDK types the values as strings, as all examples have them (facts.md#condition-values-are-texts). */
function notString(scalar: ScalarValue, place: ListPlace | undefined, { member }: ConditionKey): ConditionProblem {
  const { value, range } = scalar;
  return { range, id: "notString", data: { value: String(value) }, edits: place ? quote(member, scalar, place) : [] };
}

function textProblems(
  text: PolicyString,
  key: ConditionKey,
  operator: ConditionOperator,
  facts: ConditionFacts,
): readonly ConditionProblem[] {
  const { operator: known } = operator;
  if (!known || (known.isOfObs && !operator.mayBeOfObs)) {
    return [];
  }
  const type = typeOfKey(key.name);
  const isOtherType = type !== undefined && known.family !== "null" && known.family !== type;
  return isOtherType
    ? []
    : [...formProblems(text, key, operator, known), ...patternProblems(text, key, operator, known, facts)];
}

/** How the values of an operator are written. */
interface Form {
  readonly pattern: RegExp;
  /** For a message, behind "takes". */
  readonly description: string;
}

/** For operators of other families, any text will do. */
const forms: Readonly<Partial<Record<OperatorFamily, Form>>> = {
  bool: { pattern: /^(?:true|false)$/iu, description: '"true" or "false"' },
  number: { pattern: /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/u, description: "numbers" },
  date: {
    pattern:
      /^\d{4}(?<dash>-?)(?:0[1-9]|1[0-2])\k<dash>(?:0[1-9]|[12]\d|3[01])(?:T[\d:.,]+(?:Z|[+-]\d{2}(?::?\d{2})?)?)?$/iu,
    description: 'dates in ISO 8601 format, such as "2030-01-31T23:59:59Z"',
  },
};

function formProblems(
  { value, contentRange }: PolicyString,
  { name }: ConditionKey,
  operator: ConditionOperator,
  { family, base }: Operator,
): readonly ConditionProblem[] {
  // Of the operators that ask for a value, the table gives those of `Null` only.
  const form = base === "Null" ? forms.bool : forms[family];
  const text = value.trim();
  if (!form || text === "" || form.pattern.test(text) || (family === "date" && isObsKey(name) && /^\d+$/u.test(text))) {
    return [];
  }
  const data = { operator: truncate(operator.name), form: form.description, value: truncate(value) };
  return [{ range: contentRange, id: "valueForm", data }];
}

/**
 * A star where the operator reads it as a letter. The names of users, projects and services and the values of tags have
 * none; what the keys of services hold is not known. OBS reads it in `StringLike`
 * (facts.md#patterns-in-condition-values).
 */
function patternProblems(
  { value, contentRange }: PolicyString,
  key: ConditionKey,
  operator: ConditionOperator,
  known: Operator,
  { cloud }: ConditionFacts,
): readonly ConditionProblem[] {
  const matching = patternOperatorFor(known);
  const isLike = known.base.includes("Like");
  const isOwn = isLike
    ? isGlobalKey(key.name) && !operator.mayBeOfObs && (cloud === undefined || cloud === "huaweicloud")
    : isGlobalKey(key.name) && typeOfKey(key.name) === "string";
  if (matching === undefined || !value.includes("*") || !isOwn) {
    return [];
  }
  return [
    {
      range: contentRange,
      id: "pattern",
      data: { operator: truncate(operator.name), value: truncate(value), matching },
      edits:
        operator.areAllKeys && operator.keys.length === 1 ? renameKey(operator.owner, operator.member, matching) : [],
    },
  ];
}
