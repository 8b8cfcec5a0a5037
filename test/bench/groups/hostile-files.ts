import { HostileEvaluations } from "../../hosts/estree/evaluation/hostile-evaluations.js";
import { hostilePrograms } from "../../hosts/estree/evaluation/hostile-programs.js";
import type { Row } from "../row.js";
import { median } from "../statistics.js";

const rounds = 3;
const shown = 10;
/** In milliseconds, for each file over parsing it and what it imports. */
const target = 50;

/** What files that try to exhaust time cost more than parsing them: the slowest, and how many miss the target. */
export async function measure(): Promise<readonly Row[]> {
  const evaluations = new HostileEvaluations();
  const rows: Row[] = [];
  for (const [index, { name }] of hostilePrograms.entries()) {
    const samples: number[] = [];
    // The first one is not measured: the engine has not compiled what only this program needs.
    for (let round = 0; round <= rounds; round++) {
      try {
        const { evaluation } = await evaluations.evaluationOf(index);
        samples.push(...(round > 0 ? [evaluation] : []));
      } catch {
        console.log(`  ${name}: does not end.`);
        break;
      }
    }
    rows.push({ what: name, unit: "ms", samples, target: { atMost: target } });
  }
  evaluations.stop();
  const measured = rows
    .filter(({ samples }) => samples.length === rounds)
    .sort((one, other) => median(other.samples) - median(one.samples));
  const missing = measured.filter(({ samples }) => median(samples) > target).length;
  console.log(`  ${missing} of ${hostilePrograms.length} files miss the target of ${target} ms; the slowest:`);
  return measured.slice(0, Math.max(shown, missing));
}
