import type { Range } from "../text/range.js";
import type { Syntax } from "../text/syntax.js";
import type { Candidate, CandidateMarks } from "./candidates.js";
import type { HostSource } from "./source.js";

/**
 * A language that policies are found in. What is peculiar to it is known in its folder and nowhere else: carriers,
 * checks and rules see values, ranges and comments.
 */
export interface Host {
  /** ESLint's names of the languages whose trees it reads, as a rule's `meta.languages` lists them. */
  readonly languages: readonly string[];
  /** The type of the node that all of a file is: a rule that has visited it has seen the file. */
  readonly rootNode: string;
  readonly syntax: Syntax;
  /** Whether a tree is one of the language's. */
  owns(tree: object): boolean;
  /** The values of a file that may carry a policy, outer before inner, in source order. */
  candidates(source: HostSource, marks: CandidateMarks): Iterable<Candidate>;
  comments(source: HostSource): readonly Comment[];
}

/** A comment without its marks. */
export interface Comment {
  readonly text: string;
  /** With its marks. */
  readonly range: Range;
}
