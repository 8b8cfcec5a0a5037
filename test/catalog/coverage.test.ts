import { describe, expect, it } from "vitest";
import { isNamedByPatterns, verdictOn } from "../../src/catalog/coverage.js";
import type { Verdict } from "../../src/catalog/format.js";
import { parsePattern } from "../../src/policy/pattern.js";
import { coverageWith } from "../fixtures/coverage.js";
import { serviceOf, type CloudTables } from "./services.js";

function verdict(text: string, clouds: Parameters<typeof serviceOf>[1]): Verdict | undefined {
  const pattern = parsePattern(text);
  const service = serviceOf("s", clouds);
  return pattern && verdictOn(service, pattern, [...service.clouds.keys()]);
}

function tables(coverage: Verdict): CloudTables {
  return { entry: { coverage: coverageWith(coverage) }, rows: [{ actions: ["s:disks:list"] }] };
}

describe("the verdict on a name that the tables lack", () => {
  it.each([
    ["complete", ["complete", "complete"]],
    ["likely", ["complete", "likely"]],
    ["partial", ["likely", "partial"]],
    ["mentioned", ["complete", "mentioned"]],
    ["mentioned", ["mentioned", "mentioned"]],
  ] as const)("is %s where those of the clouds are %j", (expected, [otc, huaweicloud]) => {
    expect(verdict("s:disks:erase", { otc: tables(otc), huaweicloud: tables(huaweicloud) })).toBe(expected);
  });

  it("is left open by Huawei Cloud's silence, if that cloud may be meant", () => {
    const pattern = parsePattern("s:disks:erase");
    const service = serviceOf("s", { otc: tables("complete") });
    const verdicts = [["otc"], ["otc", "otc-swiss"], ["otc", "huaweicloud"]] as const;
    expect(verdicts.map((clouds) => pattern && verdictOn(service, pattern, clouds))).toEqual([
      "complete",
      "complete",
      "mentioned",
    ]);
  });

  const counts = { listed: 1, used: 2, missing: 1 };

  it.each([
    ["s:disks:erase", "partial"],
    ["s:images:erase", "likely"],
    ["s:*:erase", "partial"],
    ["s:d*:erase", "partial"],
    ["s:i*:erase", "likely"],
  ] as const)("on %s is %s if one resource type is partial", (text, expected) => {
    const coverage = { ...coverageWith("likely"), partialTypes: { disks: counts } };
    expect(verdict(text, { otc: { ...tables("likely"), entry: { coverage } } })).toBe(expected);
  });

  it.each([
    ["s:disks:erase", "likely"],
    ["s:images:erase", "partial"],
    ["s:*:erase", "partial"],
  ] as const)("on %s is %s if resource types are missing", (text, expected) => {
    const coverage = { ...coverageWith("likely"), newTypes: counts };
    const withoutRow = [{ name: "s:images:get", evidence: "example-only" as const }];
    expect(verdict(text, { otc: { ...tables("likely"), withoutRow, entry: { coverage } } })).toBe(expected);
  });
});

describe("a resource type that the tables lack", () => {
  it("is named by patterns if nothing is listed of it", () => {
    const partialTypes = { tags: { listed: 0, used: 1, missing: 1 }, disks: { listed: 1, used: 2, missing: 1 } };
    const coverage = { ...coverageWith("partial"), partialTypes };
    const service = serviceOf("s", { otc: tables("complete"), huaweicloud: { entry: { coverage } } });
    expect(["tags", "disks", "jobs"].filter((type) => isNamedByPatterns(service, type))).toEqual(["tags"]);
  });
});
