import type { TextChange } from "./list-changes.js";
import type { Range } from "../text/range.js";
import type { SourceText } from "../text/syntax.js";

/** A problem found by a check: its range, the rule's message for it, and the edits that would solve it. */
export interface Problem<Id extends string = string> {
  readonly range: Range;
  readonly id: Id;
  readonly data?: ProblemData;
  readonly edits?: readonly Edit<Id>[];
  /**
   * The range that a fix may change, if it is not the policy: a statement may be a constant, and a redundant action in
   * its own list is redundant in every policy that uses it.
   */
  readonly fixableRange?: Range;
  /**
   * Set if it says that something is superfluous beside the rest of its policy. Code that makes several policies has
   * nothing superfluous unless it is so in all of them.
   */
  readonly isSuperfluous?: true;
}

/** The placeholder data of a message. */
export type ProblemData = Readonly<Record<string, ProblemDataValue>>;

/**
 * A value in a message. Checks refer to lines by ranges and offer variants, because only the reporter knows the line
 * numbers and the length of the message.
 */
export type ProblemDataValue =
  string | number | LineReference | Variants | readonly (string | LineReference | Variants)[];

/** A reference to the lines where ranges start: `line 7`, `lines 7 and 9`. */
export interface LineReference {
  readonly linesOf: readonly Range[];
}

/**
 * Wordings of the same content, longest first: the reporter uses the first one that fits. If several values have
 * variants, they are shortened in the order of the data.
 */
export interface Variants {
  readonly variants: readonly string[];
}

/** A change that solves a problem. A fix grants exactly the same as before; anything else is a suggestion. */
export interface Edit<Id extends string = string> {
  /** The rule's message for the editor's menu, in the imperative. */
  readonly id: Id;
  readonly data?: ProblemData;
  readonly kind: "fix" | "suggestion";
  /**
   * Computed only when the problem is reported.
   *
   * @param source the file, for the author's quotes and spacing
   * @returns an empty array if the place cannot be edited
   */
  changes(source: SourceText): readonly TextChange[];
}
