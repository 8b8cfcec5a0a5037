import { renameKey } from "../../edit/members.js";
import type { KeyType } from "../../policy/key-table.js";
import type { Operator, OperatorTable } from "../../policy/operator-table.js";
import { listChoices, truncate } from "../../text/wording.js";
import type { ConditionProblem, ConditionProblemId, Where } from "./condition-problem.js";
import type { ConditionKey, ConditionOperator } from "./conditions.js";

/** A key that is probably one of others, misspelt; nothing if there are none. */
export function misspeltKey(
  key: ConditionKey,
  names: readonly string[],
  id: ConditionProblemId,
): readonly ConditionProblem[] {
  return names.length === 0
    ? []
    : [
        {
          range: key.range,
          id,
          data: { name: truncate(key.name), choices: listChoices(names.map((other) => truncate(other))) },
          edits: names.flatMap((other) => renameKey(key.owner, key.member, other)),
        },
      ];
}

/** Words for types in messages: `one` for a key, `many` for the values that an operator compares. */
const typeNames: Readonly<Record<KeyType, { readonly one: string; readonly many: string }>> = {
  string: { one: "a string", many: "strings" },
  number: { one: "a number", many: "numbers" },
  date: { one: "a date", many: "dates" },
  bool: { one: "a boolean", many: "booleans" },
  ip: { one: "an IP address", many: "IP addresses" },
};

/**
 * A key with an operator for another type.
 *
 * @param type the type of the key, if it is known
 * @param table the operators that another one may be offered of
 */
export function typeProblems(
  key: ConditionKey,
  operator: ConditionOperator,
  type: KeyType | undefined,
  table: OperatorTable,
  id: ConditionProblemId,
  where: Where,
): readonly ConditionProblem[] {
  const known = operator.operator;
  if (!type || !known || isOperatorFor(type, known)) {
    return [];
  }
  const fitting = table.forType(type, known);
  return [
    {
      range: key.range,
      id,
      data: {
        name: truncate(key.name),
        type: typeNames[type].one,
        types: typeNames[type].many,
        operator: truncate(operator.name),
        where,
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
