import type { TextChange } from "./list-changes.js";
import type { Range } from "../text/range.js";
import type { SourceText } from "../text/syntax.js";

/** What a check returns: where something is wrong, which of its rule's messages says so, and what would repair it. */
export interface Problem<Id extends string = string> {
  readonly range: Range;
  readonly id: Id;
  readonly data?: ProblemData;
  readonly edits?: readonly Edit<Id>[];
  /**
   * The part of the text that a fix may change, where that is not the policy: a statement may be a constant, and what
   * its own list says twice is said twice in every policy that uses it.
   */
  readonly fixableRange?: Range;
}

/** The values of a message's placeholders. */
export type ProblemData = Readonly<Record<string, Phrase>>;

/**
 * A piece of a message. Only the reporter knows in which line a range starts, and how long the whole message is, so
 * checks leave both to it.
 */
export type Phrase = string | number | LinesOf | Variants | readonly (string | LinesOf | Variants)[];

/** The lines in which ranges start: `line 7`, `lines 7 and 9`. */
export interface LinesOf {
  readonly linesOf: readonly Range[];
}

/**
 * Wordings of the same, longest first: the message gets the first one that it has room for. Where several phrases of a
 * message have some, the order of the data says which are shortened first.
 */
export interface Variants {
  readonly variants: readonly string[];
}

/** A change to the text that repairs a problem: a fix grants exactly the same, anything else is a suggestion. */
export interface Edit<Id extends string = string> {
  /** Which of the rule's messages names it in the editor's menu, in the imperative. */
  readonly id: Id;
  readonly data?: ProblemData;
  readonly kind: "fix" | "suggestion";
  /**
   * Worked out only when the problem is reported.
   *
   * @param source shows how the author quotes and spaces
   * @returns none where the place cannot be changed
   */
  changes(source: SourceText): readonly TextChange[];
}
