import { ofLargeFiles, ofManyFiles, ofTwoThreads } from "../growth-rows.js";
import type { Row } from "../row.js";
import { inTemporaryFolder } from "../temporary-folder.js";

/** Whether ten times as much takes more than ten times as long. */
export async function measure(): Promise<readonly Row[]> {
  return inTemporaryFolder(async (folder) => [
    ...(await ofManyFiles(folder)),
    ...(await ofTwoThreads(folder)),
    ...(await ofLargeFiles(folder)),
  ]);
}
