import { describe, expect, it } from "vitest";
import { hashedText, ownFormat } from "../../../src/catalog/own/format.js";
import { parseOwnCatalog } from "../../../src/catalog/own/parse.js";
import { renderOwnCatalog } from "../../../src/catalog/own/render.js";
import { sha256 } from "../../../src/catalog/sha256.js";
import { ofOnePage, pageOf, rowOf } from "./pages.js";

const page = { ...pageOf("toy.md"), address: "https://example.com/toy" };
const row = rowOf({
  ...{ apis: ["GET /v1/toys"], actions: ["toy:toys:list"], iamProject: true, enterpriseProject: false },
  dependencies: ["evs:*:*", { name: "kms:keys:get", qualifier: "only-encrypted" }],
  companionRoles: [{ anyOf: ["Toy Admin"], service: "toy" }],
});
const catalog = ofOnePage(page, row);

/** A file whose hash fits, whatever is in it. */
function hashed(pages: unknown, rows: unknown): string {
  const content = { pages, rows } as typeof catalog;
  return JSON.stringify({ format: ownFormat, sha256: sha256(hashedText(content)), ...content });
}

describe("the text of a project's own catalogue", () => {
  it("says what it was written from, however it is laid out", () => {
    const text = renderOwnCatalog(catalog);
    expect(parseOwnCatalog(text)).toEqual(catalog);
    expect(parseOwnCatalog(`\uFEFF${JSON.stringify(JSON.parse(text)).replaceAll(",", ",\r\n")}`)).toEqual(catalog);
    expect(parseOwnCatalog(renderOwnCatalog({ pages: [], rows: [] }))).toEqual({ pages: [], rows: [] });
  });

  it("has a line for each page and row", () => {
    const lines = renderOwnCatalog({ pages: [page], rows: [row, row] }).split("\n");
    expect(lines.filter((line) => line.startsWith('    {"'))).toHaveLength(3);
  });

  it.each([
    ["no JSON", "{", "it is not valid JSON"],
    ["a list", "[]", "it is not a catalogue"],
    ["another object", "{}", "it is not a catalogue"],
    ["a newer format", '{ "format": 2 }', "a newer version of this package has written it"],
    ["an older format", '{ "format": 0 }', "an older version of this package has written it"],
    ["an edited row", renderOwnCatalog(catalog).replace("toys:list", "toys:get"), "it was edited or merged"],
    ["no rows", '{ "format": 1, "pages": [] }', "it was edited or merged"],
  ])("is refused if it is %s", (_, text, reason) => {
    expect(() => parseOwnCatalog(text)).toThrow(reason);
  });

  it.each([
    ["pages", {}, []],
    ["page", [null], []],
    ["cloud", [{ ...page, cloud: "aws" }], []],
    ["date", [{ ...page, date: "today" }], []],
    ["address", [{ ...page, address: 1 }], []],
    ["rows", [page], {}],
    ["row", [page], ["x"]],
    ["service", [page], [{ ...row, service: "constructor" }]],
    ["APIs", [page], [{ ...row, apis: "GET /" }]],
    ["action", [page], [{ ...row, actions: [""] }]],
    ["dependency", [page], [{ ...row, dependencies: [{ name: "a:b:c" }] }]],
    ["mark", [page], [{ ...row, iamProject: "yes" }]],
    ["role", [page], [{ ...row, companionRoles: [{ anyOf: [1] }] }]],
    ["source", [page], [{ ...row, source: [1, 1, 1] }]],
    ["length of a source", [page], [{ ...row, source: [0, 1] }]],
  ])("is refused for a wrong %s, even if its hash fits", (_, pages, rows) => {
    expect(() => parseOwnCatalog(hashed(pages, rows))).toThrow(
      "it has a page or row that this package would not write",
    );
  });
});
