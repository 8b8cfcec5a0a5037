import { describe, expect, it } from "vitest";
import { type CatalogueInput, buildCatalogue } from "../../../tools/import-catalog/catalogue.js";
import { page, readPageOf } from "./pages.js";

function build(input: Partial<CatalogueInput>) {
  const [cloud] = buildCatalogue({
    current: [],
    former: [],
    examples: [],
    policiesInUse: [],
    typesOfPatterns: [],
    isWhole: true,
    ...input,
  });
  return new Map(cloud?.services.map((service) => [service.file.service, service]));
}

const row = { apis: ["GET /images"], actions: ["ims:images:list"] };

describe("catalogue of a cloud", () => {
  it("uses the most frequent spelling of a name, or the first of several", () => {
    const services = build({
      current: [
        readPageOf(
          page("a.md"),
          { apis: ["GET /a"], actions: ["IMS:images:list"] },
          { apis: ["GET /b"], actions: ["ims:images:list"] },
          { apis: ["GET /c"], actions: ["ims:images:List"], dependencies: ["ims:images:list"] },
          { apis: ["GET /d"], actions: ["ims:images:Get"] },
          { apis: ["GET /e"], actions: ["ims:images:get"] },
        ),
      ],
    });
    const names = services.get("ims")?.file.rows.map(({ actions }) => actions[0]);
    expect(names).toEqual([
      "ims:images:list",
      "ims:images:list",
      "ims:images:list",
      "ims:images:Get",
      "ims:images:Get",
    ]);
    expect(services.get("ims")?.entry.actions).toBe(2);
  });

  it("keeps the strongest evidence of a name without a row", () => {
    const services = build({
      current: [readPageOf(page("a.md"), { ...row, dependencies: ["obs:object:GetObject", "obs:bucket:*"] })],
      former: [
        readPageOf(page("b.md", "deleted"), {
          apis: [],
          actions: ["obs:object:GetObject", "ims:images:import", "IMS:images:LIST"],
        }),
      ],
      examples: [
        { cloud: "otc", action: "ims:images:import" },
        { cloud: "otc", action: "ims:tags:list" },
        { cloud: "otc", action: "ims:*:list" },
        { cloud: "otc", action: "no action" },
        { cloud: "otc-swiss", action: "ims:elsewhere:list" },
      ],
    });
    expect(services.get("ims")?.file.withoutRow).toEqual([
      { name: "ims:images:import", evidence: "former" },
      { name: "ims:tags:list", evidence: "example-only" },
    ]);
    expect(services.get("obs")?.file.withoutRow).toEqual([
      { name: "obs:object:GetObject", evidence: "dependency-only" },
    ]);
  });

  it("lists the names that the APIs of a former name need today", () => {
    const services = build({
      current: [
        readPageOf(
          page("a.md"),
          { apis: ["GET /images/{image_id}"], actions: ["ims:images:show", "vpc:vpcs:list"] },
          {
            apis: ["GET /images"],
            actions: ["ims:images:list", { name: "ims:tags:list", qualifier: "only-in-some-cases" }],
          },
          { apis: ["HEAD /images/{image_id}"], actions: ["ims:images:show"] },
          { apis: ["PUT /images"], actions: ["ims:images:writeAll"] },
          { apis: ["PUT /images"], actions: ["ims:images:alter"] },
        ),
        readPageOf({ ...page("c.md"), repository: "docs/tea" }, { apis: ["GET /images"], actions: ["tea:cup:list"] }),
      ],
      former: [
        readPageOf(
          page("b.md", "deleted"),
          { apis: ["GET /images/{id}", "HEAD /images/{id}"], actions: ["ims:images:read"] },
          { apis: ["GET /images"], actions: ["ims:images:read"] },
          { apis: ["HEAD /images/{id}"], actions: ["ims:images:read"] },
          { apis: ["PUT /images"], actions: ["ims:images:write"] },
        ),
      ],
    });
    expect(services.get("ims")?.file.withoutRow).toEqual([
      { name: "ims:images:read", evidence: "former", presentNames: ["ims:images:show", "ims:images:list"] },
      // One of two, and nothing tells which.
      { name: "ims:images:write", evidence: "former" },
    ]);
  });

  it("tells the operations of an API apart by the titles of their rows", () => {
    const apis = ["POST /groups/{group_id}/action"];
    const services = build({
      current: [
        readPageOf(
          page("a.md"),
          { operation: "Adding a member to a group", apis, actions: ["ims:members:add"] },
          { operation: "Removing a member from a group", apis, actions: ["ims:members:remove"] },
          { operation: "Renaming a group", apis: ["PUT /groups/{group_id}"], actions: ["ims:groups:rename"] },
        ),
      ],
      former: [
        readPageOf(
          page("b.md", "deleted"),
          { operation: "Adding a Member to a Group (API 2)", apis, actions: ["ims:groups:create"] },
          { operation: "Removing a member from a group", apis, actions: ["ims:groups:delete"] },
          { operation: "Emptying a group", apis, actions: ["ims:groups:empty"] },
          // The API identifies an operation of its own, whatever its title.
          { operation: "Modifying a group", apis: ["PUT /groups/{id}"], actions: ["ims:groups:update"] },
          // What replaced one of two operations is not what replaced the name.
          { operation: "Modifying a group", apis: ["PUT /groups/{id}"], actions: ["ims:groups:put"] },
          { operation: "Moving a group", apis: ["PUT /groups/{id}/place"], actions: ["ims:groups:put"] },
        ),
      ],
    });
    expect(services.get("ims")?.file.withoutRow).toEqual([
      { name: "ims:groups:create", evidence: "former", presentNames: ["ims:members:add"] },
      { name: "ims:groups:delete", evidence: "former", presentNames: ["ims:members:remove"] },
      { name: "ims:groups:empty", evidence: "former" },
      { name: "ims:groups:put", evidence: "former" },
      { name: "ims:groups:update", evidence: "former", presentNames: ["ims:groups:rename"] },
    ]);
    expect(JSON.stringify(services.get("ims")?.file)).not.toContain("Adding");
  });

  it("decides the coverage of a service", () => {
    const current = [readPageOf(page("a.md"), { ...row, dependencies: ["obs:object:GetObject"] })];
    const reasons = (input: Partial<CatalogueInput>) => {
      const services = build({ current, ...input });
      return [services.get("ims")?.entry.coverage.reason, services.get("obs")?.entry.coverage.reason];
    };
    expect(reasons({})).toEqual(["few-uses", "no-table"]);
    expect(reasons({ examples: [{ cloud: "otc", action: "ims:tags:list" }] })).toEqual([
      "many-uses-missing",
      "no-table",
    ]);
    expect(reasons({ policiesInUse: [{ cloud: "otc", action: "ims:tags:list" }] })[0]).toBe("many-uses-missing");
    expect(reasons({ policiesInUse: [{ cloud: "otc-swiss", action: "ims:tags:list" }] })[0]).toBe("few-uses");
    expect(reasons({ isWhole: false })).toEqual(["pages-left-out", "no-table"]);
  });

  it("counts the names that others than a service's own rows use", () => {
    const services = build({
      current: [
        readPageOf(
          page("a.md"),
          { ...row, dependencies: ["ims:images:get", "ims:*:*"] },
          { apis: ["GET /b"], actions: ["ims:images:copy"] },
        ),
      ],
      former: [readPageOf(page("b.md", "deleted"), { apis: [], actions: ["ims:images:import"] })],
      examples: [
        { cloud: "otc", action: "ims:images:import" },
        { cloud: "otc", action: "ims:images:COPY" },
        { cloud: "otc", action: "ims:images:lis" },
      ],
    });
    expect(services.get("ims")?.entry.coverage).toMatchObject({ used: 2, missing: 1 });
  });

  it("does not count rows on another service's page towards coverage", () => {
    const services = build({
      current: [
        readPageOf(
          page("a.md"),
          row,
          { apis: ["GET /b"], actions: ["ims:tags:list"] },
          { apis: ["GET /c"], actions: ["eip:publicIps:list"] },
        ),
      ],
    });
    expect(services.get("eip")?.entry).toMatchObject({ coverage: { verdict: "mentioned" }, actions: 1, rows: 1 });
  });

  it("has the level of a service if a source documents it", () => {
    const services = build({ current: [readPageOf(page("a.md"), { ...row, dependencies: ["obs:a:b", "jam:a:b"] })] });
    expect(["ims", "obs", "jam"].map((name) => services.get(name)?.entry.level)).toEqual([
      "project",
      "global",
      undefined,
    ]);
  });

  it("numbers the pages of a service", () => {
    const services = build({
      current: [
        readPageOf(page("b.md"), { apis: ["GET /b"], actions: ["ims:images:get"] }),
        readPageOf(page("a.md"), row, { apis: ["GET /a"], actions: ["ims:tags:list"] }),
      ],
    });
    expect(services.get("ims")?.file.pages.map((one) => "path" in one && one.path)).toEqual(["a.md", "b.md"]);
    expect(services.get("ims")?.file.rows.map(({ source }) => source)).toEqual([
      [0, 1, 1],
      [0, 1, 2],
      [1, 1, 1],
    ]);
  });
});
