import { parseExpression } from "./expressions.js";
import type { Call, Expression, Name } from "./nodes.js";
import type { Tokens } from "./tokens.js";
import { unclosed, unexpected } from "./wording.js";

/** Parses what follows the name of a function, or the first namespace in front of it. */
export function parseCall(tokens: Tokens, first: Name): Call {
  const name = parseNamespaces(tokens, first);
  if (!tokens.is("(")) {
    throw unexpected(tokens, `"(" after "${name.name}"`, "Names with :: are functions, which must be called.");
  }
  const call = tokens.nested(false, () => parseArguments(tokens, name));
  return { type: "Call", name, ...call, range: [name.range[0], tokens.previousEnd] };
}

function parseNamespaces(tokens: Tokens, first: Name): Name {
  let { name } = first;
  while (tokens.take("::")) {
    if (!tokens.is("name")) {
      throw unexpected(tokens, 'a function name after "::"', 'Write it in full, as in "provider::time::parse(x)".');
    }
    name += `::${tokens.written}`;
    tokens.advance();
  }
  return { type: "Name", name, range: [first.range[0], Math.max(first.range[1], tokens.previousEnd)] };
}

function parseArguments(tokens: Tokens, { name, range }: Name): Pick<Call, "arguments" | "isExpanded"> {
  const values: Expression[] = [];
  tokens.advance();
  while (!tokens.take(")")) {
    values.push(parseExpression(tokens));
    if (tokens.take("...")) {
      if (!tokens.take(")")) {
        throw unexpected(
          tokens,
          '")" after "..."',
          "The argument with ... is the last one, without a comma behind it.",
        );
      }
      return { arguments: values, isExpanded: true };
    }
    if (tokens.is("end")) {
      throw unclosed(`The call of "${name}"`, range[0], name.length, 'Write ")" behind its arguments.');
    }
    if (!tokens.is(")") && !tokens.take(",")) {
      throw unexpected(tokens, '"," or ")" after the argument', "Separate arguments with commas.");
    }
  }
  return { arguments: values, isExpanded: false };
}
