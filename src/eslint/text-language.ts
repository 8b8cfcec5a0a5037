import type { File, Language } from "@eslint/core";
import type { ReadFile, Reader } from "../hosts/reader.js";
import { LineIndex } from "./line-index.js";
import { TextSourceCode } from "./text-source-code.js";

/** The result of parsing, as ESLint wants it. */
type ParseResult = ({ readonly ok: true; readonly ast: object } & ReadFile) | ParseFailure;

interface ParseFailure {
  readonly ok: false;
  readonly errors: readonly { readonly message: string; readonly line: number; readonly column: number }[];
}

/** A language for ESLint whose files a reader reads. A syntax error is one parsing error at its place. */
export function textLanguage(reader: Reader): Language {
  const language = {
    fileType: "text",
    lineStart: 1,
    columnStart: 1,
    nodeTypeKey: "type",
    visitorKeys: reader.visitorKeys,
    // There are no options. But "strict", a rule for JavaScript, reads those of a parser, and throws if there are none.
    defaultLanguageOptions: { parserOptions: {} },
    validateLanguageOptions: () => undefined,
    parse: (file: File): ParseResult => parse(reader, textOf(file)),
    createSourceCode: (file: File, result: ReadFile) => new TextSourceCode(textOf(file), result, reader.visitorKeys),
  };
  // ESLint's type wants the classes of its own packages.
  return language as unknown as Language;
}

function parse(reader: Reader, text: string): ParseResult {
  const file = reader.read(text);
  if (file.isValid) {
    return { ok: true, ast: file.root, ...file };
  }
  const { message, range } = file;
  return { ok: false, errors: [{ message, ...new LineIndex(text).positionOf(range[0]) }] };
}

/** ESLint has taken the byte order mark away. */
function textOf({ body }: File): string {
  return body as string;
}
