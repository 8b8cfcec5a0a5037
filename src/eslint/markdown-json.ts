import json, { JSONLanguage, type JSONParseResult } from "@eslint/json";
import type { File } from "@eslint/core";

/**
 * JSON as documentation shows it: with comments, trailing commas and JSON5 syntax. Other text, such as values with an
 * ellipsis or two documents in a row, is not an error in a page: it is parsed as an empty object.
 */
class MarkdownJson extends JSONLanguage {
  constructor() {
    super({ mode: "jsonc" });
  }

  override parse(file: File): JSONParseResult {
    const jsonc = super.parse(file, { languageOptions: { allowTrailingCommas: true } });
    const result =
      jsonc.ok || endsInBackslash(file) ? jsonc : json.languages.json5.parse(file, { languageOptions: {} });
    return result.ok ? result : { ok: true, ast: emptyDocument() };
  }
}

/**
 * ESLint's JSON plugin with the language for Markdown blocks in place of its own. It is named `json`, because the
 * plugin's rules declare their languages by that name, and ESLint rejects them in any other.
 */
export const markdownJson = { ...json, languages: { json: new MarkdownJson() } };

/** Whether a text ends in an incomplete escape, as it does while typing: the JSON5 parser would not terminate. */
function endsInBackslash({ body }: File): boolean {
  return typeof body === "string" && body.endsWith("\\");
}

type JSONDocument = Extract<JSONParseResult, { readonly ok: true }>["ast"];

/** An empty object at the start of the text, a range that is valid in every text. */
function emptyDocument(): JSONDocument {
  const start = { line: 1, column: 1, offset: 0 };
  const place: Pick<JSONDocument, "loc" | "range"> = { loc: { start, end: start }, range: [0, 0] };
  return { type: "Document", body: { type: "Object", members: [], ...place }, tokens: [], ...place };
}
