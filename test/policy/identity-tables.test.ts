import { describe, expect, it } from "vitest";
import { identityKeys, isMultiValuedKey, similarIdentityKeys } from "../../src/policy/identity-keys.js";
import { identityOperators, isTabledOperator, offeredOperators } from "../../src/policy/identity-operators.js";
import { isGlobalVariableAt, isQuotedFallback, policyVariablesIn } from "../../src/policy/policy-variables.js";
import { isGlobalInUrns, isOnlyUrn, urnTypesOf } from "../../src/policy/urn-types.js";

describe("operators of version 5.0", () => {
  it.each([
    ["streqi", "StringEqualsIgnoreCase"],
    ["strnl", "StringNotMatch"],
    ["numgteq", "NumberGreaterThanEquals"],
    ["datelt", "DateLessThan"],
    ["NumericNotEquals", "NumberNotEquals"],
    ["ForAllValues:StringNotEqualsIgnoreCaseAnyOf", "ForAllValues:StringNotEqualsIgnoreCase"],
    ["StringStartWithAnyOf", "StringStartWith"],
    ["arnlikeifexists", "StringMatchIfExists"],
  ])("%s is %s", (text, name) => {
    expect(identityOperators.parse(text)).toBeUndefined();
    expect(identityOperators.similar(text, false).map((similar) => similar.name)).toEqual([name]);
  });

  it.each(["IsNotNull", "IsNullOrEmpty", "DateEquals", "dateeq", "UrnEquals", "AnyOf", ""])(
    "%j has no other name",
    (text) => {
      expect(identityOperators.similar(text, false)).toEqual([]);
    },
  );

  it("that are offered are known, and in a table but for one", () => {
    const others = offeredOperators.filter(({ name }) => {
      const operator = identityOperators.parse(name);
      return !operator || !isTabledOperator(operator);
    });
    expect(others.map(({ name }) => name)).toEqual(["StringEndWith"]);
  });

  it("have the same comparison for another type", () => {
    const operator = identityOperators.parse("ForAnyValue:StringEqualsIfExists");
    expect(operator && identityOperators.forType("number", operator)).toBe("ForAnyValue:NumberEqualsIfExists");
    expect(operator && identityOperators.forType("date", operator)).toBeUndefined();
  });
});

describe("keys of version 5.0", () => {
  it("have types where pages have them, and none may be a typo of another", () => {
    expect(["g:mfapresent", "STS:durationtimes", "g:RequestTag/a/b", "vpc:VpcId", "g:SourceIp"].map(typeOf)).toEqual([
      "bool",
      "number",
      undefined,
      undefined,
      undefined,
    ]);
    expect(identityKeys.names.flatMap((name) => similarIdentityKeys(name))).toEqual([]);
  });

  it("that have several values", () => {
    expect(["g:TagKeys", "G:calledvia", "g:UserName", "g:CalledViaFirst"].filter(isMultiValuedKey)).toHaveLength(2);
  });

  function typeOf(name: string) {
    return identityKeys.typeOf(name);
  }
});

describe("policy variables", () => {
  it.each([
    ["a-${g:UserName}-b", ["g:UserName", 4, 14, 2, 15, undefined]],
    ["${ g:UserName , 'it''s {odd}' }", ["g:UserName", 3, 13, 0, 31, "'it''s {odd}'"]],
    ["${g:PrincipalTag/team,x}", ["g:PrincipalTag/team", 2, 21, 0, 24, "x"]],
    ["${g:UserName, 'it's'}", ["g:UserName", 2, 12, 0, 21, "'it's'"]],
    ["${g:UserName, 'it}", ["g:UserName", 2, 12, 0, 18, "'it"]],
    ["${g:UserName,}", ["g:UserName", 2, 12, 0, 14, ""]],
  ])("in %j", (text, parts) => {
    const [found, ...others] = policyVariablesIn(text);
    expect(others).toEqual([]);
    expect(found && [found.key, found.keyStart, found.keyEnd, found.start, found.end, found.fallback]).toEqual(parts);
  });

  it("none in a text of doubled quotes without an end, however long", () => {
    const text = `\${g:UserName,'${"''".repeat(20_000)}`;
    expect(policyVariablesIn(text)).toEqual([]);
    expect(isGlobalVariableAt(text, 0)).toBe(false);
  });

  it.each(["${*}", "${name}", "$g:UserName", "${g:UserName", "${1:x}", "${g:a b}", "{g:UserName}"])(
    "none in %j",
    (text) => {
      expect(policyVariablesIn(text)).toEqual([]);
    },
  );

  it("begin where those of global keys do", () => {
    expect(["${g:UserName}", "${ G:x, 'a''b' }"].every((text) => isGlobalVariableAt(text, 0))).toBe(true);
    expect(["${sts:x}", '${g:x, "a"}', "x${g:x}", "${g:x"].some((text) => isGlobalVariableAt(text, 0))).toBe(false);
  });

  it("have defaults in single quotes, doubled inside", () => {
    expect(["'a'", "''", "'it''s'"].every(isQuotedFallback)).toBe(true);
    expect(["", "a", "'a", "'it's'", '"a"'].some(isQuotedFallback)).toBe(false);
  });
});

it("types of resources of version 5.0", () => {
  expect(urnTypesOf("iam")).toContain("agency");
  expect(urnTypesOf("constructor")).toEqual([]);
  expect([isGlobalInUrns("sts"), isGlobalInUrns("obs")]).toEqual([true, false]);
  expect([isOnlyUrn("iam", "user"), isOnlyUrn("obs", "bucket")]).toEqual([true, false]);
});
