import fc from "fast-check";
import { describe, it } from "vitest";
import { properties } from "./properties.js";

/** A slice of the long run, the same one each time: `npm run fuzz` tries more, and others. */
const slice = { seed: 20_270_131, share: 0.01 };

describe("it holds that", () => {
  it.each(properties)("$name", ({ runs, property }) => {
    fc.assert(property, { seed: slice.seed, numRuns: Math.ceil(runs * slice.share) });
  });
});
