import { describe, expect, it } from "vitest";
import { rowsOf } from "../../../src/catalog/apis.js";
import { publishedTables, type Tables } from "../../../src/catalog/catalog.js";
import { dependenciesOf } from "../../../src/catalog/dependencies.js";
import type { OwnCatalog } from "../../../src/catalog/own/format.js";
import { outdatedPages } from "../../../src/catalog/own/outdated.js";
import { withOwnPages } from "../../../src/catalog/own/tables.js";
import { documentedBy, documentationMonth } from "../../../src/catalog/provenance.js";
import type { CatalogAction } from "../../../src/catalog/service.js";
import { parsePattern } from "../../../src/policy/pattern.js";
import { ofOnePage, pageOf, rowOf } from "./pages.js";

function tablesWith(own: OwnCatalog): Tables {
  return withOwnPages(publishedTables, own);
}

function actionIn(tables: Tables, name: string, cloud: "otc" | "huaweicloud" | undefined = "otc"): CatalogAction {
  const pattern = parsePattern(name);
  const action = pattern && tables.catalogOf(cloud).action(pattern);
  if (!action) {
    throw new Error(`No action ${name}.`);
  }
  return action;
}

function entryOf(tables: Tables, service: string) {
  return tables.index().services.otc?.[service];
}

const shrink = rowOf({
  ...{ apis: ["POST /v2/images/{image_id}/shrink"], actions: ["ims:images:shrink"] },
  ...{ dependencies: ["evs:volumes:get", "toy:toys:get"], iamProject: true, enterpriseProject: false },
});
const own = ofOnePage(pageOf("toy.md"), shrink);

describe("tables with a project's own pages", () => {
  it("have its rows, each with its page", () => {
    const tables = tablesWith(own);
    const action = actionIn(tables, "ims:images:shrink");
    expect(action.facts).toMatchObject([{ cloud: "otc", evidence: "table", rows: [{ ownPage: own.pages[0] }] }]);
    expect(dependenciesOf(action, "common").map(({ name }) => name)).toEqual(["evs:volumes:get", "toy:toys:get"]);
    expect(rowsOf(tables, "otc").byApi.get("post /v2/images/{image_id}/shrink")).toHaveLength(1);
  });

  it("have them in the cloud of the page only, and leave the package's tables as they are", () => {
    const tables = tablesWith(own);
    expect(tables.catalogOf("huaweicloud").service("ims")?.actions.has("ims:images:shrink")).toBe(false);
    expect(tables.catalogOf(undefined).service("ims")?.actions.has("ims:images:shrink")).toBe(true);
    expect(tables.catalogOf("huaweicloud").ofAllClouds).toBe(tables.catalogOf(undefined));
    expect(publishedTables.catalogOf("otc").service("ims")?.actions.has("ims:images:shrink")).toBe(false);
    expect(tables.service("otc", "evs").rows).toEqual(publishedTables.service("otc", "evs").rows);
  });

  it("decide which names of identity policies version 1.1 has, too", () => {
    const aliasesIn = (tables: Tables) => tables.catalogOf("otc").identity.action("lorry:trucks:load")?.aliases;
    const load = rowOf({ apis: ["PUT /v1/trucks/{id}"], actions: ["lorry:trucks:load"] });
    expect(aliasesIn(publishedTables)).toEqual([]);
    expect(aliasesIn(tablesWith(ofOnePage(pageOf("lorry.md"), load)))).toEqual(["lorry:trucks:load"]);
  });

  it("have the newest of several pages for the same", () => {
    const row = { apis: ["GET /v2/toys"], actions: ["toy:toys:list"] };
    const tables = tablesWith({
      pages: [pageOf("a.md", "2026-10-02"), pageOf("b.md", "2026-10-01")],
      rows: [rowOf({ ...row, dependencies: ["a:b:new"] }), rowOf({ ...row, dependencies: ["a:b:old"] }, 1)],
    });
    const [only, ...others] = tables.service("otc", "toy").rows;
    expect([only?.dependencies, others]).toEqual([["a:b:new"], []]);
    expect(entryOf(tables, "toy")).toMatchObject({ documented: "2026-10-02", rows: 1, actions: 1 });
  });

  it("take a name that a row needs for one that exists", () => {
    const tables = tablesWith(own);
    expect(actionIn(tables, "toy:toys:get").facts).toMatchObject([{ evidence: "dependency-only", rows: [] }]);
    expect(entryOf(tables, "toy")?.coverage).toMatchObject({ verdict: "mentioned", reason: "no-table" });
  });

  it("take no name for a former one that a row has, or needs", () => {
    const former = Object.entries(publishedTables.index().services.otc ?? {}).flatMap(([service]) =>
      publishedTables.service("otc", service).withoutRow.filter(({ evidence }) => evidence === "former"),
    );
    const [one, other] = former.map(({ name }) => name);
    expect([one, other]).not.toContain(undefined);
    const tables = tablesWith(
      ofOnePage(
        pageOf("toy.md"),
        rowOf({ actions: [one ?? ""] }),
        rowOf({ actions: ["toy:a:b"], dependencies: [other ?? ""] }),
      ),
    );
    expect(actionIn(tables, one ?? "")).toMatchObject({ isFormer: false });
    expect(actionIn(tables, other ?? "")).toMatchObject({ isFormer: false });
  });

  it("judge no name of a service that has grown, and as before if it has not", () => {
    const before = entryOf(publishedTables, "ims")?.coverage;
    expect(before?.verdict).not.toBe("partial");
    expect(entryOf(tablesWith(own), "ims")?.coverage).toMatchObject({ verdict: "partial", reason: "pages-left-out" });
    const known = ofOnePage(pageOf("toy.md"), rowOf({ apis: ["GET /v9/images"], actions: ["ims:images:list"] }));
    expect(entryOf(tablesWith(known), "ims")).toMatchObject({
      coverage: before,
      documented: entryOf(publishedTables, "ims")?.documented,
    });
  });

  it("have no name that is one of every object", () => {
    const tables = tablesWith(
      ofOnePage(pageOf("toy.md"), rowOf({ actions: ["toy:a:b"], dependencies: ["__proto__:a:b", "constructor:a:b"] })),
    );
    expect(Object.getPrototypeOf(tables.index().services.otc)).toBe(Object.prototype);
    expect(tables.catalogOf("otc").service("constructor")?.actions.size).toBe(1);
  });
});

