import { describe, expect, it } from "vitest";
import { readPages } from "../../../tools/import-catalog/page-reader.js";

const read = (path: string, lines: readonly string[]) => readPages([{ path, text: lines.join("\n") }])[0]?.reading;

const chinese = [
  "# 身份策略授权参考",
  "",
  "| 授权项 | 描述 | 访问级别 | 资源类型（\\*为必须） | 条件键 | 别名 |",
  "|:---|:---|:---|:---|:---|:---|",
  "| toy:boxes:open | 开 | Write | box \\* | - g:EnterpriseProjectId   - g:ResourceTag/\\<tag-key\\> | - toy:box:open   - toy:box:unlock |",
  "| toy:boxes:open | 开 | Write | - | - g:RequestTag/\\<tag-key\\>   - g:TagKeys | - toy:box:open   - toy:box:unlock |",
  "| toy::count | 数 | 列表 | - | - | - |",
  "",
  "| API | 对应的授权项 | 依赖的授权项 |",
  "|:---|:---|:---|",
  "| POST /v1/boxes | toy:boxes:open | key:rings:get |",
  "| GET /v1/boxes | toy::count | - |",
  "",
  "| 资源类型 | URN |",
  "|:---|:---|",
  "| box | toy:\\<region\\>:\\<account-id\\>:box:\\<box-id\\> |",
  "",
  "| 服务级条件键 | 类型 | 单值/多值 | 说明 |",
  "|:---|:---|:---|:---|",
  "| toy:Colour | string | 多值 | 颜色 |",
  "| toy:Size | numeric | 单值 | 大小 |",
  "| toy:Shape | shape | ? | 形状 |",
];

describe("an authorization reference", () => {
  it("is read in Chinese, with the rows of a merged cell as one action, and has no permission rows", () => {
    expect(read("api-toy/Permission.md", chinese)).toEqual({
      tables: 0,
      rows: [],
      problems: [],
      identity: {
        isComplete: true,
        actions: [
          { name: "toy::count", accessLevel: "list" },
          {
            name: "toy:boxes:open",
            accessLevel: "write",
            aliases: ["toy:box:open", "toy:box:unlock"],
            resources: [
              { type: "box", required: true, conditionKeys: ["g:EnterpriseProjectId", "g:ResourceTag/<tag-key>"] },
            ],
            conditionKeys: ["g:RequestTag/<tag-key>", "g:TagKeys"],
          },
        ],
        resources: [{ type: "box", urn: "toy:<region>:<account-id>:box:<box-id>" }],
        conditionKeys: [
          { key: "toy:Colour", type: "string", isMultiValued: true },
          { key: "toy:Size", type: "numeric", isMultiValued: false },
          { key: "toy:Shape" },
        ],
        operations: [
          { id: "POST /v1/boxes", action: "toy:boxes:open", dependencies: ["key:rings:get"] },
          { id: "GET /v1/boxes", action: "toy::count" },
        ],
      },
    });
  });

  it("is read in English from HTML, whose spans leave rows of fewer cells", () => {
    const page = `<table><tr><th>Action</th><th>Description</th><th>Access Level</th><th>Resource Type (*: required)</th>
<th>Condition Key</th><th>Alias</th></tr>
<tr><td rowspan="2">toy:boxes:open</td><td rowspan="2">Opens</td><td rowspan="2">permission management</td>
<td>box *</td><td><ul><li>toy:Colour</li></ul></td><td rowspan="2"><ul><li>toy:box:open</li></ul></td></tr>
<tr><td>lid</td><td>-</td></tr></table>
<table><tr><th>Condition Key</th><th>Type</th><th>Single-valued/Multivalued</th></tr>
<tr><td>toy:Colour</td><td>Boolean</td><td>Multivalued</td></tr></table>`;
    expect(read("eu/api-toy/Permission.html", [page])?.identity).toMatchObject({
      isComplete: true,
      actions: [
        {
          name: "toy:boxes:open",
          accessLevel: "permission_management",
          aliases: ["toy:box:open"],
          resources: [{ type: "box", required: true, conditionKeys: ["toy:Colour"] }, { type: "lid" }],
        },
      ],
      conditionKeys: [{ key: "toy:Colour", type: "boolean", isMultiValued: true }],
    });
  });

  it("of a single API names its action only, so that the list is not complete", () => {
    const page = [
      "| 授权项 | 访问级别 | 资源类型（\\*为必须） | 条件键 | 别名 | 依赖的授权项 |",
      "|:---|:---|:---|:---|:---|:---|",
      "| toy:boxes:open | write | - | - | toy:box:open | key:rings:get |",
      "|  | write | box | - | - | - |",
    ];
    expect(read("api-toy/OpenBox.md", page)?.identity).toMatchObject({
      isComplete: false,
      actions: [
        { name: "toy:boxes:open", accessLevel: "write", aliases: ["toy:box:open"], resources: [{ type: "box" }] },
      ],
    });
  });
});
