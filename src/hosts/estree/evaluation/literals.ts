import type { Value } from "../../../policy/value.js";
import { decodeStringLiteral } from "../../../text/string-literal.js";
import { policyString } from "../../strings.js";
import { numberOf, unknown } from "../../values.js";
import type { LiteralNode } from "../tree/nodes.js";
import type { Evaluator } from "./evaluator.js";
import type { Frame } from "./frame.js";
import { PatternValue } from "./functions.js";
import { textAt } from "./text.js";

/** A literal of the linted file, or of another one. */
export function literal(evaluator: Evaluator, node: LiteralNode, frame: Frame): Value {
  const { value } = node;
  if (typeof value === "string") {
    // An escape is read once more, too.
    if (evaluator.isRepeating && !evaluator.budget.takeRead(node.range[1] - node.range[0])) {
      return evaluator.unknown(node, frame);
    }
    const { module } = frame.activation;
    return module.origin === undefined
      ? evaluator.recorder.stringRead(node, stringLiteral(node, value, frame), frame)
      : textAt(value, node, frame, evaluator);
  }
  if ("regex" in node && node.regex) {
    return new PatternValue(evaluator.making(node, frame).range, node.regex.pattern);
  }
  if (typeof value === "number" && frame.activation.module.origin === undefined) {
    return numberOf(evaluator.making(node, frame).range, value, node.raw);
  }
  return typeof value === "number" || typeof value === "boolean" || (value === null && !isSpecial(node))
    ? evaluator.scalar(value, node, frame)
    : evaluator.unknown(node, frame);
}

function stringLiteral({ range }: LiteralNode, value: string, { activation }: Frame): Value {
  const decoded = decodeStringLiteral(activation.module.text, range[0] + 1, range[1] - 1);
  // They differ if the host has other escapes, such as HTML entities in JSX attributes.
  return decoded.text === value ? policyString(range, decoded) : unknown(range);
}

/** Regular expressions and big integers have no value where the engine does not support them. */
function isSpecial(node: LiteralNode): boolean {
  return "regex" in node || "bigint" in node;
}
