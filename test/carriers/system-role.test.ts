import { describe, expect, it } from "vitest";
import { configOf } from "../sources.js";
import { carriedIn } from "./files.js";

const policy = { Version: "1.1", Depends: [], Statement: [{ Effect: "Allow", Action: ["ims:images:list", "*:*:*"] }] };
const answer = { id: "1", name: "system_all_0", display_name: "FullAccess", type: "AA", links: {}, policy };

describe("a role of the system in an answer of the cloud", () => {
  it.each([
    ["a body", { role: { ...answer, catalog: "BASE" } }],
    ["a list", { roles: [{ ...answer, catalog: "ECS" }] }],
  ])("in %s has no policy to judge", (_, file) => {
    expect(carriedIn(JSON.stringify(file), configOf("JSON"))).toEqual({ documents: [], problems: [] });
  });

  it.each([
    ["a custom policy", { roles: [{ ...answer, catalog: "CUSTOMED" }] }],
    ["a policy beside a catalog of something else", { catalog: "BASE", policy }],
  ])("is not %s", (_, file) => {
    expect(carriedIn(JSON.stringify(file), configOf("JSON")).documents).toHaveLength(1);
  });
});
