import { expect, it } from "vitest";
import { isWithin, type Range } from "../../src/text/range.js";

it.each<[range: Range, isInside: boolean]>([
  [[3, 7], true],
  [[4, 6], true],
  [[5, 5], true],
  [[2, 6], false],
  [[4, 8], false],
  [[2, 8], false],
  [[8, 9], false],
])("whether %j is within 3 to 7: %s", (range, isInside) => {
  expect(isWithin(range, [3, 7])).toBe(isInside);
});
