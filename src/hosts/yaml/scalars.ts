import type { PolicyString, Value } from "../../policy/value.js";
import { MappedText } from "../../text/mapped-text.js";
import { computedString, policyString } from "../strings.js";
import { unknown } from "../values.js";
import { decodeBlock } from "./block-scalars.js";
import { decodeFlow, readDoubleQuoted, readPlain, readSingleQuoted } from "./flow-scalars.js";
import type { Scalar } from "./nodes.js";

/**
 * The value of a scalar.
 *
 * @param isText whether it is a text, whatever is written
 */
export function scalarValue(node: Scalar, source: MappedText, isText: boolean): Value {
  const { range } = node;
  if (node.style !== "plain" || isText || typeof node.value === "string") {
    return textOf(node, source) ?? unknown(range);
  }
  const { value } = node;
  const written = source.text.slice(...range);
  return { kind: "scalar", range, value, ...(written === String(value) ? {} : { written }) };
}

/** The text of a scalar with the place of each character; `undefined` if it is not what the parser makes of it. */
export function textOf(node: Scalar, source: MappedText): PolicyString | undefined {
  const text = decode(node, source);
  const value = node.style === "plain" ? node.strValue : node.value;
  if (text.text !== value) {
    return undefined;
  }
  // What is written in place of a block would have to be indented.
  const isBlock = node.style === "literal" || node.style === "folded";
  return (isBlock ? computedString : policyString)(node.range, text);
}

function decode(node: Scalar, source: MappedText): MappedText {
  const [start, end] = node.range;
  switch (node.style) {
    case "plain":
      return source.text.slice(start, end) === node.strValue
        ? MappedText.verbatim(node.strValue, start)
        : decodeFlow(source, start, end, readPlain);
    case "single-quoted":
      return decodeFlow(source, start + 1, end - 1, readSingleQuoted);
    case "double-quoted":
      return decodeFlow(source, start + 1, end - 1, readDoubleQuoted);
    case "literal":
    case "folded":
      return decodeBlock(source, node);
  }
}
