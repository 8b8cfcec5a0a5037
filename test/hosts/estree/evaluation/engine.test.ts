import { describe, expect, it } from "vitest";
import { comparedPrograms } from "./compared-programs.js";
import { differenceOf } from "./engine-comparison.js";
import { smallestDifferenceOf } from "./smallest-difference.js";

/** How many random programs; `npm run fuzz` compares more, and others. */
const count = 300;

describe("what is known of a program is what the engine says", () => {
  it.each(comparedPrograms)("%s", (_, program) => {
    expect(differenceOf(program)).toBeUndefined();
  });

  it(`${count} random programs`, () => {
    const differences = Array.from({ length: count }, (_, seed) => smallestDifferenceOf(seed)).filter(
      (difference) => difference !== undefined,
    );
    expect(differences).toEqual([]);
  });
});
