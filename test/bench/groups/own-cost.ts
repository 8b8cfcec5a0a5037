import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { ofLargeFiles, ofManyFiles } from "../growth-rows.js";
import { nodeVersions } from "../nodes.js";
import { onePolicy, otherLanguages, wholeRuns } from "../own-cost/whole-runs.js";
import type { Setting } from "../own-cost/costs.js";
import { secondEdit } from "../own-cost/second-edit.js";
import { warmCalls } from "../own-cost/warm-calls.js";
import { buildPeer, peerCommit } from "../peer.js";
import type { Row } from "../row.js";
import { validatorBesideUs } from "../schema-validator.js";
import { inTemporaryFolder } from "../temporary-folder.js";

/**
 * What the plugin itself costs, which is a run without that of the same run with a rule that does nothing: against what
 * an earlier build of it costs on the same machine at the same time, and against what else there is. On each version of
 * Node.js that the targets are for.
 */
export async function measure(): Promise<readonly Row[]> {
  const peer = buildPeer();
  if (peer === undefined) {
    console.log(`  There is no commit ${peerCommit} to measure against: the history is too short.`);
    return [];
  }
  return inTemporaryFolder(async (folder) => {
    const rows: Row[] = [];
    for (const node of nodeVersions()) {
      const own = join(folder, String(node.major));
      mkdirSync(own);
      const found = await rowsOn({ folder: own, node, peer });
      rows.push(...found.map((row) => ({ ...row, what: `Node.js ${node.major}: ${row.what}` })));
    }
    return rows;
  });
}

async function rowsOn(setting: Setting): Promise<readonly Row[]> {
  const { folder, node } = setting;
  return [
    ...(await wholeRuns(setting)),
    ...(await warmCalls(setting)),
    ...(await secondEdit(setting)),
    await onePolicy(setting),
    await validatorBesideUs(join(folder, "schema"), 1.8, node.program),
    ...(await ofManyFiles(join(folder, "growth"), node.program)),
    ...(await ofLargeFiles(join(folder, "growth"), node.program)),
    ...(await otherLanguages(setting)),
  ];
}
