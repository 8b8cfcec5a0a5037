import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The stored pages beside the checkout. They are not part of it: tests that need them are skipped without. */
export const corpusFolder = fileURLToPath(new URL("../../../../shared/corpus", import.meta.url));

export const hasCorpus = existsSync(corpusFolder);
