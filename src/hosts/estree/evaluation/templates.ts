import type { TSESTree } from "@typescript-eslint/utils";
import type { Value } from "../../../policy/value.js";
import { hole } from "../../../text/mapped-text.js";
import type { Range } from "../../../text/range.js";
import { Decoder, decodeStringLiteral } from "../../../text/string-literal.js";
import { policyString } from "../../strings.js";
import type { TemplateNode } from "../tree/nodes.js";
import { templateChunks } from "../tree/template.js";
import { callFunction } from "./calls.js";
import { Deferred, settled } from "./deferred.js";
import { forgetReachable } from "./escapes.js";
import type { Evaluator } from "./evaluator.js";
import type { Frame } from "./frame.js";
import { FunctionValue } from "./functions.js";
import { ListCell } from "./list.js";
import { composeText, textAt, textOf, type TextPart } from "./text.js";

/** The string of a template; expressions that are not known become holes. */
export function templateValue(evaluator: Evaluator, node: TemplateNode, frame: Frame): Value {
  if (evaluator.isRepeating && !evaluator.budget.takeCharacters(node.range[1] - node.range[0])) {
    return evaluator.unknown(node, frame);
  }
  const parts = templateParts(evaluator, node, frame);
  // A list that changes afterwards has its text already.
  const values = node.expressions.map((expression) => {
    const value = evaluator.evaluate(expression, frame);
    return value instanceof ListCell ? textOfList(evaluator, value, node, frame) : value;
  });
  if (!parts) {
    return evaluator.unknown(node, frame);
  }
  const [only] = values;
  if (only && values.length === 1 && node.quasis.every((quasi) => quasi.value.raw === "")) {
    const text = settled(only);
    // `${JSON.stringify(policy)}` is the text itself.
    if (evaluator.encoded.has(text)) {
      return text;
    }
  }
  const { module } = frame.activation;
  if (values.length === 0 && module.origin === undefined) {
    const [chunk = [0, 0]] = parts;
    return evaluator.recorder.stringRead(
      node,
      policyString(node.range, decodeStringLiteral(module.text, ...chunk)),
      frame,
    );
  }
  if (module.origin === undefined && values.every((value) => isHole(value, evaluator))) {
    return evaluator.recorder.stringRead(node, withHoles(node, parts, frame), frame);
  }
  const texts = parts.flatMap((chunk, index): TextPart[] => {
    const value = values[index];
    const text = chunkPart(evaluator, node, frame, chunk, index);
    return value ? [text, value] : [text];
  });
  return evaluator.recorder.stringRead(node, composeText(evaluator, node, frame, texts), frame);
}

function textOfList(evaluator: Evaluator, list: ListCell, node: TemplateNode, frame: Frame): Value {
  if (evaluator.encoded.has(list)) {
    return list;
  }
  return textOf(list, evaluator) ? composeText(evaluator, node, frame, [list]) : evaluator.unknown(node, frame);
}

/** Whether nothing at all is known of the text of a value. */
function isHole(value: Value, evaluator: Evaluator): boolean {
  return !(value instanceof Deferred) && value.kind !== "choice" && textOf(value, evaluator) === undefined;
}

/** A template of whose expressions none is known: what is known of it is a single literal. */
function withHoles(node: TemplateNode, chunks: readonly Range[], { activation }: Frame): Value {
  const { text } = activation.module;
  const decoder = new Decoder(node.range[0] + 1);
  for (const [index, [start, end]] of chunks.entries()) {
    decoder.append(text, start, end);
    const next = chunks[index + 1];
    if (next) {
      decoder.appendAs(hole, text, end, next[0]);
    }
  }
  return policyString(node.range, decoder.finish());
}

function chunkPart(evaluator: Evaluator, node: TemplateNode, frame: Frame, chunk: Range, index: number): TextPart {
  const { module } = frame.activation;
  if (module.origin !== undefined) {
    const cooked = node.quasis[index]?.value.cooked ?? "";
    return { kind: "chunk", text: textAt(cooked, node, frame, evaluator).text };
  }
  return { kind: "chunk", text: decodeStringLiteral(module.text, ...chunk) };
}

function templateParts(_: Evaluator, node: TemplateNode, frame: Frame): readonly Range[] | undefined {
  return templateChunks(node, frame.activation.module.text.text);
}

/** A template with a tag: a function of the program is called, `String.raw` without escapes changes nothing. */
export function taggedTemplate(evaluator: Evaluator, node: TSESTree.TaggedTemplateExpression, frame: Frame): Value {
  const { tag, quasi } = node;
  if (isPlainTag(tag)) {
    return evaluator.evaluate(quasi, frame);
  }
  const made = evaluator.read(tag, frame);
  // The text itself is worth judging, too.
  evaluator.store.attempt(() => {
    evaluator.evaluate(quasi, frame);
  });
  const values = quasi.expressions.map((expression) => evaluator.evaluate(expression, frame));
  if (!(made instanceof FunctionValue)) {
    forgetReachable(evaluator, values);
    return evaluator.unknown(node, frame);
  }
  const strings = quasi.quasis.map((element) => textAt(element.value.cooked ?? "", element, frame, evaluator));
  return callFunction(evaluator, made, [evaluator.listOf(quasi, frame, strings), ...values], node, frame);
}

/** Tags that give the text as it is: `String.raw`, and `pulumi.interpolate`. */
function isPlainTag(tag: TSESTree.Node): boolean {
  return (
    tag.type === "MemberExpression" &&
    tag.property.type === "Identifier" &&
    ((tag.property.name === "raw" && tag.object.type === "Identifier" && tag.object.name === "String") ||
      tag.property.name === "interpolate")
  );
}
