import { describe, expect, it } from "vitest";
import { readPage } from "../../../tools/import-catalog/page-rows.js";
import { parsePageTables } from "../../../tools/import-catalog/page-tables.js";
import { compact } from "./compact.js";

function read(source: string) {
  const { rows, problems } = readPage(parsePageTables("jam.md", source), new Set(["jam"]));
  return { rows: rows.map((row) => `${row.at.join(".")} ${compact(row)}`), problems };
}

describe("rows of a page", () => {
  it("has the facts of the table", () => {
    const source = `
|Permission|API|Action|Dependencies|IAM Project|Enterprise Project|
|--|--|--|--|--|--|
|Cook|POST /v1/pots|jam:pot:cook|jam:lid:get|Y|x|
|Look (Deprecated)|GET /v1/pots|jam:pot:list|-|Y|Y|
|Ping|GET /|N/A|-|-|-|
`;
    expect(read(source)).toEqual({
      rows: [
        "1.1 POST /v1/pots | jam:pot:cook | jam:lid:get | yes/no",
        "1.2 GET /v1/pots | jam:pot:list | none | yes/yes | abandoned",
        "1.3 GET / | none | none | -/-",
      ],
      problems: [],
    });
  });

  it("fills in a blank action and blank marks from the row above", () => {
    const source = `
|Permission|API|Action|IAM Project|
|--|--|--|--|
|Look|GET /v1/pots|jam:pot:list|Y|
||GET /v2/pots|||
||GET /v3/pots|||
`;
    expect(read(source).rows).toEqual([
      "1.1 GET /v1/pots | jam:pot:list | yes/-",
      "1.2 GET /v2/pots | jam:pot:list | yes/-",
      "1.3 GET /v3/pots | jam:pot:list | yes/-",
    ]);
  });

  it("makes a row for each case", () => {
    const source = `
|Permission|API|Action|Dependencies|
|--|--|--|--|
|Cook|POST /v1/pots|New pot<br>jam:pot:cook<br>Old pot<br>jam:pot:cook|New pot<br>jam:pot:make<br>Old pot<br>jam:pot:wash|
`;
    expect(read(source).rows).toEqual([
      "1.1 POST /v1/pots | jam:pot:cook | jam:pot:make | -/-",
      "1.1 POST /v1/pots | jam:pot:cook | jam:pot:wash | -/-",
    ]);
  });

  it("leaves out an unreadable row and lists its location", () => {
    const source = `
|Permission|API|Action|IAM Project|
|--|--|--|--|
|Look|GET /v1/pots|jam:pot:list|Y|
|Cook|POST /v1/pots|jam:pot:cook|perhaps|
`;
    expect(read(source)).toEqual({
      rows: ["1.1 GET /v1/pots | jam:pot:list | yes/-"],
      problems: [{ at: [1, 2], column: "iamProject", text: "perhaps" }],
    });
  });

  it("takes only names and the role for encryption from a column of remarks", () => {
    const source = `
|Operation|Actions|Remarks|
|--|--|--|
|Cook|jam:pot:cook|With a lid, jam:lid:get too.<br>Encrypted pots need the KMS Administrator permission.<br>Enjoy.|
|Look|jam:pot:list|None|
`;
    expect(read(source).rows).toEqual([
      "1.1  | jam:pot:cook | jam:lid:get [only-in-some-cases] | -/- | role KMS Administrator [only-encrypted]",
      "1.2  | jam:pot:list | -/-",
    ]);
  });

  it("counts all tables of the page", () => {
    const source = `
|Role|Text|
|--|--|
|Cook|Can cook|

|Permission|API|Action|
|--|--|--|
|Look|GET /v1/pots|jam:pot:list|
`;
    expect(read(source).rows).toEqual(["2.1 GET /v1/pots | jam:pot:list | -/-"]);
  });
});
