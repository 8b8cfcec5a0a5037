import { describe, expect, it } from "vitest";
import { parseHtmlTables } from "../../../tools/import-catalog/html-tables.js";
import { gridText } from "./grid-text.js";

function parse(source: string): readonly string[][][] {
  return parseHtmlTables(source).map(gridText);
}

describe("HTML tables", () => {
  it("reads head and body between Markdown that is not HTML", () => {
    const source = `# Title <a name="x"></a>

Use <token> here.
<table><thead><tr><th><p>Fruit</p></th><th>Colour</th></tr></thead>
<tbody><tr><td><p><a name="p1"></a>Plum &amp; Co</p></td><td>violet</td></tr></tbody></table>`;
    expect(parse(source)).toEqual([
      [
        ["Fruit", "Colour"],
        ["Plum & Co", "violet"],
      ],
    ]);
  });

  it("repeats a cell in all rows and columns that it spans", () => {
    const source = `<table><tr><th>A</th><th>B</th><th>C</th></tr>
<tr><td rowspan="2">one</td><td colspan="2">wide</td></tr>
<tr><td>left</td><td>right</td></tr></table>`;
    expect(parse(source)).toEqual([
      [
        ["A", "B", "C"],
        ["one", "wide", "wide"],
        ["one", "left", "right"],
      ],
    ]);
  });

  it("joins head rows and pads short rows", () => {
    const source = `<table><tr><th>Fruit</th><th>Size</th></tr><tr><th>Fruit</th><th>(cm)</th></tr>
<tr><td>Plum</td></tr></table>`;
    expect(parse(source)).toEqual([
      [
        ["Fruit", "Size / (cm)"],
        ["Plum", ""],
      ],
    ]);
  });

  it("distinguishes paragraphs, lines, items, continuations and notes", () => {
    const source = `<table><tr><th>Recipe</th></tr><tr><td><p>Sentence<br>next line</p>
<ul><li>first<p>inside</p></li><li><p>second</p></li></ul>
<div class="note"><span class="notetitle"> Note: </span><div class="notebody"><p>Stir well.</p></div></div></td></tr></table>`;
    expect(parse(source)).toEqual([
      [["Recipe"], ["Sentence / next line / item: first / continuation: inside / item: second / note: Stir well."]],
    ]);
  });

  it("ignores a table without a body", () => {
    expect(parse("<table><tr><th>Alone</th></tr></table>")).toEqual([]);
  });
});
