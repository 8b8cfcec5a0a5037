import type { TSESTree } from "@typescript-eslint/utils";
import type { Value } from "../../policy/value.js";
import { hole, type MappedText } from "../../text/mapped-text.js";
import type { Range } from "../../text/range.js";
import { Decoder, decodeStringLiteral } from "../../text/string-literal.js";
import type { ReadValue, TemplateNode } from "./nodes.js";
import { templateChunks } from "./template.js";
import { policyString, computedString, unknown } from "../values.js";

/** A longer string is not concatenated: a constant that is doubled repeatedly would exhaust memory. */
const maxCharacters = 100_000;

/** The value of a JavaScript or JSON literal. */
export function literalValue(value: unknown, range: Range, text: MappedText): Value {
  if (typeof value === "string") {
    const decoded = decodeStringLiteral(text, range[0] + 1, range[1] - 1);
    // They differ if the host has other escapes, such as HTML entities in JSX attributes.
    return decoded.text === value ? policyString(range, decoded) : unknown(range);
  }
  return typeof value === "number" || typeof value === "boolean" || value === null
    ? { kind: "scalar", range, value }
    : unknown(range);
}

/** The string of a template literal. Constant strings are substituted; other expressions become holes. */
export function templateValue(node: TemplateNode, text: MappedText, read: ReadValue): Value {
  const chunks = templateChunks(node, text.text);
  if (!chunks) {
    return unknown(node.range);
  }
  const decoder = new Decoder(node.range[0] + 1);
  let isLiteral = true;
  for (const [index, [start, end]] of chunks.entries()) {
    decoder.append(text, start, end);
    const expression = node.expressions[index];
    const next = chunks[index + 1];
    if (expression && next) {
      const value = read(expression);
      if (value.kind === "string" && value.value.length <= maxCharacters) {
        decoder.appendPiece(value.text);
        isLiteral = false;
      } else {
        decoder.appendAs(hole, text, end, next[0]);
      }
    }
  }
  return isLiteral ? policyString(node.range, decoder.finish()) : computedString(node.range, decoder.finish());
}

/** The string of a concatenation: `"a" + b`. */
export function concatenationValue(node: TSESTree.BinaryExpression, text: MappedText, read: ReadValue): Value {
  const operands = operandsOf(node).map((operand) => read(operand));
  const first = operands.findIndex(({ kind }) => kind === "string");
  if (first < 0) {
    return unknown(node.range);
  }
  // Operands before the first string may be numbers, which `+` adds.
  const [start] = operands;
  const before = first > 1 && start ? [unknown([start.range[0], operands[first - 1]?.range[1] ?? 0])] : undefined;
  return joinedString(node.range, before ? [...before, ...operands.slice(first)] : operands, text);
}

/** Concatenates the parts that an expression produces; unknown parts become holes. */
export function joinedString(range: Range, parts: readonly Value[], text: MappedText): Value {
  const decoder = new Decoder(range[0]);
  for (const part of parts) {
    if (part.kind === "string" && part.value.length <= maxCharacters) {
      decoder.appendPiece(part.text);
    } else {
      decoder.appendAs(hole, text, ...part.range);
    }
  }
  return computedString(range, decoder.finish());
}

/** The operands of a chain of `+`, from left to right. Iterative, because a chain may exceed the call stack. */
function operandsOf(node: TSESTree.BinaryExpression): TSESTree.Node[] {
  const operands: TSESTree.Node[] = [];
  let rest: TSESTree.Node = node;
  while (rest.type === "BinaryExpression" && rest.operator === "+") {
    operands.push(rest.right);
    rest = rest.left;
  }
  return [...operands, rest].reverse();
}
