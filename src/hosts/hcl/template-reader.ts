import { isSpace } from "./characters.js";
import { parseDirective, type DirectiveMark } from "./directives.js";
import { isEscapedSequence } from "./escapes.js";
import { parseExpression } from "./expressions.js";
import type { Expression, Interpolation } from "./nodes.js";
import { HclSyntaxError } from "./syntax-error.js";
import { isSign, stripBack, stripFront, templateText, type OpenText } from "./template-text.js";
import type { Tokens } from "./tokens.js";
import { unclosed, unexpected } from "./wording.js";

/** The parts of a template in a row, before directives are put around what they hold. */
export type FlatPart = OpenText | Interpolation | DirectiveMark;

/** Reads the text between the quotes of a template, or the lines of a heredoc. */
export class TemplateReader {
  readonly parts: FlatPart[] = [];
  readonly #tokens: Tokens;
  readonly #text: string;
  #isStripping = false;

  constructor(tokens: Tokens) {
    this.#tokens = tokens;
    this.#text = tokens.text;
  }

  /** Reads up to the closing quote, and returns its index. */
  readQuoted(open: number): number {
    const text = this.#text;
    let start = open + 1;
    for (let index = start; ;) {
      const code = text.charCodeAt(index);
      if (code === 34) {
        this.#add(start, index, true);
        return index;
      } else if (isSign(code)) {
        this.#add(start, index, true);
        start = index = this.#sign(index, true);
      } else if (code === 10 || code === 13) {
        throw new HclSyntaxError(
          'A text in quotes ends on its line. Close the quotes, write "\\n", or use a heredoc: <<EOT.',
          [open, index],
        );
      } else if (index >= text.length) {
        throw unclosed("This text", open, 1, "Close the quotes.");
      } else {
        index += code === 92 && !isLineBreak(text.charCodeAt(index + 1)) ? 2 : 1;
      }
    }
  }

  /** Reads the lines of a heredoc, and returns the index of the line with its end mark. */
  readHeredoc(open: number, content: number, mark: string): number {
    const text = this.#text;
    for (let index = content; ;) {
      if (endMarkEnd(text, index, mark) !== undefined) {
        return index;
      }
      index = this.#line(index);
      if (index >= text.length) {
        throw unclosedHeredoc(text, open, mark);
      }
    }
  }

  /** Reads a text that is a template as a whole. */
  readAll(): void {
    for (let index = 0; index < this.#text.length;) {
      index = this.#line(index);
    }
  }

  /** Reads a line, which goes on behind interpolations over lines, and returns the index behind it. */
  #line(lineStart: number): number {
    const text = this.#text;
    let start = lineStart;
    for (let index = start; index < text.length;) {
      const code = text.charCodeAt(index);
      if (code === 10) {
        this.#add(start, index + 1, false);
        return index + 1;
      } else if (isSign(code)) {
        this.#add(start, index, false);
        start = index = this.#sign(index, false);
      } else if (code === 13 && text.charCodeAt(index + 1) !== 10) {
        throw new HclSyntaxError("A lone carriage return cannot be in a heredoc. Remove it.", [index, index + 1]);
      } else {
        index++;
      }
    }
    this.#add(start, text.length, false);
    return text.length;
  }

  /** Reads what a `$` or `%` begins, or the sign itself, and returns the index behind it. */
  #sign(index: number, isQuoted: boolean): number {
    const text = this.#text;
    if (text.charCodeAt(index + 1) === 123) {
      return this.#sequence(index);
    }
    // A lone sign takes a carriage return along, so that a strip marker behind the line leaves it there.
    const isLone = !isQuoted && !isSign(text.charCodeAt(index - 1));
    const lead = isLone && /^.\r\r?\n/u.test(text.slice(index, index + 4)) ? 2 : 1;
    const end = isEscapedSequence(text, index) ? index + 3 : index + lead;
    this.#add(index, end, isQuoted);
    return end;
  }

  #sequence(index: number): number {
    const tokens = this.#tokens;
    const isStripped = this.#text.charCodeAt(index + 2) === 126;
    const last = this.parts.at(-1);
    if (isStripped && last?.type === "TemplateText") {
      stripBack(last);
    }
    const part = tokens.nested(false, () => {
      tokens.moveTo(index + (isStripped ? 3 : 2));
      return this.#text.charCodeAt(index) === 36 ? this.#interpolation(index) : parseDirective(tokens, index);
    });
    this.parts.push({ ...part, range: [index, tokens.end] });
    this.#isStripping = tokens.is("~}");
    // What follows the bracket is text, so it is not read as a token.
    return tokens.end;
  }

  #interpolation(index: number): Interpolation {
    const tokens = this.#tokens;
    const expression: Expression = parseExpression(tokens);
    if (tokens.is("end")) {
      throw unclosed("This interpolation", index, 2, 'Write "}" behind its expression, or "$${" for the characters.');
    }
    if (!tokens.is("}") && !tokens.is("~}")) {
      throw unexpected(tokens, '"}" after the interpolation', 'For the characters themselves, write "$${".');
    }
    return { type: "Interpolation", expression, range: [index, tokens.end] };
  }

  #add(start: number, end: number, isQuoted: boolean): void {
    if (end <= start) {
      return;
    }
    const part = templateText(this.#text, start, end, isQuoted);
    if (this.#isStripping) {
      stripFront(part);
    }
    this.#isStripping = false;
    this.parts.push(part);
  }
}

/** The end of the end mark if it is all that the line has; `undefined` in any other line. */
export function endMarkEnd(text: string, lineStart: number, mark: string): number | undefined {
  let start = lineStart;
  while (isBlank(text, start)) {
    start++;
  }
  if (!text.startsWith(mark, start)) {
    return undefined;
  }
  let end = start + mark.length;
  while (isBlank(text, end)) {
    end++;
  }
  return text.startsWith("\n", end) || text.startsWith("\r\n", end) ? start + mark.length : undefined;
}

function isBlank(text: string, index: number): boolean {
  return index < text.length && !isLineBreak(text.charCodeAt(index)) && isSpace(text.charAt(index));
}

function isLineBreak(code: number): boolean {
  return code === 10 || code === 13;
}

function unclosedHeredoc(text: string, open: number, mark: string): HclSyntaxError {
  const last = text.slice(text.lastIndexOf("\n") + 1).trim();
  const advice =
    last === mark
      ? `Put a line break behind the "${mark}" at the end of the file.`
      : `Write "${mark}" alone on a line behind it; commas and brackets come on the next line.`;
  return unclosed("This heredoc", open, 2, advice);
}
