import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { catalogueProblems } from "../../../tools/check-catalog/problems.js";

const toy = {
  cloud: "otc",
  service: "toy",
  sources: [{ repository: "docs/toy", commit: "c0ffee".padEnd(40, "0"), path: "toy.yaml" }],
  version: "v1",
  isComplete: true,
  actions: [
    { name: "toy::count" },
    {
      name: "Toy:boxes:open",
      accessLevel: "write",
      aliases: ["toy:box:open"],
      permissionOnly: true,
      resources: [{ type: "box", required: true, conditionKeys: ["g:ResourceTag/<tag-key>"] }],
      conditionKeys: ["toy:Colour"],
    },
  ],
  resources: [{ type: "box", urn: "toy:<region>:<account-id>:box:<box-id>" }],
  conditionKeys: [{ key: "toy:Colour", type: "string", isMultiValued: false }],
  operations: [{ id: "OpenBox", action: "toy:boxes:open", dependencies: ["key:rings:get"] }],
};

/** The problems of a catalogue with this file only. */
function problemsWith(change: object, { actions = 2, damage = "" } = {}): readonly string[] {
  const text = JSON.stringify({ ...toy, ...change });
  const index = JSON.stringify({
    services: {},
    identity: { otc: { toy: { actions, sha256: sha256(text) } } },
  });
  const folder = mkdtempSync(join(tmpdir(), "catalogue-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const files = {
    "identity.json": JSON.stringify({ sha256: sha256(index) }),
    "index.json": index,
    "otc/identity/toy.json": text + damage,
  };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return catalogueProblems(folder).map(({ file, problem }) => `${file}: ${problem}`);
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

describe("a file about identity policies", () => {
  it("has no problem, also with a page of a website", () => {
    expect(problemsWith({})).toEqual([]);
    const live = { address: "https://toys.example/box.html", date: "2025-11-14", readByHand: "2026-11-28" };
    expect(problemsWith({ sources: [live] })).toEqual([]);
  });

  it.each<[string, object, string]>([
    ["no source", { sources: [] }, "/sources must NOT have fewer than 1 items"],
    ["an insecure address", { sources: [{ address: "http://toys.example/box.html" }] }, "/sources/0"],
    ["an action of two parts", { actions: [{ name: "toy:open" }] }, "/actions/0/name must match pattern"],
    [
      "an unknown level",
      { actions: [{ name: "toy::open", accessLevel: "all" }] },
      "/actions/0/accessLevel must be equal",
    ],
    ["an empty list", { actions: [{ name: "toy::open", aliases: [] }] }, "/actions/0/aliases must NOT have fewer"],
    ["a description", { actions: [{ name: "toy::open", description: "Opens." }] }, "/actions/0 with the key"],
    ["a resource without a URN", { resources: [{ type: "box" }] }, "/resources/0 must have required property 'urn'"],
    [
      "an unknown type",
      { conditionKeys: [{ key: "toy:Colour", type: "colour" }] },
      "/conditionKeys/0/type must be equal",
    ],
    ["another service", { service: "ham" }, 'contains "ham" of "otc"'],
    ["another cloud", { cloud: "huaweicloud" }, 'contains "toy" of "huaweicloud"'],
  ])("with %s is refused", (_, change, problem) => {
    const changed = { ...change, ...("actions" in change && { operations: [] }) };
    const actions = "actions" in change ? 1 : 2;
    expect(problemsWith(changed, { actions })[0]).toContain(`otc/identity/toy.json: ${problem}`);
  });

  it("has actions of its own service only, and operations that need one of them", () => {
    const actions = [...toy.actions, { name: "ham:legs:get" }];
    const operations = [{ id: "CloseBox", action: "toy:boxes:close" }];
    expect(problemsWith({ actions, operations }, { actions: 3 })).toEqual([
      "otc/identity/toy.json: lists an action of another service: ham:legs:get",
      "otc/identity/toy.json: has an operation with an action that it lacks: toy:boxes:close",
    ]);
  });

  it("has as many actions as the index says, and its hash", () => {
    expect(problemsWith({}, { actions: 3 })).toEqual(["otc/identity/toy.json: has 2 actions, but index.json says 3"]);
    expect(problemsWith({}, { damage: "\n" })).toEqual([
      expect.stringContaining("does not match its recorded SHA-256"),
    ]);
  });
});
