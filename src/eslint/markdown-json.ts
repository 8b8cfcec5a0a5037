import json, { JSONLanguage, type JSONParseResult } from "@eslint/json";
import type { File } from "@eslint/core";

/**
 * JSON as pages show it: with comments, trailing commas and the freedoms of JSON5. A text that is none, with an ellipsis
 * between its values or two documents in a row, is no mistake on a page: it counts as an empty object.
 */
class MarkdownJson extends JSONLanguage {
  constructor() {
    super({ mode: "jsonc" });
  }

  override parse(file: File): JSONParseResult {
    const jsonc = super.parse(file, { languageOptions: { allowTrailingCommas: true } });
    const result = jsonc.ok || isCutOff(file) ? jsonc : json.languages.json5.parse(file, { languageOptions: {} });
    return result.ok ? result : { ok: true, ast: emptyDocument() };
  }
}

/**
 * ESLint's plugin for JSON with the language of Markdown blocks in place of its own. It goes by the name `json`, since
 * the plugin's rules name the languages that they take, and ESLint refuses them in any other.
 */
export const markdownJson = { ...json, languages: { json: new MarkdownJson() } };

/** Whether a text ends in the middle of an escape, as it does while somebody types: the parser of JSON5 never ends there. */
function isCutOff({ body }: File): boolean {
  return typeof body === "string" && body.endsWith("\\");
}

type JSONDocument = Extract<JSONParseResult, { readonly ok: true }>["ast"];

/** An empty object at the start of the text: a place that every text has. */
function emptyDocument(): JSONDocument {
  const start = { line: 1, column: 1, offset: 0 };
  const place: Pick<JSONDocument, "loc" | "range"> = { loc: { start, end: start }, range: [0, 0] };
  return { type: "Document", body: { type: "Object", members: [], ...place }, tokens: [], ...place };
}
