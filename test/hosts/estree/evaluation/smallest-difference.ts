import { differenceOf, engineResults, type Difference } from "./engine-comparison.js";
import { randomProgram } from "./random-program.js";
import { smallest } from "./shrink.js";

/**
 * Compares a random program with the engine. Where they differ, the program is made smaller.
 *
 * @returns what differs in the smallest program that was found
 */
export function smallestDifferenceOf(seed: number): (Difference & { readonly seed: number }) | undefined {
  const program = randomProgram(seed);
  if (!differenceOf(program)) {
    return undefined;
  }
  const found = smallest(program, (smaller) => engineResults(smaller).length > 0 && differs(smaller));
  const difference = differenceOf(found);
  return difference && { ...difference, program: found.replace(/\s*\n\s*/gu, "\n"), seed };
}

/** Whether a text is a program on which the engine and the evaluation differ. */
function differs(program: string): boolean {
  try {
    return differenceOf(program) !== undefined;
  } catch {
    return false;
  }
}
