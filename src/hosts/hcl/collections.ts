import { parseExpression } from "./expressions.js";
import { parseFor } from "./for-expressions.js";
import type { Expression, ForExpression, List, ObjectExpression, ObjectMember } from "./nodes.js";
import type { Tokens } from "./tokens.js";
import { unclosed, unexpected } from "./wording.js";

/** Parses `[ ... ]`: a list, or a `for` expression. */
export function parseList(tokens: Tokens): List | ForExpression {
  const { start } = tokens;
  return tokens.nested(false, () => {
    tokens.advance();
    if (tokens.isName("for")) {
      return parseFor(tokens, start, "]");
    }
    const elements = parseElements(tokens, start);
    return { type: "List", elements, range: [start, tokens.previousEnd] };
  });
}

function parseElements(tokens: Tokens, start: number): Expression[] {
  const elements: Expression[] = [];
  while (!tokens.take("]")) {
    elements.push(parseExpression(tokens));
    if (tokens.is("end")) {
      throw unclosed("This list", start, 1, 'Write "]" behind its last element.');
    }
    if (!tokens.is("]") && !tokens.take(",")) {
      throw unexpected(
        tokens,
        '"," or "]" after the element',
        "Separate elements with commas, also at the end of lines.",
      );
    }
  }
  return elements;
}

/** Parses `{ ... }`: an object, or a `for` expression. Line breaks are blanks in the latter only. */
export function parseObject(tokens: Tokens): ObjectExpression | ForExpression {
  const { start } = tokens;
  const isFor = tokens.nested(false, () => {
    tokens.advance();
    return tokens.isName("for");
  });
  return isFor
    ? tokens.nested(false, () => parseFor(tokens, start, "}"))
    : tokens.nested(true, () => {
        const members = parseMembers(tokens, start);
        return { type: "Object", members, range: [start, tokens.previousEnd] };
      });
}

function parseMembers(tokens: Tokens, start: number): ObjectMember[] {
  const members: ObjectMember[] = [];
  for (;;) {
    skipLineBreaks(tokens);
    if (tokens.take("}")) {
      return members;
    }
    members.push(parseMember(tokens, start));
    if (tokens.is("end")) {
      throw unclosedObject(start);
    }
    if (!tokens.is("}") && !tokens.take(",") && !tokens.take("line break")) {
      throw unexpected(tokens, 'a comma, a line break or "}" after the value', "Separate members with one of them.");
    }
  }
}

function skipLineBreaks(tokens: Tokens): void {
  while (tokens.take("line break")) {
    // Nothing else is between two members.
  }
}

function parseMember(tokens: Tokens, start: number): ObjectMember {
  if (tokens.is("end")) {
    throw unclosedObject(start);
  }
  if (tokens.is(",")) {
    throw unexpected(tokens, 'a key or "}"', "Remove the comma, or move it to the end of the line before.");
  }
  const key = parseExpression(tokens);
  if (!tokens.take("=") && !tokens.take(":")) {
    throw unexpected(tokens, '"=" after the key', "Put a key with dots or blanks in quotes.");
  }
  const value = parseExpression(tokens);
  return { type: "Member", key, value, range: [key.range[0], value.range[1]] };
}

function unclosedObject(start: number): Error {
  return unclosed("This object", start, 1, 'Write "}" behind its last member.');
}
