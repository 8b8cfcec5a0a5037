import { parseCall } from "./calls.js";
import { lineEnd } from "./characters.js";
import { parseList, parseObject } from "./collections.js";
import type { ConditionalCase, Expression, Operation, UnaryOperation } from "./nodes.js";
import { parseSteps } from "./steps.js";
import { HclSyntaxError } from "./syntax-error.js";
import { parseTemplate } from "./templates.js";
import type { Tokens } from "./tokens.js";
import { unclosed, unexpected } from "./wording.js";

/**
 * Parses an expression: a conditional, or what it is made of.
 *
 * @throws HclSyntaxError
 */
export function parseExpression(tokens: Tokens): Expression {
  const first = parseOperation(tokens);
  if (!tokens.is("?")) {
    return first;
  }
  const cases: ConditionalCase[] = [];
  let otherwise = first;
  while (tokens.take("?")) {
    const value = inner(tokens);
    if (!tokens.take(":")) {
      throw unexpected(
        tokens,
        '":" and the other value of the conditional',
        "Write it on one line, or in parentheses.",
      );
    }
    cases.push({ type: "ConditionalCase", condition: otherwise, value, range: [otherwise.range[0], value.range[1]] });
    otherwise = parseOperation(tokens);
  }
  return { type: "Conditional", cases, otherwise, range: [first.range[0], otherwise.range[1]] };
}

/** The value between `?` and `:`: it is as if there were parentheses around it. */
function inner(tokens: Tokens): Expression {
  tokens.enter();
  const value = parseExpression(tokens);
  tokens.leave();
  return value;
}

/** The operators, weakest first, as numbers: the same number means the same strength. */
const strengths: ReadonlyMap<string, number> = new Map([
  ["||", 0],
  ["&&", 1],
  ["==", 2],
  ["!=", 2],
  [">", 3],
  [">=", 3],
  ["<", 3],
  ["<=", 3],
  ["+", 4],
  ["-", 4],
  ["*", 5],
  ["/", 5],
  ["%", 5],
]);

/** All operands and operators in a row, however strong: nothing is nested while the row is read. */
function parseOperation(tokens: Tokens): Expression {
  const first = parseOperand(tokens);
  if (!strengths.has(tokens.kind)) {
    return first;
  }
  const operands = [first];
  const operators: string[] = [];
  for (let operator = tokens.kind; strengths.has(operator); operator = tokens.kind) {
    tokens.advance();
    operators.push(operator);
    operands.push(parseOperand(tokens));
  }
  return grouped({ operands, operators }, 0);
}

/** Groups operands by the strength of the operators between them. */
function grouped({ operands, operators }: Pick<Operation, "operands" | "operators">, strength: number): Expression {
  const [only] = operands;
  if (only && operators.length === 0) {
    return only;
  }
  const groups: Expression[] = [];
  const between: string[] = [];
  let start = 0;
  operators.forEach((operator, index) => {
    if (strengths.get(operator) === strength) {
      groups.push(groupOf(start, index));
      between.push(operator);
      start = index + 1;
    }
  });
  const last = groupOf(start, operators.length);
  if (groups.length === 0) {
    return last;
  }
  groups.push(last);
  const range = [groups[0]?.range[0] ?? 0, last.range[1]] as const;
  return { type: "Operation", operands: groups, operators: between, range };

  function groupOf(from: number, to: number): Expression {
    return grouped({ operands: operands.slice(from, to + 1), operators: operators.slice(from, to) }, strength + 1);
  }
}

/** A value with the steps behind it, and the signs in front. */
function parseOperand(tokens: Tokens): Expression {
  if (!tokens.is("!") && !tokens.is("-")) {
    return parseSteps(tokens, parseTerm(tokens));
  }
  const { start } = tokens;
  const operators: UnaryOperation["operators"][number][] = [];
  for (let { kind } = tokens; kind === "!" || kind === "-"; { kind } = tokens) {
    operators.push(kind);
    tokens.advance();
  }
  const operand = parseSteps(tokens, parseTerm(tokens));
  return { type: "UnaryOperation", operators, operand, range: [start, operand.range[1]] };
}

function parseTerm(tokens: Tokens): Expression {
  switch (tokens.kind) {
    case "quote":
    case "heredoc":
      return parseTemplate(tokens);
    case "name":
      return parseNamed(tokens);
    case "number":
      return { type: "NumberLiteral", range: tokens.range, value: parseNumber(tokens) };
    case "[":
      return parseList(tokens);
    case "{":
      return parseObject(tokens);
    case "(":
      return parseParentheses(tokens);
    default:
      throw missingValue(tokens);
  }
}

function missingValue(tokens: Tokens): HclSyntaxError {
  const { text, start } = tokens;
  if (text.startsWith("<<", start)) {
    const message =
      'A heredoc begins with "<<EOT", without quotes, and its line ends there. Remove what else is written.';
    return new HclSyntaxError(message, [start, lineEnd(text, start)]);
  }
  const advice = tokens.is("line break")
    ? "Write it on the same line, or put the whole expression in parentheses."
    : "Write one, or remove what stands before it.";
  return unexpected(tokens, "a value", advice);
}

/** A keyword, a call or a variable. */
function parseNamed(tokens: Tokens): Expression {
  const { range, written: name } = tokens;
  tokens.advance();
  if (tokens.is("(") || tokens.is("::")) {
    return parseCall(tokens, { type: "Name", name, range });
  }
  switch (name) {
    case "true":
    case "false":
      return { type: "BooleanLiteral", value: name === "true", range };
    case "null":
      return { type: "NullLiteral", range };
    default:
      return { type: "Variable", name, range };
  }
}

function parseParentheses(tokens: Tokens): Expression {
  const { start } = tokens;
  const expression = tokens.nested(false, () => {
    tokens.advance();
    const value = parseExpression(tokens);
    if (tokens.is("end")) {
      throw unclosed("This parenthesis", start, 1, 'Write ")" behind the expression.');
    }
    if (!tokens.take(")")) {
      throw unexpected(tokens, '")" after the expression', "Close the parenthesis, or write an operator.");
    }
    return value;
  });
  return { type: "Parentheses", expression, range: [start, tokens.previousEnd] };
}

/** The largest exponent that Terraform reads. */
const maxExponent = 2 ** 31;

/** Reads a number token. */
export function parseNumber(tokens: Tokens): number {
  const { written, range } = tokens;
  const { exponent } = /^\d+(?:\.\d*)?(?:e(?<exponent>[+-]?\d+))?$/iu.exec(written)?.groups ?? { exponent: "none" };
  if (exponent === "none" || Math.abs(Number(exponent ?? 0)) >= maxExponent) {
    throw new HclSyntaxError(`The number ${written} cannot be read. Write digits, with one point or exponent.`, range);
  }
  tokens.advance();
  return Number(written);
}
