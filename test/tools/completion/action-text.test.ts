import { expect, it } from "vitest";
import { catalogOf } from "../../../src/catalog/catalog.js";
import { clouds, type PermissionRow } from "../../../src/catalog/format.js";
import { buildService } from "../../../src/catalog/service.js";
import { describeAction } from "../../../tools/completion/action-text.js";
import { coverageWith } from "../../fixtures/coverage.js";

type Row = Omit<PermissionRow, "source">;

/** What is said of `jam:pots:boil` on OTC, for its rows. */
function textFor(...rows: readonly Row[]): string {
  const service = buildService("jam", [
    {
      file: {
        cloud: "otc",
        service: "jam",
        pages: [],
        withoutRow: [{ name: "jam:pots:clean", evidence: "example-only" }],
        rows: rows.map((row) => ({ ...row, source: [0, 1, 1] })),
      },
      entry: {
        coverage: coverageWith("complete"),
        documented: "2026-04-22",
        level: "project",
        actions: 1,
        rows: 1,
        sha256: "",
      },
    },
  ]);
  const action = service.actions.get(rows.length > 0 ? "jam:pots:boil" : "jam:pots:clean");
  return action ? describeAction("otc", service, action) : "";
}

const boil: Row = { apis: ["POST /v1/pots/{id}/boil"], actions: ["jam:pots:boil"] };

it("says what the table says of an action, and no more", () => {
  expect(textFor(boil)).toBe("`POST /v1/pots/{id}/boil`  \nProject-level service. Open Telekom Cloud, 2026-04.");
});

it("says which actions it needs, and for what", () => {
  const first = {
    ...boil,
    dependencies: ["jam:stoves:use", { name: "kms:cmk:get", qualifier: "only-encrypted" }],
  } as const;
  expect(textFor(first).split("  \n")[1]).toBe("Needs `jam:stoves:use`. Only for encryption, needs `kms:cmk:get`.");
  expect(
    textFor(first, { ...boil, apis: ["PUT /v1/pots"], dependencies: ["jam:stoves:use", "jam:lids:get"] }),
  ).toContain(
    "Needs `jam:stoves:use`. Only for encryption, needs `kms:cmk:get`. For some APIs, also needs `jam:lids:get`.",
  );
});

it("counts what would be too long", () => {
  const dependencies = Array.from({ length: 25 }, (_, index) => `jam:stoves:use${index}`);
  const apis = ["GET /a", "GET /b", "GET /c", "GET /d", "GET /e"];
  const [first, second] = textFor({ ...boil, apis, dependencies }).split("  \n");
  expect(first).toBe("`GET /a`, `GET /b`, `GET /c`, 2 more");
  expect(second).toMatch(/`jam:stoves:use19`, 5 more\.$/u);
});

it("says which roles it needs besides", () => {
  const companionRoles = [{ anyOf: ["Tenant Administrator"], service: "obs" }];
  expect(textFor({ ...boil, companionRoles })).toContain("Needs the system role Tenant Administrator of OBS.");
  expect(textFor({ ...boil, companionRoles }, { ...boil, apis: ["PUT /v1/pots"] })).toContain(
    "Needs the system role Tenant Administrator of OBS (for some APIs).",
  );
  expect(textFor({ ...boil, companionRoles: [{ anyOf: ["A", "B"], qualifier: "only-encrypted" }] })).toContain(
    "Needs the system role A or B (only for encryption).",
  );
});

it("says where it has no effect", () => {
  expect(textFor({ ...boil, iamProject: true, enterpriseProject: false })).toContain(
    "Has no effect on enterprise projects.",
  );
  expect(
    textFor({ ...boil, enterpriseProject: true }, { ...boil, apis: ["PUT /v1/pots"], enterpriseProject: false }),
  ).toContain("Some of its APIs do not work on enterprise projects.");
});

it("says where a name without a row is from", () => {
  expect(textFor()).toBe("Project-level service. Open Telekom Cloud, 2026-04: named in example policies.");
});

it.each(clouds)("is short for every action of %s", (cloud) => {
  const catalog = catalogOf(cloud);
  for (const name of catalog.serviceNames()) {
    const service = catalog.service(name);
    for (const action of service?.actions.values() ?? []) {
      const text = service ? describeAction(cloud, service, action) : "";
      expect(text, action.name).toMatch(/\.$/u);
      expect(text.length, action.name).toBeLessThan(1000);
    }
  }
});
