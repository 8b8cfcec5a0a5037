import type { DocumentNode } from "@humanwhocodes/momoa";
import { MappedText } from "../text/mapped-text.js";
import type { Candidate, CandidateMarks } from "./candidates.js";
import { estreeCandidates } from "./estree.js";
import { momoaCandidates } from "./momoa.js";
import type { HostSource } from "./source.js";

/** The objects and strings of a file that may carry a policy. */
export function candidatesOf(source: HostSource, marks: CandidateMarks): Iterable<Candidate> {
  return isMomoa(source.ast)
    ? momoaCandidates(source.ast, MappedText.verbatim(source.text), marks)
    : estreeCandidates(source, marks);
}

/** The root of `@eslint/json`; every other host has a `Program`. */
export function isMomoa(ast: object): ast is DocumentNode {
  return "type" in ast && ast.type === "Document";
}
