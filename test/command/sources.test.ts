import { describe, expect, it } from "vitest";
import { publishedTables } from "../../src/catalog/catalog.js";
import { withOwnPages } from "../../src/catalog/own/tables.js";
import { ofOnePage, pageOf, rowOf } from "../catalog/own/pages.js";
import { ask } from "./ask.js";

describe("where and when an answer is documented", () => {
  it("is the address, the date and the day of reading of a row that a person wrote down", async () => {
    const { output } = await ask(["explain", "ecs:servers:createImage", "--cloud", "huaweicloud"]);
    expect(output).toMatch(
      /^ {2}https:\/\/support\.huaweicloud\.com\/intl\/zh-cn\/api-ecs\/ecs_06_0006\.html \(table 1, row 1, changed 2025-11-14, read by hand 2026-11-28\)$/mu,
    );
  });

  it("has no date of change where the page prints none", async () => {
    const { output } = await ask(["explain", "GET /v3/{project_id}/eip/publicips", "--cloud", "huaweicloud"]);
    expect(output).toMatch(/eip_apipermission_0011\.md \(table 1, row 1, read by hand 2026-11-28\)$/mu);
  });

  it("is the file of a repository, as ever, for a table's row", async () => {
    const { output } = await ask(["explain", "ecs:servers:createImage", "--cloud", "otc"]);
    expect(output).toMatch(/^ {2}https:\/\/github\.com\/\S+ \(table 1, row 1\)$/mu);
  });

  it("is in the data, too", async () => {
    const { output } = await ask(["explain", "ecs:servers:createImage", "--json"]);
    const { actions } = JSON.parse(output) as {
      actions: readonly { cloud: string; rows: readonly { source: Readonly<Record<string, unknown>> }[] }[];
    };
    const sourceOf = (cloud: string) => actions.find((one) => one.cloud === cloud)?.rows[0]?.source;
    expect(sourceOf("huaweicloud")).toMatchObject({ date: "2025-11-14", readByHand: "2026-11-28", table: 1, row: 1 });
    expect(sourceOf("otc")).toMatchObject({ date: null, readByHand: null });
  });
});

describe("the site's page", () => {
  it.each([
    [["ims:images:list"], "ims:images:list"],
    [["ims:images:list", "--cloud", "otc"], "ims:images:list"],
    [["GET", "/v2/{project_id}/images/tags"], "GET%20/v2/%7Bproject_id%7D/images/tags"],
  ])("of %j ends the answer", async (words, fragment) => {
    const { output } = await ask(["explain", ...words]);
    expect(output.endsWith(`.github.io/eslint-plugin-huaweicloud-iam/catalog/#${fragment}\n`)).toBe(true);
  });

  it("is not there for what only the project's own pages have", async () => {
    const tables = withOwnPages(
      publishedTables,
      ofOnePage(pageOf("toys.html"), rowOf({ actions: ["ims:toys:wind"], apis: ["PUT /v2/toys"] })),
    );
    for (const words of [["ims:toys:wind"], ["PUT", "/v2/toys"]]) {
      const { exitCode, output } = await ask(["explain", ...words, "--cloud", "otc"], { tables });
      expect({ exitCode, hasPage: output.includes("github.io") }).toEqual({ exitCode: 0, hasPage: false });
    }
  });
});

describe("the names in identity policies", () => {
  it("are those that a source pairs with an action", async () => {
    const { output } = await ask(["explain", "vpc:publicIps:update", "--cloud", "huaweicloud"]);
    expect(output).toContain(
      "In identity policies (version 5.0): eip:publicIps:update, eip:publicIps:associateInstance and eip:publicIps:disassociateInstance.",
    );
  });

  it("are not shown without a source", async () => {
    const { output } = await ask(["explain", "ims:images:list", "--cloud", "huaweicloud"]);
    expect(output).not.toContain("identity policies");
  });
});
