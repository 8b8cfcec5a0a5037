import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What the bench builds and installs for itself stays here. */
export const cacheFolder = join(import.meta.dirname, "../../node_modules/.cache/huaweicloud-iam-bench");

/** Does something in a folder of its own, which is gone afterwards. */
export async function inTemporaryFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "huaweicloud-iam-bench-")));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes texts as the files `0.json`, `1.json` and so on of a new folder. */
export function writeNumbered(folder: string, extension: string, texts: readonly string[]): void {
  mkdirSync(folder, { recursive: true });
  texts.forEach((text, index) => writeFileSync(join(folder, `${index}.${extension}`), text));
}
