import { describe, expect, it } from "vitest";
import { block } from "../../../tools/import-catalog/grid.js";
import { parseMark, parseScope } from "../../../tools/import-catalog/mark-cell.js";

function cell(...lines: readonly string[]) {
  return lines.flatMap((line) => block("paragraph", line));
}

describe("marks", () => {
  it.each([
    ["Y", true],
    ["√", true],
    ["Supported", true],
    ["x", false],
    ["X", false],
    ["×", false],
    ["Not supported", false],
    ["-", "absent"],
    ["N/A", "absent"],
    ["", "absent"],
    ["perhaps", undefined],
  ])("reads %s", (text, mark) => {
    expect(parseMark(cell(text))).toBe(mark);
  });

  it("accepts two marks only if they agree", () => {
    expect(parseMark(cell("Y", "Y"))).toBe(true);
    expect(parseMark(cell("Y", "x"))).toBeUndefined();
  });
});

describe("scopes", () => {
  const both = { iamProject: true, enterpriseProject: true };
  const iamOnly = { iamProject: true, enterpriseProject: false };

  it.each([
    [["Both projects and enterprise projects are supported."], both],
    [["Projects are supported."], iamOnly],
    [["Supported:", "IAM projects", "Enterprise projects"], both],
    [["Supported:", "Projects"], iamOnly],
    [["Not supported:", "Enterprise projects", "Supported:", "Projects"], iamOnly],
    [["Supported: Projects, Enterprise projects"], both],
    [["支持：", "项目（Project）", "企业项目（Enterprise Project）", "不支持：无"], both],
    [["支持：项目(Project)", "不支持：企业项目(Enterprise Project)"], iamOnly],
    [["支持：", "IAM项目(Project)"], iamOnly],
  ])("reads %j", (lines, marks) => {
    expect(parseScope(cell(...lines))).toEqual(marks);
  });

  it.each([["Ask the cook"], [""], ["Projects"]])("cannot read %j", (text) => {
    expect(parseScope(cell(text))).toBeUndefined();
  });
});
