import type { CandidateFilter } from "../../../src/hosts/candidates.js";

/** Takes the objects and texts that generated files have. */
export const everyKey: CandidateFilter = {
  keys: new Set(["a", "b", "x", "for", "Statement"]),
  rootKeys: new Set(["a", "b", "resource"]),
  word: "",
  callees: new Set(),
  names: new Set(["a", "c"]),
};
