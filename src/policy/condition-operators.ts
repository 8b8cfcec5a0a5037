import { basesOf, OperatorTable, type OperatorNames } from "./operator-table.js";

/**
 * The operators of version 1.1: Huawei Cloud's current table, an earlier edition of the same page (`AnyOf`,
 * `StringLike`, `IpAddress`, `IsNull` ...; facts.md#operators-of-an-earlier-edition), and examples that use operators
 * missing from the tables (facts.md#condition-operators).
 */
const operators: OperatorNames = {
  string: [
    ...["StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase"],
    ...["StringMatch", "StringNotMatch", "StringLike", "StringNotLike"],
    ...["StringStartWith", "StringNotStartWith", "StringEndWith", "StringNotEndWith"],
    ...["StringEqualsAnyOf", "StringNotEqualsAnyOf", "StringEqualsIgnoreCaseAnyOf", "StringNotEqualsIgnoreCaseAnyOf"],
    ...["StringLikeAnyOf", "StringNotLikeAnyOf", "StringStartWithAnyOf", "StringNotStartWithAnyOf"],
    ...["StringEndWithAnyOf", "StringNotEndWithAnyOf"],
  ],
  number: [
    ...["NumberEquals", "NumberNotEquals", "NumberLessThan", "NumberLessThanEquals"],
    ...["NumberGreaterThan", "NumberGreaterThanEquals", "NumberEqualsAnyOf", "NumberNotEqualsAnyOf"],
  ],
  date: ["DateLessThan", "DateLessThanEquals", "DateGreaterThan", "DateGreaterThanEquals"],
  bool: ["Bool"],
  ip: ["IpAddress", "NotIpAddress"],
  null: ["Null", "IsNull", "IsNotNull", "IsNullOrEmpty"],
};

/** The operators of OBS bucket policies, which OBS supports in IAM policies too (facts.md#obs-condition-operators). */
const obsOperators: OperatorNames = {
  string: ["streq", "strneq", "streqi", "strneqi", "strl", "strnl"],
  number: [
    ...["NumericEquals", "NumericNotEquals", "NumericLessThan", "NumericLessThanEquals"],
    ...["NumericGreaterThan", "NumericGreaterThanEquals"],
    ...["numeq", "numneq", "numlt", "numlteq", "numgt", "numgteq"],
  ],
  date: [...["DateEquals", "DateNotEquals"], ...["dateeq", "dateneq", "datelt", "datelteq", "dategt", "dategteq"]],
};

/** The prefix of numeric operators in AWS, and here in OBS only (facts.md#number-or-numeric). */
const numeric = /^Numeric(?=Equals|NotEquals|LessThan|GreaterThan)/iu;

/** The name here of a numeric operator of AWS. */
export function withoutNumeric(base: string): string | undefined {
  return numeric.test(base) ? base.replace(numeric, "Number") : undefined;
}

/** The documented operators of version 1.1. */
export const customOperators = new OperatorTable(
  [...basesOf(operators), ...basesOf(obsOperators, true)],
  withoutNumeric,
);
