/** Reads the tables of a page in any format. */
import type { Grid } from "./grid.js";
import { parseHtmlDocument, parseHtmlTables } from "./html-tables.js";
import { parseMarkdownTables } from "./markdown-tables.js";
import { parseRstTables } from "./rst-tables.js";

/**
 * All tables of a page.
 *
 * @param path the path of the page in its repository. Its extension selects the reader
 * @throws {RangeError} for an unknown extension
 */
export function parsePageTables(path: string, source: string): readonly Grid[] {
  if (path.endsWith(".rst")) return parseRstTables(source);
  // No page mixes the two kinds, so the order of the tables is right.
  if (path.endsWith(".md")) return [...parseHtmlTables(source), ...parseMarkdownTables(source)];
  if (path.endsWith(".html")) return parseHtmlDocument(source);
  throw new RangeError(`no reader for pages like ${path}`);
}
