import { describe, expect, it } from "vitest";
import {
  nearOperators,
  operatorFor,
  parseOperator,
  patternOperatorFor,
} from "../../../src/checks/condition/condition-operators.js";

describe("parseOperator", () => {
  it.each([
    ["StringEquals", ["", "StringEquals", "", "string"]],
    ["ForAllValues:StringNotMatchIfExists", ["ForAllValues:", "StringNotMatch", "IfExists", "string"]],
    ["foranyvalue:numberlessthanequals", ["ForAnyValue:", "NumberLessThanEquals", "", "number"]],
    ["NullIfExists", ["", "Null", "IfExists", "null"]],
    ["numlteq", ["", "numlteq", "", "number"]],
  ])("reads %s", (text, parts) => {
    const { prefix, base, suffix, family } = parseOperator(text) ?? {};
    expect([prefix, base, suffix, family]).toEqual(parts);
  });

  it.each(["", "IfExists", "ForAllValues:", "String", "StringEquals ", "ForNoValue:StringEquals", "ArnLike"])(
    "knows no %j",
    (text) => expect(parseOperator(text)).toBeUndefined(),
  );
});

describe("nearOperators", () => {
  /** The names, with the wrong part of the text. */
  function near(text: string, takesObs = false): string[] {
    return nearOperators(text, takesObs).map(({ name, start, end }) => `${name} for ${text.slice(start, end)}`);
  }

  it.each([
    ["StringEndWithIfExsits", ["StringEndWithIfExists for IfExsits"]],
    ["StringEqualIgnoreCaseIfExists", ["StringEqualsIgnoreCaseIfExists for StringEqualIgnoreCase"]],
    ["ForAllValueStringEquals", ["ForAllValues:StringEquals for ForAllValue"]],
    // Of two with other slips, the nearest.
    ["ForAllValue:StringEquals", ["ForAllValues:StringEquals for ForAllValue:"]],
    ["ForAnyValues:StringEqualsIfExists", ["ForAnyValue:StringEqualsIfExists for ForAnyValues:"]],
    ["IsNil", ["IsNull for IsNil"]],
    ["ForAnyValue:StringMatchs", ["ForAnyValue:StringMatch for s"]],
    [" Bool", ["Bool for  "]],
    ["IpAdress", ["IpAddress for IpAdress"]],
    ["NumericLessThanIfExists", ["NumberLessThanIfExists for NumericLessThan"]],
    ["ForAllValues:NumericEquals", ["ForAllValues:NumberEquals for NumericEquals"]],
  ])("of %j", (text, names) => expect(near(text)).toEqual(names));

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
  ])("are none of %j", (text) => expect(near(text)).toEqual([]));

  it("are those of OBS where they are meant", () => {
    expect(near("NumericEqual", true)).toEqual(["NumericEquals for NumericEqual"]);
    expect(near("NumericEqual")).toEqual([]);
  });

  it("are three at most", () => {
    expect(near("numlte", true)).toEqual(["numlt for e", "numlteq for numlte"]);
    expect(near("numteq", true)).toEqual(["numeq for numteq", "numneq for numteq", "numlteq for numteq"]);
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
    const operator = parseOperator(text);
    expect(operator && operatorFor(family, operator)).toBe(expected);
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
    const operator = parseOperator(text);
    expect(operator && patternOperatorFor(operator)).toBe(expected);
  });
});
