/**
 * How a language writes what a check may want to change. Each host has one, in `src/hosts/<host>/syntax.ts`. Where a
 * host does not want to be changed it gives no place to change: a string that is no literal, a key without a text, an
 * element without a list.
 */
export interface Syntax {
  /** Matches every comment in a text; global, and linear in the text. */
  readonly comments: RegExp;
  readonly list: { readonly open: string; readonly close: string; readonly separator: string };
  readonly member: MemberSyntax;
  /**
   * How the members of an object are written, for a language with several ways.
   *
   * @param written the source from behind the key of the first member on
   * @param gap the whitespace in front of that member
   */
  readonly memberLike?: (written: string, gap: string) => MemberSyntax;
  /** The quote of a string where no other one shows how the author writes them. */
  readonly quoteMark: string;
  /** Whether a text needs no escape between the quotes of any string of the language. */
  isPlain(text: string): boolean;
  /** Whether a text may be written without quotes; absent where every text has some. */
  isBare?(text: string): boolean;
  /** Whether a value may stand in the brackets of a list as it is written; absent where every value may. */
  isElement?(written: string): boolean;
  /** Whether something elsewhere may refer to what is written, so that it cannot be taken away; absent where nothing may. */
  mayBeReferredTo?(written: string): boolean;
  /** Whether a key may be written without quotes. */
  isBareKey(key: string): boolean;
}

/** What stands between a key and its value, and behind the value where another key follows. */
export interface MemberSyntax {
  readonly assignment: string;
  readonly separator: string;
}

/** A file's text with the syntax that it is written in. */
export interface SourceText {
  readonly text: string;
  readonly syntax: Syntax;
}
