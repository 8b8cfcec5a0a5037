/** Where `npm run fetch-corpus` puts the pages and `npm run import-catalog` looks for them, unless they are told. */
import { fileURLToPath } from "node:url";

export const projectFolder = fileURLToPath(new URL("../..", import.meta.url));

export const defaultCorpus = fileURLToPath(new URL("../../../huaweicloud-iam-corpus", import.meta.url));
