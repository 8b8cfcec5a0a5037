import { definitionsIn } from "../../../src/hosts/hcl/definitions.js";
import { MappedText } from "../../../src/text/mapped-text.js";
import { Evaluator } from "../../../src/hosts/hcl/evaluator.js";
import { parseHcl } from "../../../src/hosts/hcl/structure.js";
import { HclSyntaxError } from "../../../src/hosts/hcl/syntax-error.js";
import type { Value } from "../../../src/policy/value.js";

/** The value of the first argument of a file. */
export function firstValue(text: string): Value | undefined {
  const file = parseHcl(text);
  const [first] = file.body;
  return first?.type === "Attribute"
    ? new Evaluator(MappedText.verbatim(text), definitionsIn(file)).value(first.value)
    : undefined;
}

/**
 * The text, number or boolean that the first argument of a file is, as HashiCorp's tools write it in JSON: composed
 * (NFC), and with `${` and `%{` doubled again where they are no interpolation; `undefined` if the file has an error.
 */
export function literalIn(text: string): unknown {
  try {
    const value = firstValue(text);
    return value?.kind === "string"
      ? value.value.normalize("NFC").replace(/[$%](?=\{)/gu, "$&$&")
      : value?.kind === "scalar"
        ? value.value
        : value?.kind;
  } catch (error) {
    if (error instanceof HclSyntaxError) {
      return undefined;
    }
    throw error;
  }
}
