import type { Value } from "../../policy/value.js";
import { MappedText } from "../../text/mapped-text.js";
import { noDefinitions } from "./definitions.js";
import { Evaluator } from "./evaluator.js";
import { parseExpression } from "./expressions.js";
import { mappedValue } from "./mapped-values.js";
import type { Expression } from "./nodes.js";
import { HclSyntaxError } from "./syntax-error.js";
import { Tokens } from "./tokens.js";

/**
 * The value of a text that is a single interpolation, as files of Terraform in JSON syntax have them:
 * `${jsonencode({ Version = "1.1" })}`. Its parts have their places in the source of the text.
 *
 * @returns `undefined` if the text is anything else
 */
export function interpolationValue(text: MappedText): Value | undefined {
  const expression = text.text.startsWith("${") ? parseInterpolation(text.text) : undefined;
  const evaluator = new Evaluator(MappedText.verbatim(text.text), noDefinitions);
  return expression && mappedValue(evaluator.boundedValue(expression), text);
}

function parseInterpolation(text: string): Expression | undefined {
  try {
    const tokens = new Tokens(text, text.startsWith("${~") ? 3 : 2);
    return tokens.nested(false, () => {
      const expression = parseExpression(tokens);
      return (tokens.is("}") || tokens.is("~}")) && tokens.end === text.length ? expression : undefined;
    });
  } catch (error) {
    if (error instanceof HclSyntaxError) {
      return undefined;
    }
    throw error;
  }
}
