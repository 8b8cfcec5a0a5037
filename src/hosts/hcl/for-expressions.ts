import { parseExpression } from "./expressions.js";
import type { ForExpression, Name } from "./nodes.js";
import type { Tokens } from "./tokens.js";
import { unexpected } from "./wording.js";

/** Parses a `for` expression from its `for` on, with the bracket at its end. */
export function parseFor(tokens: Tokens, start: number, close: "]" | "}"): ForExpression {
  tokens.advance();
  const names = parseForNames(tokens);
  const collection = parseExpression(tokens);
  if (!tokens.take(":")) {
    throw unexpected(tokens, '":" after the collection', 'Write "for x in y : z".');
  }
  const result = parseResult(tokens, close);
  const isGrouped = close === "}" && tokens.take("...");
  const condition = takeName(tokens, "if") ? parseExpression(tokens) : undefined;
  if (!tokens.take(close)) {
    throw unexpected(tokens, `"${close}" at the end of the for expression`, adviceForEnd(close));
  }
  return {
    type: "ForExpression",
    ...names,
    collection,
    ...result,
    isGrouped,
    condition,
    range: [start, tokens.previousEnd],
  };
}

function adviceForEnd(close: "]" | "}"): string {
  return close === "]" ? 'A list has no "..." and no "=>".' : 'A condition comes last, after "if".';
}

/** `x in` or `x, y in`, of expressions and directives. */
export function parseForNames(tokens: Tokens): Pick<ForExpression, "keyName" | "valueName"> {
  const first = parseName(tokens);
  const second = tokens.take(",") ? parseName(tokens) : undefined;
  if (!takeName(tokens, "in")) {
    throw unexpected(tokens, '"in" after the names', 'Write "for x in y" or "for x, y in z".');
  }
  return second ? { keyName: first, valueName: second } : { keyName: undefined, valueName: first };
}

function parseName(tokens: Tokens): Name {
  const { range, written: name, kind } = tokens;
  if (kind !== "name") {
    throw unexpected(tokens, 'a name after "for"', 'Write "for x in y" or "for x, y in z".');
  }
  tokens.advance();
  return { type: "Name", name, range };
}

/** The value, and of an object its key: `key => value`. */
function parseResult(tokens: Tokens, close: "]" | "}"): Pick<ForExpression, "key" | "value"> {
  const first = parseExpression(tokens);
  if (close === "]") {
    return { key: undefined, value: first };
  }
  if (!tokens.take("=>")) {
    throw unexpected(tokens, '"=>" after the key', 'In { } write "for x in y : key => value", or use [ ] for a list.');
  }
  return { key: first, value: parseExpression(tokens) };
}

function takeName(tokens: Tokens, name: string): boolean {
  const isThere = tokens.isName(name);
  if (isThere) {
    tokens.advance();
  }
  return isThere;
}
