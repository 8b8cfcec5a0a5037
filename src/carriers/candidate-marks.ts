import type { CandidateMarks } from "../hosts/candidates.js";

/** The keys of a policy and of an API body, and the word that no policy does without. */
export const candidateMarks: CandidateMarks = { keys: new Set(["Statement", "role"]), word: "Statement" };
