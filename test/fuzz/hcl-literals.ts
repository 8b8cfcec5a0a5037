import { askOracle } from "../hosts/hcl/oracle.js";
import type { Kind } from "./escapes.js";
import type { Rendering } from "./rendering.js";

/**
 * Texts of JSON as HCL has them: with fewer escapes, and with the signs of interpolations doubled.
 *
 * @param json the text that is rendered, whose characters the pieces of the rendering are
 */
export function inHcl(rendering: Rendering, json: string): Rendering {
  return rendering.map((piece, index) => {
    const escape = json.charAt(index - 1) === "\\" && !isEscaped(json, index - 1) ? missingEscapes[piece] : undefined;
    return escape ?? (isInterpolation(json, index) ? piece.repeat(2) : piece);
  });
}

/** Behind a backslash, what is no escape in HCL. */
const missingEscapes: Readonly<Record<string, string>> = { b: "u0008", f: "u000c", "/": "u002f" };

/** A JSON text as a text of HCL in quotes. */
export function inHclQuotes(rendering: Rendering): Rendering {
  return rendering.map((piece) => piece.replace(/["\\]/gu, "\\$&").replace(/\r/gu, "\\r").replace(/\n/gu, "\\n"));
}

/** A JSON text with the signs of interpolations doubled. */
export function withDoubledSigns(rendering: Rendering, json: string): Rendering {
  return rendering.map((piece, index) =>
    isInterpolation(json, index) && piece.length === 1 ? piece.repeat(2) : piece,
  );
}

/** Whether HCL has a way to write the texts of a policy: it has no escape for half a pair of UTF-16. */
export function fitsHcl(json: string): boolean {
  return !/\\ud[89a-f]/iu.test(json);
}

/** The value of the first argument in the first block of a file, as HashiCorp's parser says. */
export function readHcl(text: string): unknown {
  const { value, message } = askOracle(text.replace(/^\uFEFF/u, ""));
  if (message !== undefined) {
    throw new Error(message);
  }
  const { locals } = value as { readonly locals: readonly [{ readonly policy: unknown }] };
  const json = JSON.stringify(locals[0].policy);
  return JSON.parse(json.replace(/([$%])\1\{/gu, "$1{"));
}

/** What letters of another way may not be written by an escape: halves of pairs. */
export function withoutHalves(kinds: readonly Kind[], json: string): readonly Kind[] {
  return kinds.map((kind, index) => (/[\ud800-\udfff]/u.test(json.charAt(index)) ? "word" : kind));
}

function isInterpolation(json: string, index: number): boolean {
  return /^[$%]\{/u.test(json.slice(index, index + 2));
}

/** Whether a backslash is itself escaped. */
function isEscaped(json: string, index: number): boolean {
  let start = index;
  while (json.charAt(start - 1) === "\\") {
    start--;
  }
  return (index - start) % 2 === 1;
}
