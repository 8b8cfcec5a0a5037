import type { Range } from "../text/range.js";
import type { Syntax } from "../text/syntax.js";
import type { Candidate, CandidateFilter } from "./candidates.js";
import type { HostSource } from "./source.js";

/**
 * Support for a language that policies are found in. Everything specific to the language is in the folder of its host:
 * carriers, checks and rules see values, ranges and comments.
 */
export interface Host {
  /** The languages whose trees the host reads, in the format of `meta.languages` of a rule. */
  readonly languages: readonly string[];
  /** The type of the root node, or several with commas: on its exit, a rule has seen the whole file. */
  readonly rootNode: string;
  readonly syntax: Syntax;
  /**
   * The words of which a file has one if it makes a role of a provider; absent if those are the names of the providers
   * themselves. Most files of Terraform have these names.
   */
  readonly roleWords?: readonly string[];
  /** Whether a tree belongs to this host. */
  owns(tree: object): boolean;
  /** The values that may carry a policy, in source order, outer before inner. */
  candidates(source: HostSource, filter: CandidateFilter): Iterable<Candidate>;
  comments(source: HostSource): readonly Comment[];
  /** The parts of a file that are used in several places, if its language has such: a change there is never a fix. */
  sharedRanges?(source: HostSource): readonly Range[];
}

/** A comment of a file. */
export interface Comment {
  /** Excludes the delimiters. */
  readonly text: string;
  /** Includes the delimiters. */
  readonly range: Range;
}
