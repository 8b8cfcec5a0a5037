import type { MappedText } from "../../text/mapped-text.js";
import type { Decoder } from "../../text/string-literal.js";
import { leadingSpaces, trailingSpaces } from "./characters.js";
import { isEscapedSequence, readEscape } from "./escapes.js";
import type { TemplateText } from "./nodes.js";

/** A text whose ends may still be cut while its template is read. */
export interface OpenText extends TemplateText {
  value: string;
  cut: [front: number, back: number];
}

/**
 * The literal text from `start` up to `end`.
 *
 * @throws HclSyntaxError at a wrong escape
 */
export function templateText(text: string, start: number, end: number, isQuoted: boolean): OpenText {
  let value = text.slice(start, end);
  if (isQuoted && value.includes("\\")) {
    value = "";
    forEachPiece(text, start, end, (piece) => (value += piece));
  } else if (isSequence(text, start, end)) {
    value = value.slice(1);
  }
  return { type: "TemplateText", value, cut: [0, 0], isQuoted, range: [start, end] };
}

/** Takes away characters in front of a text. */
export function cutFront(text: OpenText, count: number): void {
  text.value = text.value.slice(count);
  text.cut[0] += count;
}

/** Takes away the blanks and line breaks in front of a text, as `~}` does. */
export function stripFront(text: OpenText): void {
  cutFront(text, leadingSpaces(text.value));
}

/** Takes away the blanks and line breaks behind a text, as `${~` does. */
export function stripBack(text: OpenText): void {
  const count = trailingSpaces(text.value);
  text.value = text.value.slice(0, text.value.length - count);
  text.cut[1] += count;
}

/**
 * Appends what a text means, each character with its place.
 *
 * @param source the whole file
 */
export function appendTemplateText(decoder: Decoder, source: MappedText, node: TemplateText): void {
  const [start, end] = node.range;
  const [front, back] = node.cut;
  const { text } = source;
  if (!isSequence(text, start, end) && !(node.isQuoted && text.slice(start, end).includes("\\"))) {
    decoder.appendVerbatim(source, start + front, end - back);
    return;
  }
  const last = front + node.value.length;
  let index = 0;
  forEachPiece(text, start, end, (value, from, to) => {
    if (index >= front && index < last) {
      decoder.appendAs(value, source, from, to);
    }
    index += value.length;
  });
}

/** Goes over a text with escapes by the characters that it means. */
function forEachPiece(
  text: string,
  start: number,
  end: number,
  take: (value: string, from: number, to: number) => void,
): void {
  if (isSequence(text, start, end)) {
    take(text.slice(start + 1, end), start, end);
    return;
  }
  for (let index = start; index < end;) {
    const isEscape = text.charCodeAt(index) === 92;
    const { value, length } = isEscape ? readEscape(text, index) : { value: text.charAt(index), length: 1 };
    take(value, index, index + length);
    index += length;
  }
}

/** `$${` and `%%{` are texts of their own. */
function isSequence(text: string, start: number, end: number): boolean {
  return end - start === 3 && isSign(text.charCodeAt(start)) && isEscapedSequence(text, start);
}

/** Whether a character may begin an interpolation or directive. */
export function isSign(code: number): boolean {
  return code === 36 || code === 37;
}
