import { sha256 } from "../sha256.js";
import { hashedText, ownFormat, type OwnCatalog } from "./format.js";

/** The text of a project's own catalogue, one page or permission row a line. The same content gives the same bytes. */
export function renderOwnCatalog(catalog: OwnCatalog): string {
  return [
    "{",
    `  "format": ${ownFormat},`,
    `  "sha256": ${JSON.stringify(sha256(hashedText(catalog)))},`,
    `  "pages": ${oneALine(catalog.pages)},`,
    `  "rows": ${oneALine(catalog.rows)}`,
    "}\n",
  ].join("\n");
}

function oneALine(elements: readonly unknown[]): string {
  return elements.length === 0
    ? "[]"
    : `[\n${elements.map((element) => `    ${JSON.stringify(element)}`).join(",\n")}\n  ]`;
}
