import type { PolicyString, Value } from "../../policy/value.js";
import { hole } from "../../text/mapped-text.js";
import { Decoder } from "../../text/string-literal.js";
import { computedString } from "../strings.js";
import { unknown } from "../values.js";
import type { Arguments } from "./functions.js";
import { textOf } from "./template-values.js";

/** A verb of `format`, with its flags, width and index. */
const verb = /%[-+ #0]*(?:\[\d+\])?(?:\d+|\*)?(?:\.(?:\d+|\*))?[a-zA-Z%]/gu;

/** The text that `format` makes. A verb with anything but a letter is a hole, as is what it would show if that is not known. */
export function formatted({ values: [format, ...values], range, evaluator }: Arguments): Value {
  if (format?.kind !== "string" || !format.isStatic) {
    return unknown(range);
  }
  const decoder = new Decoder(range[0]);
  let start = 0;
  let next = 0;
  for (const { 0: written, index } of format.value.matchAll(verb)) {
    decoder.appendVerbatim(format.text, start, index);
    start = index + written.length;
    if (written === "%%") {
      decoder.appendAs("%", format.text, index, start);
    } else {
      appendShown(decoder, written, values[next++], format, [index, start], evaluator.source);
    }
  }
  decoder.appendVerbatim(format.text, start, format.value.length);
  return computedString(range, decoder.finish());
}

function appendShown(
  decoder: Decoder,
  written: string,
  value: Value | undefined,
  format: PolicyString,
  [start, end]: readonly [number, number],
  source: Arguments["evaluator"]["source"],
): void {
  const text = value && /^%[sdv]$/u.test(written) ? textOf(value, value.range) : undefined;
  if (text) {
    decoder.appendPiece(text);
  } else if (value) {
    decoder.appendAs(hole, source, ...value.range);
  } else {
    decoder.appendAs(hole, format.text, start, end);
  }
}
