import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { handWrittenRows, readHandWrittenRows } from "../../../tools/import-catalog/hand-written-rows.js";
import { compact } from "./compact.js";

const line = {
  cloud: "huaweicloud",
  address: "https://support.huaweicloud.com/api-jam/jam_06.html",
  date: "2025-11-14",
  read: "2026-11-28",
  table: "2",
  row: "5",
  api: "POST /v1/{project_id}/pots",
  actions: "jam:pot:cook",
  dependencies: "jam:pot:list tea:leaf:get",
  iamProject: "yes",
  enterpriseProject: "no",
  identityActions: "pot::cook",
};

function read(...lines: readonly Partial<typeof line>[]) {
  const folder = mkdtempSync(join(tmpdir(), "hand-written-rows-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const file = join(folder, "rows.tsv");
  const text = [Object.keys(line), ...lines.map((changes) => Object.values({ ...line, ...changes }))];
  writeFileSync(file, text.map((values) => `${values.join("\t")}\n`).join(""));
  return readHandWrittenRows(file);
}

describe("rows that a person wrote down", () => {
  it("have their page, with its date and the day on which it was read", () => {
    const [page] = read({}, { row: "6", api: "GET /v1/{project_id}/pots", actions: "jam:pot:list" });
    expect(page?.source).toMatchObject({
      cloud: "huaweicloud",
      repository: "support.huaweicloud.com",
      path: "api-jam/jam_06.html",
      live: { address: line.address, date: "2025-11-14", readByHand: "2026-11-28" },
    });
    expect(page?.reading.rows.map((row) => [row.at, compact(row), row.identityActions])).toEqual([
      [[2, 5], "POST /v1/{project_id}/pots | jam:pot:cook | jam:pot:list & tea:leaf:get | yes/no", ["pot::cook"]],
      [[2, 6], "GET /v1/{project_id}/pots | jam:pot:list | jam:pot:list & tea:leaf:get | yes/no", ["pot::cook"]],
    ]);
  });

  it("say what the page does not say, and what it says there is none of", () => {
    const [unsaid, none] = [{ dependencies: "-" }, { dependencies: "none" }].map((changes) =>
      read({ date: "-", iamProject: "-", enterpriseProject: "-", identityActions: "-", ...changes }),
    );
    expect(unsaid?.[0]?.source.live).toEqual({ address: line.address, readByHand: "2026-11-28" });
    expect(unsaid?.[0]?.reading.rows[0]).toEqual({ apis: [line.api], actions: ["jam:pot:cook"], at: [2, 5] });
    expect(none?.[0]?.reading.rows[0]).toHaveProperty("dependencies", []);
  });

  it.each([
    ["cloud", "aws"],
    ["address", "http://support.huaweicloud.com/a.html"],
    ["date", "2025-11"],
    ["date", "2025-13-01"],
    ["read", "-"],
    ["table", "0"],
    ["row", "first"],
    ["api", "pots"],
    ["actions", "jam:pot"],
    ["actions", "jam:pot:*"],
    ["dependencies", "jam:pot:list, tea:leaf:get"],
    ["iamProject", "√"],
    ["enterpriseProject", "maybe"],
    ["identityActions", "pot:cook"],
  ])("are refused with the %s %s", (column, value) => {
    expect(() => read({}, { [column]: value })).toThrow(`hand-written-rows.tsv line 3: "${value}" is no ${column}`);
  });
});

describe("the rows of this project", () => {
  const pages = readHandWrittenRows(handWrittenRows);

  it("stand on pages of Huawei Cloud's website, each row once", () => {
    expect(new Set(pages.map(({ source }) => source.repository))).toEqual(new Set(["support.huaweicloud.com"]));
    const places = pages.flatMap(({ source, reading }) => reading.rows.map(({ at }) => `${source.path} ${at.join()}`));
    expect(new Set(places).size).toBe(places.length);
  });
});
