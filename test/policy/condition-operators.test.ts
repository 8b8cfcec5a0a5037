import { describe, expect, it } from "vitest";
import { customOperators } from "../../src/policy/condition-operators.js";
import { patternOperatorFor } from "../../src/policy/operator-table.js";

describe("an operator of version 1.1", () => {
  it.each([
    ["StringEquals", ["", "StringEquals", "", "string"]],
    ["ForAllValues:StringNotMatchIfExists", ["ForAllValues:", "StringNotMatch", "IfExists", "string"]],
    ["foranyvalue:numberlessthanequals", ["ForAnyValue:", "NumberLessThanEquals", "", "number"]],
    ["NullIfExists", ["", "Null", "IfExists", "null"]],
    ["numlteq", ["", "numlteq", "", "number"]],
  ])("reads %s", (text, parts) => {
    const { prefix, base, suffix, family } = customOperators.parse(text) ?? {};
    expect([prefix, base, suffix, family]).toEqual(parts);
  });

  it.each(["", "IfExists", "ForAllValues:", "String", "StringEquals ", "ForNoValue:StringEquals", "ArnLike"])(
    "rejects %j",
    (text) => expect(customOperators.parse(text)).toBeUndefined(),
  );
});

describe("similar operators of version 1.1", () => {
  /** The similar names, each with the part of the string that differs. */
  function similar(text: string, includeObs = false): string[] {
    return customOperators
      .similar(text, includeObs)
      .map(({ name, start, end }) => `${name} for ${text.slice(start, end)}`);
  }

  it.each([
    ["StringEndWithIfExsits", ["StringEndWithIfExists for IfExsits"]],
    ["StringEqualIgnoreCaseIfExists", ["StringEqualsIgnoreCaseIfExists for StringEqualIgnoreCase"]],
    ["ForAllValueStringEquals", ["ForAllValues:StringEquals for ForAllValue"]],
    // The nearest of several typos.
    ["ForAllValue:StringEquals", ["ForAllValues:StringEquals for ForAllValue:"]],
    ["ForAnyValues:StringEqualsIfExists", ["ForAnyValue:StringEqualsIfExists for ForAnyValues:"]],
    ["IsNil", ["IsNull for IsNil"]],
    ["ForAnyValue:StringMatchs", ["ForAnyValue:StringMatch for s"]],
    [" Bool", ["Bool for  "]],
    ["IpAdress", ["IpAddress for IpAdress"]],
    ["NumericLessThanIfExists", ["NumberLessThanIfExists for NumericLessThan"]],
    ["ForAllValues:NumericEquals", ["ForAllValues:NumberEquals for NumericEquals"]],
  ])("of %j", (text, names) => expect(similar(text)).toEqual(names));

  it.each([
    "StringContains",
    "Nil",
    "DateEquals",
    "Boolean",
    "UrnLike",
    "ArnLike",
    "StringMatchNot",
    "IsNotNullOrEmpty",
    "x",
    "",
  ])("are none of %j", (text) => expect(similar(text)).toEqual([]));

  it("includes operators of OBS on request", () => {
    expect(similar("NumericEqual", true)).toEqual(["NumericEquals for NumericEqual"]);
    expect(similar("NumericEqual")).toEqual([]);
  });

  it("returns at most three", () => {
    expect(similar("numlte", true)).toEqual(["numlt for e", "numlteq for numlte"]);
    expect(similar("numteq", true)).toEqual(["numeq for numteq", "numneq for numteq", "numlteq for numteq"]);
  });
});

describe("the operator of another type", () => {
  it.each([
    ["StringEqualsIfExists", "bool", "BoolIfExists"],
    ["NumberGreaterThan", "date", "DateGreaterThan"],
    ["DateLessThanEquals", "number", "NumberLessThanEquals"],
    ["Bool", "string", "StringEquals"],
    ["DateLessThan", "string", undefined],
    ["StringNotEquals", "bool", undefined],
  ] as const)("of %s for %s is %s", (text, family, expected) => {
    const operator = customOperators.parse(text);
    expect(operator && customOperators.forType(family, operator)).toBe(expected);
  });
});

describe("the operator for patterns", () => {
  it.each([
    ["StringEquals", "StringMatch"],
    ["ForAnyValue:StringNotStartWithIfExists", "ForAnyValue:StringNotMatchIfExists"],
    ["StringMatch", undefined],
    ["streq", undefined],
    ["Bool", undefined],
  ])("of %s is %s", (text, expected) => {
    const operator = customOperators.parse(text);
    expect(operator && patternOperatorFor(operator)).toBe(expected);
  });
});
