import { describe, expect, it } from "vitest";
import { parseMarkdownTables } from "../../../tools/import-catalog/markdown-tables.js";
import { gridText } from "./grid-text.js";

describe("Markdown pipe tables", () => {
  it("reads tables with and without outer pipes, escapes and links", () => {
    const source = `# Title

|Fruit|Colour|
|--|:-:|
|Plum\\|Prune|**violet**|
|[Lemon](lemon.md)|jam:\\*:get\\*<br>yellow|

Text | with a pipe

Nut | Size
--- | ---
Hazel | small
`;
    expect(parseMarkdownTables(source).map(gridText)).toEqual([
      [
        ["Fruit", "Colour"],
        ["Plum|Prune", "violet"],
        ["Lemon", "jam:*:get* / yellow"],
      ],
      [
        ["Nut", "Size"],
        ["Hazel", "small"],
      ],
    ]);
  });

  it("ignores horizontal rules", () => {
    expect(parseMarkdownTables("Heading\n-------\n\ntext\n")).toEqual([]);
  });
});
