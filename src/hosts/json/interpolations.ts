import { hole, type MappedText } from "../../text/mapped-text.js";
import { isGlobalVariableAt } from "../../policy/policy-variables.js";
import { Decoder } from "../../text/string-literal.js";

/**
 * Replaces the interpolations and directives of Terraform, `${...}` and `%{...}`, by holes. Terraform fills them in
 * before anybody reads the JSON, so the quotes and brackets in them are not JSON's. A policy variable is none of them: a key
 * with a colon is no expression.
 */
export function interpolationsAsHoles(literal: MappedText): MappedText {
  const { text } = literal;
  if (!text.includes("${") && !text.includes("%{")) {
    return literal;
  }
  const decoder = new Decoder(literal.sourceRange(0, 0)[0]);
  let start = 0;
  for (const [from, to] of interpolationsIn(text)) {
    decoder.appendVerbatim(literal, start, from);
    decoder.appendAs(hole, literal, from, to);
    start = to;
  }
  decoder.appendVerbatim(literal, start, text.length);
  return decoder.finish();
}

/** The start and end of each interpolation. One that does not end is none, nor is what follows it: one pass is enough. */
function* interpolationsIn(text: string): Generator<[from: number, to: number]> {
  for (let index = 0; index < text.length; index++) {
    if (beginsInterpolation(text, index) && !isGlobalVariableAt(text, index)) {
      const end = interpolationEnd(text, index + 2);
      if (end === undefined) {
        return;
      }
      yield [index, end];
      index = end - 1;
    } else if (text.startsWith("$${", index) || text.startsWith("%%{", index)) {
      // An escape for the characters themselves.
      index += 2;
    }
  }
}

function beginsInterpolation(text: string, index: number): boolean {
  return text.startsWith("${", index) || text.startsWith("%{", index);
}

/** The index after the bracket that ends an interpolation. Strings in it may have interpolations again. */
function interpolationEnd(text: string, start: number): number | undefined {
  const open: ("{" | '"')[] = ["{"];
  for (let index = start; index < text.length; index++) {
    const character = text.charAt(index);
    const isInString = open.at(-1) === '"';
    if (character === "\\") {
      index++;
    } else if (character === '"') {
      if (isInString) {
        open.pop();
      } else {
        open.push('"');
      }
    } else if (isInString && beginsInterpolation(text, index)) {
      open.push("{");
      index++;
    } else if (!isInString && character === "{") {
      open.push("{");
    } else if (!isInString && character === "}") {
      open.pop();
      if (open.length === 0) {
        return index + 1;
      }
    }
  }
  return undefined;
}
