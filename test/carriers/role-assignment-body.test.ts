import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { GrantSite } from "../../src/policy/grant-site.js";
import { configOf } from "../sources.js";
import { actionsOfEach, carriedIn } from "./files.js";

function fixture(name: string): string {
  return readFileSync(new URL(`../fixtures/role-assignment-body/${name}`, import.meta.url), "utf8");
}

function sitesIn(text: string, sites: readonly GrantSite[] = []): unknown[] {
  return sites.map(({ scope, range, principal }) => [scope, text.slice(...range), principal]);
}

const builder = "0b3a5f9c2d5f4c7c9a1e6d7b8c9d0e1f";

describe.each(["JSON", "JSONC", "JSON5", "jsonc-eslint-parser"])("recorded calls of the API, in %s", (host) => {
  const text = fixture("calls.json");
  const { documents } = carriedIn(text, configOf(host));
  const [request, answer, auditors] = documents;

  it("have the created roles", () => {
    expect(actionsOfEach(documents)).toEqual([
      ["ims:images:list", "ims:images:create"],
      ["ims:images:list", "ims:images:create"],
      ["ims:images:get"],
    ]);
  });

  it("have the grants of the roles with an id", () => {
    const project = '"enterprise_project_id": "5a1c7e90-13f6-4c0d-8c55-2f6a9b3e7d11"';
    expect(sitesIn(text, request?.grantSites)).toEqual([]);
    expect(sitesIn(text, answer?.grantSites)).toEqual([
      ["enterprise-project", project, builder],
      ["enterprise-project", '"enterprise_project_id": "0"', builder],
    ]);
    expect(sitesIn(text, auditors?.grantSites)).toEqual([
      ["enterprise-project", project, "7d9c1b2a3e4f5a6b7c8d9e0f1a2b3c4d"],
    ]);
  });
});

describe("calls of the API in a module", () => {
  const code = fixture("calls.ts");
  const { documents } = carriedIn(code, configOf("as const"));
  const [linked, unlinked] = documents;

  it("have the grants of a role whose id is a literal", () => {
    expect(actionsOfEach(documents)).toEqual([["ims:images:list", "ims:images:create"], ["ims:images:get"]]);
    expect(sitesIn(code, linked?.grantSites)).toEqual([
      ["enterprise-project", "enterprise_project_id: project", builder],
      ["enterprise-project", 'enterprise_project_id: "0"', builder],
    ]);
  });

  it("have no grants of a role whose id only the cloud knows", () => {
    expect(unlinked?.grantSites).toEqual([]);
  });
});

describe("an assignment body", () => {
  const role = {
    ...{ id: "r", display_name: "images", type: "XA" },
    policy: { Statement: [{ Effect: "Allow", Action: ["a:b:c"] }] },
  };
  const assignment = { agency_id: "a", enterprise_project_id: "e", role_id: "r" };

  function scopesFor(...assignments: unknown[]): string[] {
    const text = JSON.stringify({ answer: { role }, request: { role_assignments: assignments } });
    const { documents } = carriedIn(text, configOf("JSON"));
    return documents.flatMap(({ grantSites }) => grantSites.map(({ scope }) => scope));
  }

  it("grants the role that it refers to", () => {
    expect(scopesFor(assignment, { ...assignment, agency_id: "b" })).toEqual([
      "enterprise-project",
      "enterprise-project",
    ]);
  });

  it.each<[string, unknown]>([
    ["of another role", { ...assignment, role_id: "s" }],
    ["without a role", { ...assignment, role_id: undefined }],
    ["with a role that is not a string", { ...assignment, role_id: 1 }],
    ["with an empty role", { ...assignment, role_id: "" }],
    ["without a project", { ...assignment, enterprise_project_id: undefined }],
    ["with a project that is null", { ...assignment, enterprise_project_id: null }],
    ["that is null", null],
    ["that is a list", [assignment]],
    ["that is a string", "r"],
  ])("grants nothing %s", (_, odd) => {
    expect(scopesFor(odd)).toEqual([]);
  });

  it.each(["null", "1", '"r"', "{}", "[[]]"])("grants nothing when it is %s", (list) => {
    const text = JSON.stringify({ role }).replace(/\}$/u, `, "role_assignments": ${list} }`);
    expect(carriedIn(text, configOf("JSON")).documents.map(({ grantSites }) => grantSites)).toEqual([[]]);
  });
});
