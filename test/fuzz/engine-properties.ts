import assert from "node:assert/strict";
import fc from "fast-check";
import { smallestDifferenceOf } from "../hosts/estree/evaluation/smallest-difference.js";
import { fuzzProperty } from "./fuzz-property.js";

export const engineProperties = [
  fuzzProperty(
    "what is known of a program is what the engine says",
    20_000,
    // A smaller seed makes no smaller program.
    [fc.noShrink(fc.nat())],
    (seed) => {
      assert.deepEqual(smallestDifferenceOf(seed), undefined);
    },
  ),
];
