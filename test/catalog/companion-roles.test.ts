import { describe, expect, it } from "vitest";
import { companionRolesOf } from "../../src/catalog/companion-roles.js";
import type { DependencyMode } from "../../src/catalog/dependencies.js";
import type { CompanionRole } from "../../src/catalog/format.js";
import { actionOf, type CloudTables } from "./services.js";

const csbsOrCbr: CompanionRole = { anyOf: ["CSBS Administrator", "CBR Admin"] };
const cbr: CompanionRole = { anyOf: ["CBR Admin"] };
const keys: CompanionRole = { anyOf: ["KMS Administrator"] };
const keysSometimes: CompanionRole = { ...keys, qualifier: "only-encrypted" };
const storage: CompanionRole = { anyOf: ["Tenant Administrator"], service: "obs" };

/** Rows of one action, with the roles of each. */
function rowsOf(...rows: readonly (readonly CompanionRole[])[]): CloudTables {
  return {
    rows: rows.map((companionRoles) => ({
      actions: ["s:t:do"],
      ...(companionRoles.length > 0 ? { companionRoles } : {}),
    })),
  };
}

function rolesOf(clouds: Parameters<typeof actionOf>[0], mode: DependencyMode): string[] {
  return companionRolesOf(actionOf(clouds), mode).map(({ names, accepted, service, qualifier }) =>
    [names.join("|"), accepted.join("|"), service, qualifier].filter(Boolean).join(" / "),
  );
}

describe("the system roles that every API needs", () => {
  it.each<[what: string, rows: CloudTables, roles: readonly string[]]>([
    ["none", rowsOf([]), []],
    ["that of the only row", rowsOf([storage]), ["Tenant Administrator / Tenant Administrator / obs"]],
    ["that of all rows", rowsOf([keys], [keys]), ["KMS Administrator / KMS Administrator"]],
    ["not that of one row", rowsOf([keys], []), []],
    ["not that of one case", rowsOf([keysSometimes]), []],
    ["not that of one case in one row", rowsOf([keys], [keysSometimes]), []],
    [
      "both of two",
      rowsOf([keys, storage]),
      ["KMS Administrator / KMS Administrator", "Tenant Administrator / Tenant Administrator / obs"],
    ],
    ["the role that is enough for all rows", rowsOf([csbsOrCbr], [cbr]), ["CBR Admin / CSBS Administrator|CBR Admin"]],
    ["not the same name of two services", rowsOf([storage], [{ anyOf: ["Tenant Administrator"] }]), []],
  ])("are %s", (_, rows, roles) => {
    expect(rolesOf({ otc: rows }, "common")).toEqual(roles);
  });

  it("are the ones that all clouds agree on", () => {
    const clouds = { otc: rowsOf([csbsOrCbr, keys]), "otc-swiss": rowsOf([cbr]) };
    expect(rolesOf(clouds, "common")).toEqual(["CBR Admin / CSBS Administrator|CBR Admin"]);
    expect(rolesOf({ ...clouds, huaweicloud: rowsOf([]) }, "common")).toEqual([]);
  });

  it("are those of the clouds with a table", () => {
    const mentioned: CloudTables = { withoutRow: [{ name: "s:t:do", evidence: "example-only" }] };
    expect(rolesOf({ otc: rowsOf([cbr]), huaweicloud: mentioned }, "common")).toEqual(["CBR Admin / CBR Admin"]);
    expect(rolesOf({ huaweicloud: mentioned }, "common")).toEqual([]);
  });
});

describe("the system roles that some API needs", () => {
  it.each<[what: string, rows: CloudTables, roles: readonly string[]]>([
    ["that of one row", rowsOf([keys], []), ["KMS Administrator / KMS Administrator"]],
    ["that of one case", rowsOf([keysSometimes], []), ["KMS Administrator / KMS Administrator / only-encrypted"]],
    ["of one case and of all, that of all", rowsOf([keysSometimes], [keys]), ["KMS Administrator / KMS Administrator"]],
    ["each once", rowsOf([keys], [keys]), ["KMS Administrator / KMS Administrator"]],
    ["the role that is enough for all rows", rowsOf([csbsOrCbr], [cbr]), ["CBR Admin / CSBS Administrator|CBR Admin"]],
  ])("are %s", (_, rows, roles) => {
    expect(rolesOf({ otc: rows }, "every")).toEqual(roles);
  });
});
