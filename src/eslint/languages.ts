import type { Language } from "@eslint/core";
import { readers } from "../hosts/index.js";
import type { Reader } from "../hosts/reader.js";
import { insertedComments, insertedCommentsIn } from "./inserted-comments.js";
import { textLanguage } from "./text-language.js";

/** The languages that the plugin brings along, because ESLint has no other plugin for them. */
export const languages: Readonly<Record<"hcl" | "markdown-hcl" | "markdown-yaml" | "yaml", Language>> = {
  hcl: textLanguage(readers.hcl),
  "markdown-hcl": textLanguage(lenient(readers.hcl)),
  "markdown-yaml": textLanguage(lenient(behindComments(readers.yaml))),
  yaml: textLanguage(readers.yaml),
};

/**
 * Reads a block of a language in which the comments that are copied to its start are none: they are read as blanks, so
 * that all other places stay the same.
 */
function behindComments(reader: Reader): Reader {
  return {
    ...reader,
    read(text) {
      const inserted = insertedComments(text);
      const file = reader.read(inserted.replace(/[^\n]/gu, " ") + text.slice(inserted.length));
      return file.isValid ? { ...file, comments: [...insertedCommentsIn(text), ...file.comments] } : file;
    },
  };
}

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
