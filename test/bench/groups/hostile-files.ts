import { HostileEvaluations } from "../../hosts/estree/evaluation/hostile-evaluations.js";
import type { Evaluation } from "../../hosts/estree/evaluation/hostile-process.js";
import { hostilePrograms } from "../../hosts/estree/evaluation/hostile-programs.js";
import type { Row } from "../row.js";
import { median } from "../statistics.js";

const rounds = 5;
/** These are not measured: the engine has not compiled what only this program needs. */
const roundsBefore = 3;
const shown = 10;
/** In milliseconds, for each file over parsing it and what it imports. */
const target = 50;

/**
 * What files that try to exhaust time cost more than parsing them: the slowest, and how many miss the target; and for
 * those that are only long, what part of parsing that is.
 */
export async function measure(): Promise<readonly Row[]> {
  const rows: Row[] = [];
  const long: Row[] = [];
  for (const [index, { name, isLong }] of hostilePrograms.entries()) {
    try {
      const measured = await measuredAt(index);
      const samples = measured.map(({ evaluation }) => evaluation);
      rows.push({ what: name, unit: "ms", samples, target: { atMost: target } });
      if (isLong) {
        long.push({
          what: `${name} / parsing`,
          samples: measured.map(({ evaluation, parsing }) => evaluation / parsing),
        });
      }
    } catch {
      console.log(`  ${name}: does not end.`);
    }
  }
  rows.sort((one, other) => median(other.samples) - median(one.samples));
  const missing = rows.filter(({ samples }) => median(samples) > target).length;
  console.log(`  ${missing} of ${rows.length} files miss the target of ${target} ms; the slowest:`);
  return [...rows.slice(0, Math.max(shown, missing)), ...long];
}

/** In a process of its own: what the programs before it have left in the memory is none of its cost. */
async function measuredAt(index: number): Promise<readonly Evaluation[]> {
  const evaluations = new HostileEvaluations();
  try {
    const measured: Evaluation[] = [];
    for (let round = 0; round < roundsBefore + rounds; round++) {
      measured.push(await evaluations.evaluationOf(index));
    }
    return measured.slice(roundsBefore);
  } finally {
    evaluations.stop();
  }
}
