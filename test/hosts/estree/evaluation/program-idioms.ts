import { expressionIdioms } from "./expression-idioms.js";
import { statementIdioms } from "./statement-idioms.js";

/** What an expression is for certain. A member of an object may be anything. */
export type Kind = "text" | "number" | "flag" | "list" | "object";

/** Writes the parts of an idiom. */
export interface Pen {
  /** An expression; a call of nothing that is simpler than the one around it may be nested in it. */
  text(): string;
  number(): string;
  flag(): string;
  list(): string;
  object(): string;
  /** A short literal text. */
  literal(): string;
  /** An expression in parentheses, where a member of it is asked for. */
  of(expression: string): string;
  /** The name of a variable, or a literal where there is none. */
  variable(kind: Kind): string;
  /** A name that nothing else has. */
  fresh(): string;
  /** A new name that what follows may use. */
  defined(kind: Kind, isConstant?: boolean): string;
  /** Statements for a block. */
  statements(): string;
  one<Item>(items: readonly Item[]): Item;
}

export type Idiom = (pen: Pen) => string;

/** Programs use the language in more ways than its grammar shows: what is written here is written often. */
export const idioms: Readonly<Record<Kind | "statement", readonly Idiom[]>> = {
  ...expressionIdioms,
  statement: statementIdioms,
};
