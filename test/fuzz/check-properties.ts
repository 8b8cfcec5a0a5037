import fc from "fast-check";
import type { FuzzProperty } from "./fuzz-property.js";

interface Outcome {
  readonly cases: number;
  readonly failures: number;
}

/**
 * Tries properties one after the other and prints a line for each, with the smallest case found of one that does not
 * hold.
 *
 * @param times how many times as many cases as a property has by itself
 */
export function checkProperties(
  properties: readonly FuzzProperty[],
  { seed, times }: { readonly seed: number; readonly times: number },
  print: (line: string) => void,
): Outcome {
  const begin = performance.now();
  print(`Seed ${seed}: with --seed ${seed}, the cases are the same again.\n`);
  print("   cases  seconds  property");
  const outcomes = properties.map((property) => checkProperty(property, seed, times, print));
  const cases = outcomes.reduce((sum, outcome) => sum + outcome.cases, 0);
  const failures = outcomes.reduce((sum, outcome) => sum + outcome.failures, 0);
  print(
    `\n${row(cases, begin)}  in all; ${failures === 0 ? "every property holds" : `${failures} of ${properties.length} do not hold`}`,
  );
  return { cases, failures };
}

function checkProperty(
  { name, runs, property }: FuzzProperty,
  seed: number,
  times: number,
  print: (line: string) => void,
): Outcome {
  const begin = performance.now();
  const result = fc.check(property, { seed, numRuns: Math.ceil(runs * times), includeErrorInReport: true });
  print(`${row(result.numRuns, begin)}  ${name}`);
  if (result.failed) {
    print(indented(`DOES NOT HOLD. ${fc.defaultReportMessage(result)}`));
  }
  return { cases: result.numRuns, failures: result.failed ? 1 : 0 };
}

function row(cases: number, begin: number): string {
  const seconds = ((performance.now() - begin) / 1000).toFixed(1);
  return `${String(cases).padStart(8)}  ${seconds.padStart(7)}`;
}

function indented(text: string): string {
  return text.replace(/^/gmu, " ".repeat(19));
}
