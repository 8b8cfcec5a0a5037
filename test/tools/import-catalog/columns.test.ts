import { describe, expect, it } from "vitest";
import { findColumns } from "../../../tools/import-catalog/columns.js";
import { type Grid, block } from "../../../tools/import-catalog/grid.js";

function grid(head: readonly string[], ...body: readonly (readonly string[])[]): Grid {
  const cells = (row: readonly string[]) => row.map((text) => block("paragraph", text));
  return { head: cells(head), body: body.map(cells) };
}

describe("columns of a table", () => {
  it.each([
    ["English", ["Permission", "API", "Action", "Dependencies", "IAM Project", "Enterprise Project"]],
    [
      "other English words",
      ["Function", "APIs", "Actions", "Related Action", "IAM (Project)", "Enterprise (Enterprise Project)"],
    ],
    [
      "short words",
      ["Operation", "API", "Fine-Grained Action", "Dependency Item", "Project", "**Enterprise Projects**"],
    ],
    [
      "Chinese",
      [
        "权限",
        "对应API接口",
        "授权项（Action）",
        "依赖的授权项",
        "IAM项目 (Project)",
        "企业项目（Enterprise Project）",
      ],
    ],
    [
      "other Chinese words",
      ["API功能", "对应的API", "授权项", "依赖的授权项（Action）", "IAM项目", "企业项目 (Enterprise Project)"],
    ],
  ])("recognizes the %s head", (_, head) => {
    expect(findColumns(grid(head, ["Cook", "POST /v1/jams", "jam:pot:cook", "jam:pot:get", "Y", "x"]))).toEqual({
      title: 0,
      api: 1,
      action: 2,
      dependencies: 3,
      iamProject: 4,
      enterpriseProject: 5,
    });
  });

  it.each(["Authorization Scope", "Scope", "授权范围", "授权项作用域", "授权作用域"])(
    "recognizes %s as scope",
    (word) => {
      expect(findColumns(grid(["Function", "Action", word], ["Cook", "jam:pot:cook", "Supported"]))).toEqual({
        title: 0,
        action: 1,
        scope: 2,
      });
    },
  );

  it("finds the actions by their cells under the head Permission", () => {
    const table = grid(
      ["Module", "API", "Function", "Permission"],
      ["Pots", "GET /v1/pots", "List pots", "jam:pot:list"],
    );
    expect(findColumns(table)).toEqual({ api: 1, title: 2, action: 3 });
  });

  it("prefers exact names to the patterns of a system policy", () => {
    const table = grid(["操作（Action）", "Action详情", "说明"], ["jam:*:*", "jam:pot:cook", "Cook"]);
    expect(findColumns(table)).toEqual({ action: 1, remarks: 2 });
  });

  it("takes a second column of prose for remarks", () => {
    const table = grid(["Operation", "Actions", "Description"], ["Cook", "jam:pot:cook", "Mind the heat."]);
    expect(findColumns(table)).toEqual({ title: 0, action: 1, remarks: 2 });
  });

  it("recognizes a table of APIs without permissions by its head alone", () => {
    expect(findColumns(grid(["Permission", "API", "Action"], ["Query", "GET /", "N/A"]))).toEqual({
      title: 0,
      api: 1,
      action: 2,
    });
  });

  it.each([
    ["roles", grid(["Role", "Description"], ["Cook", "Can cook"])],
    ["resource paths", grid(["Resource", "Description"], ["Pot", "Path of a pot: jam:*:*:pot:name"])],
    ["names in few titles", grid(["Permission", "Scope"], ["Cook", "all"], ["jam:pot:cook", "all"], ["Eat", "all"])],
  ])("finds no permission table in %s", (_, table) => {
    expect(findColumns(table)).toBeUndefined();
  });
});
