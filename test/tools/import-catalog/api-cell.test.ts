import { describe, expect, it } from "vitest";
import { parseApiCell } from "../../../tools/import-catalog/api-cell.js";
import { block } from "../../../tools/import-catalog/grid.js";

function parse(...lines: readonly string[]) {
  return parseApiCell(lines.flatMap((line) => block("paragraph", line)));
}

describe("APIs", () => {
  it.each([
    ["a method and a path", ["GET /v1/{project_id}/pots"], ["GET /v1/{project_id}/pots"]],
    ["two lines", ["PUT", "/v1/pots/{pot_id}"], ["PUT /v1/pots/{pot_id}"]],
    ["a path in two lines", ["POST /v1/{project_id}/", "{pot_id}/cook"], ["POST /v1/{project_id}/{pot_id}/cook"]],
    ["several in a cell", ["GET /v2/pots", "GET /v2.1/pots"], ["GET /v2/pots", "GET /v2.1/pots"]],
    ["several in a line", ["GET /v2/pots GET /v2.1/pots"], ["GET /v2/pots", "GET /v2.1/pots"]],
    ["one API twice", ["GET /v2/pots", "GET /v2/pots"], ["GET /v2/pots"]],
    ["the root", ["GET /"], ["GET /"]],
    ["a method in mixed case", ["Get /v1/pots"], ["GET /v1/pots"]],
    ["no space after the method", ["PUT/v1/pots"], ["PUT /v1/pots"]],
    ["no leading slash", ["GET v3.0/pots"], ["GET /v3.0/pots"]],
    ["spaces inside the path", ["DELETE /v2.0/jam/ pots/{pot_id }"], ["DELETE /v2.0/jam/pots/{pot_id}"]],
    ["a host", ["PUT https://{Endpoint}/v3/pots"], ["PUT /v3/pots"]],
    ["a query of placeholders", ["GET /v1/pots?limit={limit}&offset={offset}"], ["GET /v1/pots"]],
    ["a query template", ["GET /v1/pots{?name, size ,lid}"], ["GET /v1/pots"]],
    [
      "a query that tells calls apart",
      ["POST /v1/pots/action?action_id=stir"],
      ["POST /v1/pots/action?action_id=stir"],
    ],
    ["a missing slash", ["GET /v1{project_id}/pots"], ["GET /v1/{project_id}/pots"]],
    ["surplus braces", ["GET /v1/{{project_id}}/pots/{pot_id}}"], ["GET /v1/{project_id}/pots/{pot_id}"]],
    ["missing braces", ["GET /v1/project_id}/pots/{pot_id"], ["GET /v1/{project_id}/pots/{pot_id}"]],
    ["a colon between parameters", ["PATCH /v2/pots/{region}:{pot_id}"], ["PATCH /v2/pots/{region}:{pot_id}"]],
    ["a body parameter", ["POST /v1/pots/action", 'action="os-stir"'], ["POST /v1/pots/action"]],
    ["prose after the path", ["POST /v1/jobs, SQL statement invoking"], ["POST /v1/jobs"]],
    ["a note joined to the path", ["POST /v1/pots/action搅拌前请准备勺子。"], ["POST /v1/pots/action"]],
    ["names", ["Stirring a Pot", "上传锅"], ["Stirring a Pot", "上传锅"]],
    ["a name that begins like a method", ["PUT上传"], ["PUT上传"]],
    ["a path of all methods", ["/api/*"], ["/api/*"]],
  ])("reads %s", (_, lines, apis) => {
    expect(parse(...lines)).toEqual({ apis, problems: [] });
  });

  it.each([
    "-",
    "x",
    "×",
    "N/A",
    "For Console only",
    "Console引用",
    "仅支持Console调用，API方式不支持",
    "仅支持Console，API方式不支持",
    "GET",
  ])("finds no API in %s", (text) => {
    expect(parse(text)).toEqual({ apis: [], problems: [] });
  });

  it("ignores notes", () => {
    const cell = [...block("paragraph", "GET /v1/pots"), ...block("note", "Mind the heat.")];
    expect(parseApiCell(cell)).toEqual({ apis: ["GET /v1/pots"], problems: [] });
  });

  it("does not join words into a path", () => {
    expect(parse("GET /v1/pots and pans")).toEqual({ apis: [], problems: ["GET /v1/pots and pans"] });
  });
});
