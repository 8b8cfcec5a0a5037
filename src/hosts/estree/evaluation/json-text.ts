import type { Value } from "../../../policy/value.js";
import { MappedText } from "../../../text/mapped-text.js";
import { Decoder } from "../../../text/string-literal.js";
import { UnknownElements } from "./absent-values.js";

/** The text of a value that the program has written as JSON, without blanks; `undefined` if a part is not known. */
export function jsonTextOf(value: Value): MappedText | undefined {
  const decoder = new Decoder(value.range[0]);
  return append(value, decoder, 0) ? decoder.finish() : undefined;
}

/** In levels: no policy is nested more deeply. */
const maxDepth = 20;

/** Characters that JSON escapes in a string; the names in a policy have none. */
const escaped = /["\\\p{Cc}]/u;

function append(value: Value, decoder: Decoder, depth: number): boolean {
  if (depth > maxDepth) {
    return false;
  }
  const mark = (text: string) => {
    decoder.appendPiece(MappedText.at(text, value.range));
  };
  switch (value.kind) {
    case "string":
      mark('"');
      decoder.appendPiece(value.text);
      mark('"');
      return value.isStatic && !escaped.test(value.value);
    case "scalar":
      mark(String(value.value));
      return true;
    case "array":
      mark("[");
      return appendAll(value.elements, mark, "]", (element) => append(element, decoder, depth + 1));
    case "object":
      mark("{");
      return (
        value.isComplete &&
        appendAll(value.members, mark, "}", (member) => {
          mark(`"${member.key}":`);
          return !escaped.test(member.key) && append(member.value, decoder, depth + 1);
        })
      );
    default:
      return false;
  }
}

function appendAll<Part>(
  parts: readonly Part[],
  mark: (text: string) => void,
  end: string,
  appendPart: (part: Part) => boolean,
): boolean {
  const isKnown = parts.every((part, index) => {
    if (index > 0) {
      mark(",");
    }
    return !(part instanceof UnknownElements) && appendPart(part);
  });
  mark(end);
  return isKnown;
}
