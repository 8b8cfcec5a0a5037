import { fileURLToPath } from "node:url";

export const projectFolder = fileURLToPath(new URL("../..", import.meta.url));

/** The default folder of the fetched pages. */
export const defaultCorpus = fileURLToPath(new URL("../../../huaweicloud-iam-corpus", import.meta.url));
