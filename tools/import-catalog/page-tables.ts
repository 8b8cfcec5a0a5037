/** Chooses the table reader by the kind of the page. */
import type { Grid } from "./grid.js";
import { parseHtmlTables } from "./html-tables.js";
import { parseMarkdownTables } from "./markdown-tables.js";
import { parseRstTables } from "./rst-tables.js";

/**
 * All tables of a page.
 *
 * @param path the page's path in its repository; its ending says what the page is written in
 * @throws {RangeError} for an ending that no reader exists for
 */
export function parsePageTables(path: string, source: string): readonly Grid[] {
  if (path.endsWith(".rst")) return parseRstTables(source);
  // A Markdown page has its tables either as HTML or as pipes; none of the clouds' pages mixes them.
  if (path.endsWith(".md")) return [...parseHtmlTables(source), ...parseMarkdownTables(source)];
  throw new RangeError(`no reader for pages like ${path}`);
}
