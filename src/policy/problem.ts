import type { Edit } from "../text/list-edit.js";
import type { Range } from "../text/range.js";

/** Something wrong with how a policy is written: where, which of a rule's messages says so, and what would mend it. */
export interface Problem<Id extends string = string> {
  readonly range: Range;
  readonly id: Id;
  readonly data?: ProblemData;
  readonly repairs?: readonly Repair<Id>[];
}

export type ProblemData = Readonly<Record<string, string | number>>;

/** Changes of the source that mend a problem. */
export interface Repair<Id extends string = string> {
  /** Which of the rule's messages says in the imperative what it does. */
  readonly id: Id;
  readonly data?: ProblemData;
  /** Whether the author's meaning stays what it was, beyond doubt: then it is a fix, otherwise a suggestion. */
  readonly isSafe: boolean;
  /** @param source the text of the file, which tells how it quotes and spaces */
  edits(source: string): readonly Edit[];
}
