import { parseExpression, parseNumber } from "./expressions.js";
import type { AttributeStep, Expression, IndexStep, SplatStep, Step } from "./nodes.js";
import { HclSyntaxError } from "./syntax-error.js";
import type { Tokens } from "./tokens.js";
import { unclosed, unexpected } from "./wording.js";

/** Parses the steps behind a value: attributes, indexes and splats. Without any, it is the value itself. */
export function parseSteps(tokens: Tokens, source: Expression): Expression {
  if (!tokens.is(".") && !tokens.is("[")) {
    return source;
  }
  const steps: Step[] = [];
  // Behind ".*" there are attributes only, up to the next bracket.
  let isInSplat = false;
  for (let { kind } = tokens; kind === "." || kind === "["; { kind } = tokens) {
    const step: Step = kind === "." ? parseAttribute(tokens, isInSplat) : parseIndex(tokens);
    isInSplat = kind === "." && (isInSplat || step.type === "SplatStep");
    steps.push(step);
  }
  return { type: "Traversal", source, steps, range: [source.range[0], tokens.previousEnd] };
}

function parseAttribute(tokens: Tokens, isInSplat: boolean): AttributeStep | SplatStep {
  const { start } = tokens;
  tokens.advance();
  const { written: name, kind } = tokens;
  if (kind === "number") {
    rejectTwoIndexes(tokens);
    parseNumber(tokens);
  } else if (kind === "name" || (kind === "*" && !isInSplat)) {
    tokens.advance();
  } else if (kind === "*") {
    throw new HclSyntaxError('A splat may not follow in a splat with ".*". Write "[*]" for both.', tokens.range);
  } else {
    throw unexpected(tokens, "a name after the dot", 'Write an attribute name, or an index in brackets: ["x"].');
  }
  const range = [start, tokens.previousEnd] as const;
  return kind === "*" ? { type: "SplatStep", range } : { type: "AttributeStep", name, range };
}

/** `.0.1` is the number 0.1 to HCL, which refuses to guess. */
function rejectTwoIndexes(tokens: Tokens): void {
  const [first, second] = tokens.written.split(".");
  if (second !== undefined) {
    throw new HclSyntaxError(
      `Two indexes may not follow each other with dots. Write "[${first ?? ""}][${second}]".`,
      tokens.range,
    );
  }
}

function parseIndex(tokens: Tokens): IndexStep | SplatStep {
  const { start } = tokens;
  tokens.advance();
  // A splat is in one line, where line breaks count.
  if (tokens.take("*")) {
    closeBracket(tokens, "the splat", start);
    return { type: "SplatStep", range: [start, tokens.previousEnd] };
  }
  const key = tokens.nested(false, () => {
    const expression = parseExpression(tokens);
    closeBracket(tokens, "the index", start);
    return expression;
  });
  return { type: "IndexStep", key, range: [start, tokens.previousEnd] };
}

function closeBracket(tokens: Tokens, what: string, start: number): void {
  if (tokens.is("end")) {
    throw unclosed("This index", start, 1, 'Write "]" behind it.');
  }
  if (!tokens.take("]")) {
    throw unexpected(tokens, `"]" after ${what}`, "Close the bracket.");
  }
}