describe("the origin of a fact", () => {
  const documented = (tables: Tables, name: string, cloud?: "otc" | "huaweicloud") =>
    documentedBy(tables.catalogOf(cloud), [actionIn(tables, name, cloud)]);

  it("is the page, where only the project's own says so", () => {
    expect(documented(tablesWith(own), "ims:images:shrink")).toEqual([
      "your project's catalogue, page toy.md of 2026-11-14",
      "your project's catalogue",
    ]);
    const months = [tablesWith(own), publishedTables].map((tables) => {
      const service = tables.catalogOf("otc").service("ims");
      return service && documentationMonth(service);
    });
    expect(months[0]).toBe(months[1]);
  });

  it("is the newest page beside the clouds, where both do", () => {
    const rows = ["GET /v8/images", "GET /v9/images"].map((api, page) =>
      rowOf({ apis: [api], actions: ["ims:images:list"] }, page),
    );
    const tables = tablesWith({ pages: [pageOf("a.md", "2026-11-02"), pageOf("b.md", "2026-11-01")], rows });
    expect(documented(tables, "ims:images:list", "otc")[0]).toBe(
      "Open Telekom Cloud and your project's catalogue, page a.md of 2026-11-02",
    );
  });
});

describe("outdated pages", () => {
  const published = entryOf(publishedTables, "ims")?.documented ?? "";
  const outdated = (date: string, ...names: readonly string[]) =>
    outdatedPages(
      ofOnePage(pageOf("toy.md", date), ...names.map((name) => rowOf({ actions: [name] }))),
      publishedTables.index(),
    );

  it("are those before the package's own tables of a service", () => {
    const [first, ...others] = outdated("2020-01-01", "toy:a:b", "ims:images:list", "ims:images:get");
    expect([first, others]).toMatchObject([{ service: "ims", documented: published, page: { name: "toy.md" } }, []]);
  });

  it.each([
    ["of the same day", published, "ims:images:list"],
    ["later", "2999-01-01", "ims:images:list"],
    ["of a service that the package lacks", "2020-01-01", "toy:a:b"],
  ])("are not those %s", (_, date, name) => {
    expect(outdated(date, name)).toEqual([]);
  });
});
