import { parseArgs } from "node:util";
import fc from "fast-check";
import { properties } from "./properties.js";

/**
 * The long run of the properties: prints each with its cases, seed and time, and for one that does not hold the
 * smallest case found. `--seed 7` repeats a run, `--only hosts` takes the properties with that word in their name.
 */
const { values } = parseArgs({
  options: { seed: { type: "string" }, only: { type: "string", default: "" }, times: { type: "string", default: "1" } },
});
const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed);
const chosen = properties.filter(({ name }) => name.includes(values.only));

let failures = 0;
let cases = 0;
const begin = performance.now();
console.log(`Seed ${seed}; repeat with: npm run fuzz -- --seed ${seed}\n`);
console.log("   cases  seconds  property");
for (const { name, runs, property } of chosen) {
  const start = performance.now();
  const result = fc.check(property, { seed, numRuns: Math.ceil(runs * Number(values.times)) });
  const seconds = (performance.now() - start) / 1000;
  cases += result.numRuns;
  failures += result.failed ? 1 : 0;
  console.log(`${String(result.numRuns).padStart(8)}  ${seconds.toFixed(1).padStart(7)}  ${name}`);
  if (result.failed) {
    console.log(fc.defaultReportMessage(result), "\n", (result.errorInstance as Error | null)?.message);
  }
}
console.log(`\n${cases} cases in ${((performance.now() - begin) / 1000).toFixed(0)} s, ${failures} failures.`);
process.exitCode = failures > 0 ? 1 : 0;
