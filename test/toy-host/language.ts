import type { File, Language, TextSourceCode } from "@eslint/core";
import { TextSourceCodeBase, VisitNodeStep } from "@eslint/plugin-kit";
import type { Range } from "../../src/text/range.js";

/** Every word, text and bracket has a place; what is between them does not count. */
export interface ToyNode {
  readonly type: "File" | "List" | "Map" | "Text" | "Word";
  readonly range: Range;
  readonly children: readonly ToyNode[];
  /** Of the root only: from it, ESLint's kit counts the lines of all offsets. */
  readonly loc?: { readonly start: object; readonly end: object };
}

class ToySourceCode extends TextSourceCodeBase {
  override *traverse() {
    for (const phase of [1, 2] as const) {
      yield new VisitNodeStep({ target: this.ast, phase, args: [this.ast] });
    }
  }
}

/** The language for ESLint: its parser, and no scopes, types or comments. */
export const toyLanguage = {
  fileType: "text",
  lineStart: 1,
  columnStart: 1,
  nodeTypeKey: "type",
  visitorKeys: { File: ["children"], List: ["children"], Map: ["children"], Text: [], Word: [] },
  validateLanguageOptions: () => undefined,
  parse: ({ body }: File) => ({ ok: true as const, ast: parse(body as string) }),
  createSourceCode: ({ body }: File, { ast }: { ast: ToyNode }) =>
    new ToySourceCode({ text: body as string, ast }) as unknown as TextSourceCode,
} as unknown as Language;

function parse(text: string): ToyNode {
  const tokens = [...text.matchAll(/;[^\n]*|"[^"]*"|[(){}]|[^\s(){}";]+/gu)].filter(
    ([token]) => !token.startsWith(";"),
  );
  const children: ToyNode[] = [];
  while (tokens.length > 0) {
    children.push(next());
  }
  const lines = text.split("\n");
  const end = { line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
  return { type: "File", range: [0, text.length], children, loc: { start: { line: 1, column: 1 }, end } };

  function next(): ToyNode {
    const { 0: token = "", index: start = 0 } = tokens.shift() ?? {};
    if (token !== "(" && token !== "{") {
      const type = token.startsWith('"') ? "Text" : "Word";
      return { type, range: [start, start + token.length], children: [] };
    }
    const inner: ToyNode[] = [];
    while (tokens[0] && tokens[0][0] !== ")" && tokens[0][0] !== "}") {
      inner.push(next());
    }
    const end = (tokens.shift()?.index ?? text.length) + 1;
    return { type: token === "(" ? "List" : "Map", range: [start, end], children: inner };
  }
}

/** A JSON text in the toy's language. */
export function toToy(json: string): string {
  return write(JSON.parse(json));

  function write(value: unknown): string {
    if (Array.isArray(value)) {
      return `(${value.map(write).join(" ")})`;
    }
    if (typeof value === "object" && value !== null) {
      const members = Object.entries(value).map(
        ([key, inner]) => `${/^\w+$/u.test(key) ? key : `"${key}"`} ${write(inner)}`,
      );
      return `{${members.join(" ")}}`;
    }
    return typeof value === "string" ? `"${value}"` : String(value);
  }
}
