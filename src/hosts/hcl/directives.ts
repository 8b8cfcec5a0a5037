import { parseExpression } from "./expressions.js";
import { parseForNames } from "./for-expressions.js";
import type { Expression, ForDirective, IfDirective, TemplatePart } from "./nodes.js";
import { HclSyntaxError } from "./syntax-error.js";
import type { FlatPart } from "./template-reader.js";
import type { Tokens } from "./tokens.js";
import { unclosed, unexpected } from "./wording.js";
import type { Range } from "../../text/range.js";

/** One `%{ ... }`. */
export type DirectiveMark = IfMark | ForMark | PlainMark;

interface IfMark {
  readonly type: "if";
  readonly condition: Expression;
  readonly range: Range;
}

interface ForMark extends Pick<ForDirective, "keyName" | "valueName" | "collection"> {
  readonly type: "for";
  readonly range: Range;
}

interface PlainMark {
  readonly type: "else" | "endif" | "endfor";
  readonly range: Range;
}

const keywords = '"if", "else", "endif", "for" or "endfor"';

/** Parses a directive from its keyword up to the bracket at its end. */
export function parseDirective(tokens: Tokens, start: number): DirectiveMark {
  const mark = parseMark(tokens, start);
  if (tokens.is("end")) {
    throw unclosed("This directive", start, 2, 'Write "}" behind it, or "%%{" for the characters.');
  }
  if (!tokens.is("}") && !tokens.is("~}")) {
    throw unexpected(tokens, '"}" after the directive', 'For the characters themselves, write "%%{".');
  }
  return mark;
}

function parseMark(tokens: Tokens, start: number): DirectiveMark {
  const { written: keyword, kind } = tokens;
  const range = [start, start] as const;
  switch (kind === "name" ? keyword : "") {
    case "if":
      tokens.advance();
      return { type: "if", condition: parseExpression(tokens), range };
    case "for":
      tokens.advance();
      return { type: "for", ...parseForNames(tokens), collection: parseExpression(tokens), range };
    case "else":
    case "endif":
    case "endfor":
      tokens.advance();
      return { type: keyword as PlainMark["type"], range };
    default:
      throw unexpected(tokens, keywords, 'For the characters themselves, write "%%{".');
  }
}

/** A directive whose end is still to come. */
interface OpenDirective {
  readonly mark: IfMark | ForMark;
  readonly parts: TemplatePart[];
  alternate: TemplatePart[] | undefined;
}

/**
 * Puts directives around the parts that they hold.
 *
 * @throws HclSyntaxError where one has no end, or an end no beginning
 */
export function nestDirectives(tokens: Tokens, flat: readonly FlatPart[]): readonly TemplatePart[] {
  const root: TemplatePart[] = [];
  const open: OpenDirective[] = [];
  let parts = root;
  for (const part of flat) {
    if (part.type === "TemplateText" || part.type === "Interpolation") {
      parts.push(part);
    } else if (part.type === "if" || part.type === "for") {
      tokens.enter(open.length + 1);
      tokens.leave(open.length + 1);
      parts = [];
      open.push({ mark: part, parts, alternate: undefined });
    } else if (part.type === "else") {
      parts = elseOf(open.at(-1), part);
    } else {
      const directive = closed(open.pop(), part);
      const outer = open.at(-1);
      parts = outer ? (outer.alternate ?? outer.parts) : root;
      parts.push(directive);
    }
  }
  const left = open.at(-1)?.mark;
  if (left) {
    throw unclosed(`The directive "${left.type}"`, left.range[0], 2, `Write "%{ end${left.type} }" where it ends.`);
  }
  return root;
}

function elseOf(open: OpenDirective | undefined, mark: PlainMark): TemplatePart[] {
  if (open?.mark.type !== "if" || open.alternate) {
    throw misplaced(mark, open ? `The directive "${open.mark.type}" that is open has no such place.` : noneIsOpen);
  }
  open.alternate = [];
  return open.alternate;
}

function closed(open: OpenDirective | undefined, end: PlainMark): IfDirective | ForDirective {
  if (end.type !== `end${open?.mark.type ?? ""}` || !open) {
    throw misplaced(end, open ? `Close "${open.mark.type}" first, with "%{ end${open.mark.type} }".` : noneIsOpen);
  }
  const { mark, parts, alternate = [] } = open;
  const range = [mark.range[0], end.range[1]] as const;
  return mark.type === "if"
    ? { type: "IfDirective", condition: mark.condition, consequent: parts, alternate, range }
    : { ...mark, type: "ForDirective", content: parts, range };
}

const noneIsOpen = "No directive is open here: remove it.";

function misplaced({ type, range }: PlainMark, advice: string): HclSyntaxError {
  return new HclSyntaxError(`"%{ ${type} }" is out of place. ${advice}`, range);
}
