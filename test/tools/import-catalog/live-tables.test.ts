import { describe, expect, it } from "vitest";
import { readPages } from "../../../tools/import-catalog/page-reader.js";
import { compact } from "./compact.js";

/** What is read of a page: its date, its rows, and what cannot be read. */
function read(path: string, text: string) {
  const [page] = readPages([{ path, text }]);
  return {
    date: page?.date,
    rows: page?.reading.rows.map(
      (row) => compact(row) + (row.identityActions === undefined ? "" : ` | 5.0 ${row.identityActions.join(" & ")}`),
    ),
    problems: page?.reading.problems.map(({ column, text: cell }) => `${column}: ${cell}`),
  };
}

/** An HTML page of the website around a table of these rows. */
function website(dateLine: string, head: readonly string[], ...rows: readonly string[]): string {
  const heads = head.map((cell) => `<th class="cellrowborder" valign="top"><p>${cell}</p></th>`).join("");
  return `<!DOCTYPE html><html><head><title>Jam</title></head><body><div class="crumbs">Help</div>
<div><span>${dateLine}</span></div><h1>Pots</h1><div class="tablenoborder"><table><thead><tr>${heads}</tr></thead>
<tbody>${rows.map((row) => `<tr>${row}</tr>`).join("\n")}</tbody></table></div></body></html>`;
}

const td = (...cells: readonly string[]) => cells.map((cell) => `<td>${cell}</td>`).join("");

describe("live pages in HTML", () => {
  it("are read with lists, marks and columns that do not matter", () => {
    const page = website(
      "更新时间:2025-11-14 GMT+08:00",
      [
        "权限",
        "对应的API接口",
        "授权项（Action）",
        "依赖的授权项",
        "IAM项目 (Project)",
        "企业项目 (Enterprise Project)",
        "实例授权",
        "标签授权",
      ],
      td(
        '<a href="jam_1.html">Cook</a>',
        "<p>POST /v1/{project_id}/pots</p>",
        "<ul><li>jam:pot:cook</li></ul>",
        "<ul><li>jam:pot:list</li><li>jam:pot:cook</li><li>tea:leaf:get</li></ul>",
        ...["√", "×", "×", "×"],
      ),
    );
    expect(read("intl/zh-cn/api-jam/jam_06.html", page)).toEqual({
      date: "2025-11-14",
      rows: ["POST /v1/{project_id}/pots | jam:pot:cook | jam:pot:list & tea:leaf:get | yes/no"],
      problems: [],
    });
  });

  it.each([
    ["en-us", "Updated on 2024-07-23 GMT+08:00", ["Permission", "API", "Action", "Dependencies"]],
    ["es-us", "Actualización más reciente 2024-07-23 GMT+08:00", ["Permiso", "API", "Acción", "Permiso dependiente"]],
    ["pt-br", "Atualizado em 2024-07-23 GMT+08:00", ["Permissão", "API", "Ação", "Permissão Dependente"]],
  ])("are read in the edition %s, where missing scope columns say nothing", (edition, date, head) => {
    const page = website(date, head, td("Cook", "POST /pots", "jam:pot:cook", "jam:pot:list"));
    expect(read(`intl/${edition}/api-jam/jam_06.html`, page)).toEqual({
      date: "2024-07-23",
      rows: ["POST /pots | jam:pot:cook | jam:pot:list | -/-"],
      problems: [],
    });
  });

  it("have marks in words, and images in place of marks say nothing", () => {
    const head = ["Permission", "API", "Action", "IAM Project", "Enterprise Project"];
    const words = website("", head, td("Look", "GET /pots", "jam:pot:list", "Supported", "Not supported"));
    const images = website("", head, td("Look", "GET /pots", "jam:pot:list", '<img src="y.png">', '<img src="n.png">'));
    expect(read("api-jam/a.html", words).rows).toEqual(["GET /pots | jam:pot:list | yes/no"]);
    expect(read("api-jam/a.html", images).rows).toEqual(["GET /pots | jam:pot:list | -/-"]);
    expect(read("api-jam/a.html", words).date).toBeUndefined();
  });

  it("have a table within a cell, and several APIs beside one action", () => {
    const page = website(
      "",
      ["Permission", "API", "Action"],
      td("Look", "<table><tr><td>GET /pots</td></tr></table>", "jam:pot:list").replace(
        "<td>jam",
        '<td rowspan="2">jam',
      ),
      td("Look again", "GET /lids"),
    );
    expect(read("api-jam/a.html", page).rows).toEqual([
      "GET /pots | jam:pot:list | -/-",
      "GET /lids | jam:pot:list | -/-",
    ]);
  });

  it("have conditional actions, and APIs that are deprecated", () => {
    const page = website(
      "",
      ["权限", "对应API接口", "授权项(Action)"],
      td("改", "PUT /pots", "<p>jam:pot:update</p><p>jam:lid:create（仅企业项目迁移需要）</p>"),
      td("看（废弃）", "GET /pots", "jam:pot:list"),
      td("煮", "POST /pots", "<p>jam:pot:cook</p><p>见其他章节，谢谢</p>"),
    );
    expect(read("api-jam/a.html", page)).toMatchObject({
      rows: [
        "PUT /pots | jam:pot:update & jam:lid:create [only-enterprise-project-migration] | -/-",
        "GET /pots | jam:pot:list | -/- | abandoned",
      ],
      problems: ["action: 见其他章节，谢谢"],
    });
  });
});

describe("live pages in Markdown", () => {
  const head = "| 权限 | 对应API接口 | 授权项(Action) | IAM项目(Project) | 企业项目(Enterprise Project) | 策略授权项 |";
  const rule = "|:---|:---|:---|:---|:---|:---|";

  it("have a column of the names in version 5.0, also for APIs without an action", () => {
    const page = [
      "# 果酱",
      head,
      rule,
      "| 看 | [GET /v3/pots](https://support.example/api.html) | jam:pot:list | √ | √ | pot:jars:list |",
      "| 存 | GET /v3/pools | - | √ | √ | pot::listPools |",
    ].join("\n");
    expect(read("api-jam/jam_06.md", page)).toEqual({
      date: undefined,
      rows: [
        "GET /v3/pots | jam:pot:list | yes/yes | 5.0 pot:jars:list",
        "GET /v3/pools | none | yes/yes | 5.0 pot::listPools",
      ],
      problems: [],
    });
  });

  it("have the same head for the actions of version 1.1 where there is no other", () => {
    const page = "| 权限 | API | 策略授权项 |\n|:---|:---|:---|\n| 看 | GET /pots | jam:pot:list |";
    expect(read("api-jam/a.md", page).rows).toEqual(["GET /pots | jam:pot:list | -/-"]);
  });

  it("have empty heads, lists in one line and escaped stars", () => {
    const page = [
      "| Permission | API || Dependencies | Action |",
      "|:---|:---|:---|:---|:---|",
      String.raw`| Cook | POST /pots | x | - jam:pot:list   - tea:\*:get | jam:pot:cook |`,
    ].join("\n");
    expect(read("api-jam/a.md", page).rows).toEqual(["POST /pots | jam:pot:cook | jam:pot:list & tea:*:get | -/-"]);
  });
});
