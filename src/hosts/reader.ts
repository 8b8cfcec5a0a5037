import type { Range } from "../text/range.js";
import type { Comment } from "./host.js";

/** Reads a language that ESLint cannot read by itself. `src/eslint/` makes a language for ESLint of it. */
export interface Reader {
  /** The keys of the children of each node type, in source order. */
  readonly visitorKeys: Readonly<Record<string, readonly string[]>>;
  /**
   * Reads a file, whatever the text.
   *
   * @throws Error if a package that it needs is not installed, and for nothing else
   */
  read(text: string): ReadFile | SyntaxProblem;
}

/** A file without a syntax error. */
export interface ReadFile {
  readonly isValid: true;
  readonly root: SyntaxNode;
  readonly comments: readonly Comment[];
}

/** The first syntax error of a file. */
export interface SyntaxProblem {
  readonly isValid: false;
  /** Whole sentences. */
  readonly message: string;
  readonly range: Range;
}

/** A node of a tree: its children are under the visitor keys of its type. */
export interface SyntaxNode {
  readonly type: string;
  readonly range: Range;
}
