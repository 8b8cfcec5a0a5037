import { renameKey } from "../../edit/members.js";
import { isObsKey } from "../../policy/condition-keys.js";
import type { Operator, OperatorFamily } from "../../policy/operator-table.js";
import type { PolicyString } from "../../policy/value.js";
import { truncate } from "../../text/wording.js";
import type { ConditionProblem } from "./condition-problem.js";
import type { ConditionKey, ConditionOperator } from "./conditions.js";

/** The format of an operator's values. */
interface ValueFormat {
  readonly pattern: RegExp;
  /** Completes "takes ..." in a message. */
  readonly description: string;
}

/** By family; operators of others accept any string. */
export type ValueFormats = Readonly<Partial<Record<OperatorFamily, ValueFormat>>>;

/** The formats that all versions have. */
export const valueFormats: ValueFormats = {
  bool: { pattern: /^(?:true|false)$/iu, description: '"true" or "false"' },
  number: { pattern: /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/u, description: "numbers" },
  date: {
    pattern:
      /^\d{4}(?<dash>-?)(?:0[1-9]|1[0-2])\k<dash>(?:0[1-9]|[12]\d|3[01])(?:T[\d:.,]+(?:Z|[+-]\d{2}(?::?\d{2})?)?)?$/iu,
    description: 'dates in ISO 8601 format, such as "2030-01-31T23:59:59Z"',
  },
};

/**
 * The format of addresses in version 5.0: one, or a range in either notation. Version 1.1 has these operators in an earlier
 * edition only, which does not say it.
 */
export const addressFormat: ValueFormat = {
  pattern: addressPattern(),
  description: 'IP addresses or ranges, such as "10.0.0.0/8"',
};

function addressPattern(): RegExp {
  const byte = String.raw`(?:25[0-5]|2[0-4]\d|1\d\d|\d?\d)`;
  const address = String.raw`(?:${byte}(?:\.${byte}){3}|[\da-f]*:[\da-f:.]+)`;
  return new RegExp(String.raw`^${address}(?:/\d{1,3}|-${address})?$`, "iu");
}

/** A text that an operator cannot read. */
export function formatProblems(
  { value, contentRange }: PolicyString,
  { name }: ConditionKey,
  operator: ConditionOperator,
  { family, base }: Operator,
  formats: ValueFormats,
): readonly ConditionProblem[] {
  // Of the `null` operators, the table documents the values of `Null` only.
  const form = base === "Null" ? formats.bool : formats[family];
  const text = value.trim();
  if (!form || text === "" || form.pattern.test(text) || (family === "date" && isObsKey(name) && /^\d+$/u.test(text))) {
    return [];
  }
  const data = { operator: truncate(operator.name), form: form.description, value: truncate(value) };
  return [{ range: contentRange, id: "valueFormat", data }];
}

/** Asterisks in the value of an operator that takes them literally, with the operator that would not. */
export function patternProblem(
  { value, contentRange }: PolicyString,
  operator: ConditionOperator,
  matching: string,
): readonly ConditionProblem[] {
  return value.includes("*")
    ? [
        {
          range: contentRange,
          id: "pattern",
          data: { operator: truncate(operator.name), value: truncate(value), matching },
          edits:
            operator.hasAllKeys && operator.keys.length === 1
              ? renameKey(operator.owner, operator.member, matching)
              : [],
        },
      ]
    : [];
}
