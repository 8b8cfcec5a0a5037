import { describe, expect, it } from "vitest";
import { paragraph, table, widthOf, wrap } from "../../src/command/columns.js";

const plain = (width: number) => ({ width, style: (_: string, text: string) => text });

describe("a table", () => {
  const columns = [
    { heading: "Action" },
    { heading: "Number", isNumber: true },
    { heading: "Why", isLong: true },
  ] as const;

  it("has no more blanks than it needs", () => {
    const text = table(columns, [["ims:images:get", "7", "It is."]], plain(Infinity));
    expect(text).toBe("Action          Number  Why\nims:images:get       7  It is.\n");
  });

  it("wraps its long columns first", () => {
    const why = "All of the actions in use are listed, and more.";
    expect(table(columns, [["ims:images:get", "7", why]], plain(50), "  ")).toBe(
      [
        "  Action          Number  Why\n",
        "  ims:images:get       7  All of the actions in\n",
        "                          use are listed, and\n",
        "                          more.\n",
      ].join(""),
    );
  });

  it("wraps the others where there is no more room", () => {
    const text = table(columns, [["ims:images:get", "7", "All of them are listed here."]], plain(34));
    expect(Math.max(...text.split("\n").map(widthOf))).toBeLessThanOrEqual(48);
    expect(text).toMatch(/^ims:images: .*\nget /mu);
  });

  it("ends with narrow columns, however narrow the terminal", () => {
    expect(table(columns, [["ims:images:get", "7", "All of them."]], plain(1))).toContain("ims:");
  });
});

describe("a wrapped text", () => {
  it.each([
    ["fits", "one two", 7, ["one two"]],
    ["is broken at blanks", "one two three", 8, ["one two", "three"]],
    ["is broken behind separators", "/v2/cloudimages/{image_id}", 16, ["/v2/cloudimages/", "{image_id}"]],
    ["is broken anywhere, if need be", "abcdefgh", 3, ["abc", "def", "gh"]],
    ["counts Chinese characters twice", "获取桶列表", 4, ["获取", "桶列", "表"]],
    ["is never without a line", "", 5, [""]],
  ])("%s", (_, text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines);
  });

  it("is indented from its second line on", () => {
    expect(paragraph("one two three", { width: 10 }, " ", "   ")).toBe(" one two\n   three\n");
    expect(paragraph("one two three", { width: 10 }, " ")).toBe(" one two\n three\n");
  });
});
