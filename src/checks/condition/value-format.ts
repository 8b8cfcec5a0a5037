import { renameKey } from "../../edit/members.js";
import { isObsKey } from "../../policy/condition-keys.js";
import type { Operator, OperatorFamily } from "../../policy/operator-table.js";
import type { PolicyString } from "../../policy/value.js";
import { truncate } from "../../text/wording.js";
import type { ConditionProblem, Where } from "./condition-problem.js";
import type { ConditionKey, ConditionOperator } from "./conditions.js";

/** The format of an operator's values. */
interface ValueFormat {
  readonly pattern: RegExp;
  /** Completes "takes ..." in a message. */
  readonly description: string;
}

/** By family; operators of others accept any string. */
export type ValueFormats = Readonly<Partial<Record<OperatorFamily, ValueFormat>>>;

const bool: ValueFormat = { pattern: /^(?:true|false)$/iu, description: '"true" or "false"' };
const numbers = "numbers";
const dates = 'dates in ISO 8601 format, such as "2030-01-31T23:59:59Z"';

/** The formats of version 1.1. */
export const customFormats: ValueFormats = {
  bool,
  number: { pattern: /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/u, description: numbers },
  date: {
    pattern:
      /^\d{4}(?<dash>-?)(?:0[1-9]|1[0-2])\k<dash>(?:0[1-9]|[12]\d|3[01])(?:T[\d:.,]+(?:Z|[+-]\d{2}(?::?\d{2})?)?)?$/iu,
    description: dates,
  },
};

/**
 * The formats of version 5.0. They take whatever may be meant as such a value: pages show some forms, and do not say which
 * others are refused (facts.md#condition-values-of-version-5).
 */
export const identityFormats: ValueFormats = {
  bool,
  number: {
    pattern: /^[+-]?(?:(?=[\d.,_' ]*\d)[\d.,_' ]+(?:e[+-]?\d+)?|0x[\da-f]+)$/iu,
    description: numbers,
  },
  date: {
    // Digits with separators. What begins like a day of ISO 8601 must be one.
    pattern:
      /^(?:(?!\d{4}-\d\d-\d\d)|(?=\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])))\d[\d:.,/+ -]*(?:T[\d:.,]+\s*(?:[+-][\d:]+)?)?Z?$/iu,
    description: dates,
  },
  ip: {
    // One address or several, a range in any notation, or a pattern. In decimal notation, each number must fit into a byte.
    pattern:
      /^(?!.*(?:\.(?:25[6-9]|2[6-9]\d|[3-9]\d\d|\d{4,})(?!\d)|(?<!\d)(?:25[6-9]|2[6-9]\d|[3-9]\d\d|\d{4,})\.))(?=.*[\d:])[\da-f.:/*?,\s%-]+$/iu,
    description: 'IP addresses or ranges, such as "10.0.0.0/8"',
  },
};

/** A text that an operator cannot read. */
export function formatProblems(
  { value, contentRange }: PolicyString,
  { name }: ConditionKey,
  operator: ConditionOperator,
  { family, base }: Operator,
  formats: ValueFormats,
  where: Where,
): readonly ConditionProblem[] {
  // Of the `null` operators, the table documents the values of `Null` only.
  const form = base === "Null" ? formats.bool : formats[family];
  const text = value.trim();
  if (!form || text === "" || form.pattern.test(text) || (family === "date" && isObsKey(name) && /^\d+$/u.test(text))) {
    return [];
  }
  const data = { operator: truncate(operator.name), form: form.description, value: truncate(value), where };
  return [{ range: contentRange, id: "valueFormat", data }];
}

/** Asterisks in the value of an operator that takes them literally, with the operator that would not. */
export function patternProblem(
  { value, contentRange }: PolicyString,
  operator: ConditionOperator,
  matching: string,
  where: Where,
): readonly ConditionProblem[] {
  return value.includes("*")
    ? [
        {
          range: contentRange,
          id: "pattern",
          data: { operator: truncate(operator.name), value: truncate(value), matching, where },
          edits:
            operator.hasAllKeys && operator.keys.length === 1
              ? renameKey(operator.owner, operator.member, matching)
              : [],
        },
      ]
    : [];
}
