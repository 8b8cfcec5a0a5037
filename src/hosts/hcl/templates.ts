import { lineEnd } from "./characters.js";
import { nestDirectives } from "./directives.js";
import { removeIndentation } from "./indentation.js";
import type { Label, Template, TemplatePart } from "./nodes.js";
import { HclSyntaxError } from "./syntax-error.js";
import { endMarkEnd, TemplateReader } from "./template-reader.js";
import { Tokens } from "./tokens.js";

/**
 * Parses a text in quotes or a heredoc.
 *
 * @throws HclSyntaxError
 */
export function parseTemplate(tokens: Tokens): Template {
  return tokens.is("quote") ? parseQuoted(tokens) : parseHeredoc(tokens);
}

function parseQuoted(tokens: Tokens): Template {
  const { start } = tokens;
  const reader = new TemplateReader(tokens);
  const end = reader.readQuoted(start);
  const parts = nestDirectives(tokens, reader.parts);
  tokens.moveTo(end + 1);
  return { type: "Template", opening: '"', contentRange: [start + 1, end], parts, range: [start, end + 1] };
}

function parseHeredoc(tokens: Tokens): Template {
  const { start, end: content, text, written } = tokens;
  const opening = written.startsWith("<<-") ? "<<-" : "<<";
  const mark = written.slice(opening.length).trimEnd();
  const reader = new TemplateReader(tokens);
  const end = reader.readHeredoc(start, content, mark);
  if (opening === "<<-") {
    removeIndentation(reader.parts);
  }
  const parts = nestDirectives(tokens, reader.parts);
  tokens.moveTo(lineEnd(text, end));
  const range = [start, endMarkEnd(text, end, mark) ?? end] as const;
  return { type: "Template", opening, contentRange: [content, end], parts, range };
}

/**
 * Parses a text that is a template from its first to its last character, as a file for `templatefile` is.
 *
 * @throws HclSyntaxError
 */
export function parseFileTemplate(text: string): readonly TemplatePart[] {
  // Its first character need not begin a token.
  const tokens = new Tokens(text, text.length);
  const reader = new TemplateReader(tokens);
  reader.readAll();
  return nestDirectives(tokens, reader.parts);
}

/** Parses the label of a block: a text in quotes that is known as it stands. */
export function parseLabel(tokens: Tokens): Label {
  const { parts, range } = parseQuoted(tokens);
  const name = parts.map((part) => (part.type === "TemplateText" ? part.value : undefined));
  const other = parts.find(({ type }) => type !== "TemplateText");
  if (other) {
    const [start] = other.range;
    throw new HclSyntaxError(
      "The label of a block cannot hold interpolations or directives. Write the text itself, or double the sign.",
      [start, start + 2],
    );
  }
  return { type: "Label", name: name.join(""), range };
}
