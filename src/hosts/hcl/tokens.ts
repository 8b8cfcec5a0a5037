import type { Range } from "../../text/range.js";
import { isDigit, lineEnd, nameEnd, numberEnd } from "./characters.js";
import type { HclComment } from "./nodes.js";
import { HclSyntaxError } from "./syntax-error.js";
import { unusedCharacter } from "./wording.js";

/** Brackets in brackets: no file in use comes near it, and no walk over the tree fills the stack before. */
const maxDepth = 200;

/** Longer marks stand before those that they begin with. */
const punctuation = [
  ...(["...", "::", "=>", "==", "!=", ">=", "<=", "&&", "||", "~}"] as const),
  ...(["{", "}", "[", "]", "(", ")", ".", ",", "*", "/", "%", "+", "-", "=", "<", ">", "!", "?", ":"] as const),
];

/**
 * Punctuation is named as it is written. `quote` and `heredoc` are the beginnings of templates, whose text is not made of
 * tokens.
 */
export type TokenKind = "name" | "number" | "line break" | "quote" | "heredoc" | "end" | (typeof punctuation)[number];

/** The punctuation by its first character. */
const punctuationByStart = new Map<number, readonly (typeof punctuation)[number][]>(
  punctuation.map((first) => [
    first.charCodeAt(0),
    punctuation.filter((mark) => mark.charCodeAt(0) === first.charCodeAt(0)),
  ]),
);

/** The tokens of a text, one at a time: whoever reads a template goes on at the character behind the current token. */
export class Tokens {
  readonly text: string;
  readonly comments: HclComment[] = [];
  /** The start of the current token. */
  start = 0;
  /** The end of the current token. */
  end = 0;
  /** The end of the token before. */
  previousEnd = 0;
  #kind: TokenKind = "end";
  #depth = 0;
  #hasLineBreaks = true;

  /** @param start where the first token is looked for */
  constructor(text: string, start = text.startsWith("\uFEFF") ? 1 : 0) {
    this.text = text;
    this.moveTo(start);
  }

  /** The current token. Where line breaks are blanks, it is the first one behind them. */
  get kind(): TokenKind {
    while (this.#kind === "line break" && !this.#hasLineBreaks) {
      this.#read(this.end);
    }
    return this.#kind;
  }

  /** Whether the current token is of a kind. */
  is(kind: TokenKind): boolean {
    return this.kind === kind;
  }

  get range(): Range {
    return [this.start, this.end];
  }

  /** The text of the current token. */
  get written(): string {
    return this.text.slice(this.start, this.end);
  }

  /** Goes on to the next token. */
  advance(): void {
    this.previousEnd = this.end;
    this.#read(this.end);
  }

  /** Goes on to the token at or behind an index. */
  moveTo(index: number): void {
    this.previousEnd = index;
    this.#read(index);
  }

  /** Goes on if the current token is of a kind. */
  take(kind: TokenKind): boolean {
    const isThere = this.kind === kind;
    if (isThere) {
      this.advance();
    }
    return isThere;
  }

  isName(name: string): boolean {
    return this.kind === "name" && this.end - this.start === name.length && this.written === name;
  }

  /**
   * Reads what is in brackets. The innermost brackets decide whether line breaks are blanks.
   *
   * @param hasLineBreaks whether line breaks are tokens between the brackets
   * @throws HclSyntaxError if there are too many brackets around it
   */
  nested<Result>(hasLineBreaks: boolean, read: () => Result): Result {
    const outer = this.#hasLineBreaks;
    this.enter();
    this.#hasLineBreaks = hasLineBreaks;
    const result = read();
    this.#hasLineBreaks = outer;
    this.#depth--;
    return result;
  }

  /** Counts levels that have no tokens of their own, such as directives. */
  enter(levels = 1): void {
    this.#depth += levels;
    if (this.#depth > maxDepth) {
      throw new HclSyntaxError(
        `Brackets are nested more than ${maxDepth} levels deep here. Move the inner values to locals.`,
        this.range,
      );
    }
  }

  leave(levels = 1): void {
    this.#depth -= levels;
  }

  #read(index: number): void {
    const { text } = this;
    for (let start = index; ; start++) {
      const code = text.charCodeAt(start);
      if (code === 32 || code === 9) {
        continue;
      }
      const isSlash = code === 47;
      const next = isSlash ? text.charCodeAt(start + 1) : 0;
      if (code === 35 || next === 47) {
        start = this.#comment("LineComment", start, lineEnd(text, start));
      } else if (next === 42) {
        start = this.#comment("BlockComment", start, blockCommentEnd(text, start));
      } else {
        this.#token(start, code);
        return;
      }
    }
  }

  /** @returns the index of the comment's last character */
  #comment(type: HclComment["type"], start: number, end: number): number {
    this.comments.push({ type, range: [start, end] });
    return end - 1;
  }

  #token(start: number, code: number): void {
    const { text } = this;
    this.start = start;
    const end = nameEnd(text, start);
    if (end > start) {
      this.#set("name", end);
    } else if (isDigit(code)) {
      this.#set("number", numberEnd(text, start));
    } else if (code === 10) {
      this.#set("line break", start + 1);
    } else if (code === 13 && text.charCodeAt(start + 1) === 10) {
      this.#set("line break", start + 2);
    } else if (code === 34) {
      this.#set("quote", start + 1);
    } else if (start >= text.length) {
      this.#set("end", start);
    } else {
      this.#mark(start, code);
    }
  }

  #mark(start: number, code: number): void {
    const { text } = this;
    const heredoc = code === 60 ? heredocStartEnd(text, start) : undefined;
    if (heredoc !== undefined) {
      this.#set("heredoc", heredoc);
      return;
    }
    const mark = punctuationByStart.get(code)?.find((written) => text.startsWith(written, start));
    if (mark === undefined) {
      throw unusedCharacter(text, start);
    }
    this.#set(mark, start + mark.length);
  }

  #set(kind: TokenKind, end: number): void {
    this.#kind = kind;
    this.end = end;
  }
}

function blockCommentEnd(text: string, start: number): number {
  const end = text.indexOf("*/", start + 2);
  if (end < 0) {
    throw new HclSyntaxError('This comment has no end. Write "*/" where it ends.', [start, start + 2]);
  }
  return end + 2;
}

/** The index behind `<<NAME` or `<<-NAME` and its line break; `undefined` if it is no heredoc. */
function heredocStartEnd(text: string, start: number): number | undefined {
  if (text.charCodeAt(start + 1) !== 60) {
    return undefined;
  }
  const nameStart = start + (text.charCodeAt(start + 2) === 45 ? 3 : 2);
  const end = nameEnd(text, nameStart);
  if (end === nameStart) {
    return undefined;
  }
  return text.startsWith("\n", end) ? end + 1 : text.startsWith("\r\n", end) ? end + 2 : undefined;
}
