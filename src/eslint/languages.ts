import type { Language } from "@eslint/core";
import { readers } from "../hosts/index.js";
import type { Reader } from "../hosts/reader.js";
import { textLanguage } from "./text-language.js";

/** The languages that the plugin brings along, because ESLint has no other plugin for them. */
export const languages: Readonly<Record<"hcl" | "markdown-hcl" | "markdown-yaml" | "yaml", Language>> = {
  hcl: textLanguage(readers.hcl),
  "markdown-hcl": textLanguage(lenient(readers.hcl)),
  "markdown-yaml": textLanguage(lenient(readers.yaml)),
  yaml: textLanguage(readers.yaml),
};

/**
 * Reads a text with a syntax error as an empty file. Blocks of documentation leave out what is not of interest, and
 * write an ellipsis for it: that is no mistake.
 */
function lenient(reader: Reader): Reader {
  return {
    ...reader,
    read(text) {
      const file = reader.read(text);
      return file.isValid ? file : reader.read("");
    },
  };
}
