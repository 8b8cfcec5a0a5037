import { describe, expect, it } from "vitest";
import type { Grid } from "../../../tools/import-catalog/grid.js";
import { parseRstTables } from "../../../tools/import-catalog/rst-tables.js";
import { gridText } from "./grid-text.js";

function parse(source: string): readonly string[][][] {
  return parseRstTables(source).map((grid: Grid) => gridText(grid));
}

describe("RST grid tables", () => {
  it("reads head and body", () => {
    const source = `
+-------+---------+
| Fruit | Colour  |
+=======+=========+
| Plum  | violet  |
+-------+---------+
| Lemon | yellow  |
+-------+---------+
`;
    expect(parse(source)).toEqual([
      [
        ["Fruit", "Colour"],
        ["Plum", "violet"],
        ["Lemon", "yellow"],
      ],
    ]);
  });

  it("takes the first row as the head if none is marked", () => {
    const source = `
+-----------+------------+
| **Fruit** | **Colour** |
+-----------+------------+
| Plum      | violet     |
+-----------+------------+
`;
    expect(parse(source)).toEqual([
      [
        ["Fruit", "Colour"],
        ["Plum", "violet"],
      ],
    ]);
  });

  it("repeats a cell in all rows and columns that it spans", () => {
    const source = `
+-------+--------+-------+
| A     | B      | C     |
+=======+========+=======+
| one   | wide           |
|       +--------+-------+
|       | left   | right |
+-------+--------+-------+
`;
    expect(parse(source)).toEqual([
      [
        ["A", "B", "C"],
        ["one", "wide", "wide"],
        ["one", "left", "right"],
      ],
    ]);
  });

  it("finds several tables on a page, inside directives and lists", () => {
    const source = `
.. table:: **Table 1** Fruit

   +-------+
   | Fruit |
   +=======+
   | Plum  |
   +-------+

Text between.

-  Item

   +-------+
   | Nut   |
   +=======+
   | Hazel |
   +-------+
`;
    expect(parse(source)).toEqual([
      [["Fruit"], ["Plum"]],
      [["Nut"], ["Hazel"]],
    ]);
  });

  it("distinguishes paragraphs, items, continuations and notes", () => {
    const source = `
+--------------------+
| Recipe             |
+====================+
| Whole              |
| sentence           |
|                    |
| -  first           |
|                    |
|    inside          |
|                    |
| -  second          |
|                    |
| .. note::          |
|                    |
|    -  Stir well.   |
|                    |
| after              |
+--------------------+
`;
    expect(parse(source)).toEqual([
      [["Recipe"], ["Whole sentence / item: first / continuation: inside / item: second / note: Stir well. / after"]],
    ]);
  });

  it("removes markup and keeps wildcards", () => {
    const source = `
+-------------------------------------------+
| Text                                      |
+===========================================+
| :ref:\`Make jam <jam_01>\`                  |
+-------------------------------------------+
| \`\`jam:*:*\`\`                               |
+-------------------------------------------+
| \`\`jam:\`\`\\*\`\`:get\\*\`\`                      |
+-------------------------------------------+
| jam:pot:\\*                                |
+-------------------------------------------+
| {*Kitchen*}/pots                          |
+-------------------------------------------+
| \`Pots <https://example.com>\`__            |
+-------------------------------------------+
| Have **jam:*:get** and **jam:pot:***.     |
+-------------------------------------------+
`;
    expect(parse(source)).toEqual([
      [
        ["Text"],
        ["Make jam"],
        ["jam:*:*"],
        ["jam:*:get*"],
        ["jam:pot:*"],
        ["{Kitchen}/pots"],
        ["Pots"],
        ["Have jam:*:get and jam:pot:*."],
      ],
    ]);
  });

  it("counts wide characters twice, as the format does", () => {
    const source = `
+--------+------+
| 果物   | Name |
+========+======+
| プラム | Plum |
+--------+------+
`;
    expect(parse(source)).toEqual([
      [
        ["果物", "Name"],
        ["プラム", "Plum"],
      ],
    ]);
  });
});

describe("RST simple tables", () => {
  it("reads head and body, an unlimited last column and continued rows", () => {
    const source = `
======= ==========
Fruit   Colour
======= ==========
Plum    violet, if ripe at all
Lemon   yellow

        or green
======= ==========
`;
    expect(parse(source)).toEqual([
      [
        ["Fruit", "Colour"],
        ["Plum", "violet, if ripe at all"],
        ["Lemon", "yellow / or green"],
      ],
    ]);
  });

  it("takes the first row as the head if there is none", () => {
    const source = `
====== =======
Fruit  Colour
Plum   violet
====== =======

Text.
`;
    expect(parse(source)).toEqual([
      [
        ["Fruit", "Colour"],
        ["Plum", "violet"],
      ],
    ]);
  });
});
