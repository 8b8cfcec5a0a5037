import { HostileEvaluations } from "../../hosts/estree/evaluation/hostile-evaluations.js";
import { hostilePrograms } from "../../hosts/estree/evaluation/hostile-programs.js";
import type { Row } from "../row.js";
import { median } from "../statistics.js";

const rounds = 3;
const shown = 10;

/** What files that try to exhaust time cost more than parsing them: the slowest. One that does not end has no figure. */
export async function measure(): Promise<readonly Row[]> {
  const evaluations = new HostileEvaluations();
  const rows: Row[] = [];
  for (const [index, { name }] of hostilePrograms.entries()) {
    const samples: number[] = [];
    for (let round = 0; round < rounds && samples.length === round; round++) {
      try {
        samples.push((await evaluations.evaluationOf(index)).evaluation);
      } catch {
        console.log(`  ${name}: does not end.`);
      }
    }
    rows.push({ what: name, unit: "ms", samples, target: { atMost: 50 } });
  }
  evaluations.stop();
  return rows
    .filter(({ samples }) => samples.length === rounds)
    .sort((one, other) => median(other.samples) - median(one.samples))
    .slice(0, shown);
}
