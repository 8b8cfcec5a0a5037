import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkProperties } from "./check-properties.js";
import { fuzzProperty } from "./fuzz-property.js";

const sound = fuzzProperty("a number is itself", 100, [fc.integer()], (number) => {
  expect(number).toBe(number);
});
const broken = fuzzProperty("a number is below 1000", 100, [fc.nat()], (number) => {
  expect(number).toBeLessThan(1000);
});

describe("the long run", () => {
  it("counts the cases of what holds", () => {
    const { failures, cases, text } = check([sound, sound], 2);
    expect([cases, failures]).toEqual([400, 0]);
    expect(text).toContain("in all; every property holds");
  });

  it("names what does not hold, with the smallest case", () => {
    const { failures, cases, text } = check([sound, broken], 1);
    expect(failures).toBe(1);
    expect(cases).toBeLessThan(200);
    expect(text).toContain("a number is below 1000\n");
    expect(text).toContain("DOES NOT HOLD.");
    expect(text).toContain("Counterexample: [1000]");
    expect(text).toContain("expected 1000 to be less than 1000");
    expect(text).toContain("in all; 1 of 2 do not hold");
  });

  it("says how to repeat it", () => {
    expect(check([sound], 1).text).toContain("with --seed 7,");
  });

  it("is the same again with the same seed", () => {
    expect(withoutSeconds(check([broken], 1).text)).toBe(withoutSeconds(check([broken], 1).text));
  });
});

function check(properties: Parameters<typeof checkProperties>[0], times: number) {
  const lines: string[] = [];
  const outcome = checkProperties(properties, { seed: 7, times }, (line) => lines.push(line));
  return { ...outcome, text: lines.join("\n") };
}

function withoutSeconds(text: string): string {
  return text.replace(/ +\d+\.\d  /gu, " ");
}
