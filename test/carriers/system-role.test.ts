import { describe, expect, it } from "vitest";
import { configOf } from "../sources.js";
import { carriedIn } from "./files.js";

const policy = { Version: "1.1", Depends: [], Statement: [{ Effect: "Allow", Action: ["ims:images:list", "*:*:*"] }] };
const response = { id: "1", name: "system_all_0", display_name: "FullAccess", type: "AA", links: {}, policy };

describe("a system role in a response", () => {
  it.each([
    ["a body", { role: { ...response, catalog: "BASE" } }],
    ["a list", { roles: [{ ...response, catalog: "ECS" }] }],
  ])("in %s is ignored", (_, file) => {
    expect(carriedIn(JSON.stringify(file), configOf("JSON"))).toEqual({ documents: [], problems: [] });
  });

  it.each([
    ["a custom policy", { roles: [{ ...response, catalog: "CUSTOMED" }] }],
    ["a policy next to an unrelated catalog", { catalog: "BASE", policy }],
  ])("is not %s", (_, file) => {
    expect(carriedIn(JSON.stringify(file), configOf("JSON")).documents).toHaveLength(1);
  });
});
