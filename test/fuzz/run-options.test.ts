import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fuzzProperty } from "./fuzz-property.js";
import { readOptions } from "./run-options.js";

const all = ["every host agrees", "nothing crashes"].map((name) => fuzzProperty(name, 1, [fc.nat()], () => undefined));

function read(...args: readonly string[]) {
  return readOptions(args, all);
}

describe("the options of the long run", () => {
  it("are read", () => {
    const { seed, times, properties } = read("--seed", "7", "--only", "host", "--times=0.5");
    expect([seed, times, properties]).toEqual([7, 0.5, [all[0]]]);
  });

  it("need none to be given", () => {
    const { seed, times, properties } = read();
    expect([times, properties]).toEqual([1, all]);
    expect(Number.isInteger(seed)).toBe(true);
    expect(seed).toBeLessThan(2 ** 31);
  });

  it.each([
    [["--seed", "x"], "--seed x: it is a whole number below 2147483648."],
    [["--seed", "2147483648"], "--seed 2147483648: it is a whole number"],
    [["--seed", ""], "--seed : it is a whole number"],
    [["--times", "0"], "--times 0: it is a number above 0"],
    [["--times", "many"], "--times many: it is a number above 0"],
    [["--only", "hsot"], "--only hsot: no property has that in its name. There are:\n  every host agrees\n  nothing"],
    [["--sed", "7"], "Unknown option '--sed'"],
    [["7"], "Unexpected argument '7'"],
    [["--seed"], "--seed <value>' argument missing"],
  ])("are refused: %j", (args, message) => {
    expect(() => read(...args)).toThrow(message);
  });
});
