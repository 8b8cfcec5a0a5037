import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The pages next to the checkout. Tests that need them are skipped if they are missing. */
export const corpusFolder = fileURLToPath(new URL("../../../../shared/corpus", import.meta.url));

export const hasCorpus = existsSync(corpusFolder);
