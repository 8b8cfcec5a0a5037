import { leadingSpaces } from "./characters.js";
import type { FlatPart } from "./template-reader.js";
import { cutFront, type OpenText } from "./template-text.js";

/**
 * Takes the indentation off the lines of a `<<-` heredoc: as many blanks as the line with the fewest has. A line that is
 * empty does not count and loses nothing. Strip markers have done their work before, so a line whose break they took
 * away joins the one behind it.
 */
export function removeIndentation(parts: readonly FlatPart[]): void {
  const indented: OpenText[] = [];
  let fewest = Infinity;
  let isLineStart = true;
  for (const part of parts) {
    const isText = part.type === "TemplateText";
    if (isLineStart && !(isText && isEmptyLine(part.value))) {
      fewest = Math.min(fewest, isText ? leadingSpaces(part.value) : 0);
      indented.push(...(isText ? [part] : []));
    }
    isLineStart = isText && part.value.endsWith("\n");
  }
  indented.forEach((part) => cutFront(part, fewest));
}

function isEmptyLine(text: string): boolean {
  return text.endsWith("\n") && leadingSpaces(text) === text.length;
}
