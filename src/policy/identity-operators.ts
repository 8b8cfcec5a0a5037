import { withoutNumeric } from "./condition-operators.js";
import { basesOf, OperatorTable, type BaseOperator, type Operator, type OperatorNames } from "./operator-table.js";

/** The operators in Huawei Cloud's tables for version 5.0 (facts.md#operators-of-version-5). */
const tabled: OperatorNames = {
  string: [
    ...["StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase"],
    ...["StringMatch", "StringNotMatch"],
  ],
  number: [
    ...["NumberEquals", "NumberNotEquals", "NumberLessThan", "NumberLessThanEquals"],
    ...["NumberGreaterThan", "NumberGreaterThanEquals"],
  ],
  date: ["DateLessThan", "DateLessThanEquals", "DateGreaterThan", "DateGreaterThanEquals"],
  bool: ["Bool"],
  null: ["Null"],
  ip: ["IpAddress", "NotIpAddress"],
};

/**
 * Operators that are in none of these tables, and not known to be wrong: an official example has `StringEndWith`, pages on
 * version 1.1 have its siblings, and users' policies have `StringLike`.
 */
const others: OperatorNames = {
  string: [
    ...["StringEndWith", "StringNotEndWith", "StringStartWith", "StringNotStartWith"],
    ...["StringLike", "StringNotLike"],
  ],
};

/** The operators of version 5.0 that official pages have, to be offered. */
export const offeredOperators: readonly BaseOperator[] = [
  ...basesOf(tabled),
  ...basesOf({ string: ["StringEndWith"] }),
];

const tabledNames = new Set(basesOf(tabled).map(({ name }) => name));

/** Whether an operator is in a table, which says how it compares. */
export function isTabledOperator({ base }: Operator): boolean {
  return tabledNames.has(base);
}

/** The names here of operators that AWS has, or OBS in bucket policies, or earlier editions of version 1.1. */
const translations: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ArnEquals: "StringEquals",
    ArnNotEquals: "StringNotEquals",
    ArnLike: "StringMatch",
    ArnNotLike: "StringNotMatch",
    IsNull: "Null",
    StringLikeAnyOf: "StringMatch",
    StringNotLikeAnyOf: "StringNotMatch",
    streq: "StringEquals",
    strneq: "StringNotEquals",
    streqi: "StringEqualsIgnoreCase",
    strneqi: "StringNotEqualsIgnoreCase",
    strl: "StringMatch",
    strnl: "StringNotMatch",
    numeq: "NumberEquals",
    numneq: "NumberNotEquals",
    numlt: "NumberLessThan",
    numlteq: "NumberLessThanEquals",
    numgt: "NumberGreaterThan",
    numgteq: "NumberGreaterThanEquals",
    datelt: "DateLessThan",
    datelteq: "DateLessThanEquals",
    dategt: "DateGreaterThan",
    dategteq: "DateGreaterThanEquals",
  }).map(([foreign, name]) => [foreign.toLowerCase(), name]),
);

/** Values are alternatives without `AnyOf`, too. */
function translate(base: string): string | undefined {
  return (
    translations.get(base.toLowerCase()) ?? withoutNumeric(base) ?? /^(?<name>\w+)AnyOf$/iu.exec(base)?.groups?.["name"]
  );
}

/** The operators of version 5.0. */
export const identityOperators = new OperatorTable([...basesOf(tabled), ...basesOf(others)], translate);
