import { describe, expect, it } from "vitest";
import { isReadAction } from "../../src/catalog/access.js";
import { actionOf } from "./services.js";

describe("an action is read-only", () => {
  it.each([
    ["when its API is GET", [["GET /a"]]],
    ["when its API is HEAD", [["HEAD /a"]]],
    ["when all of its APIs are", [["GET /a", "HEAD /a"], ["GET /b"]]],
  ])("%s", (_, apis) => {
    expect(isReadAction(actionOf({ otc: { rows: apis.map((names) => ({ actions: ["s:t:do"], apis: names })) } }))).toBe(
      true,
    );
  });

  it.each(["get", "getCode", "list", "showVersion", "query", "describe", "check", "count", "search", "view", "head"])(
    "when its verb is %s and no method is documented",
    (verb) => {
      const name = `s:t:${verb}`;
      const rows = [{ actions: [name], apis: ["Some API"] }];
      expect(isReadAction(actionOf({ otc: { rows } }, name.toLowerCase()))).toBe(true);
    },
  );
});

describe("an action is not read-only", () => {
  it.each([
    ["when its API is POST", [["POST /a"]]],
    ["when one of its APIs is DELETE", [["GET /a"], ["DELETE /a"]]],
    ["when one of a row's APIs is PUT", [["GET /a", "PUT /a"]]],
  ])("%s", (_, apis) => {
    expect(isReadAction(actionOf({ otc: { rows: apis.map((names) => ({ actions: ["s:t:do"], apis: names })) } }))).toBe(
      false,
    );
  });

  it("when one cloud has an API that changes something", () => {
    const rowsOf = (api: string) => ({ rows: [{ actions: ["s:t:do"], apis: [api] }] });
    expect(isReadAction(actionOf({ otc: rowsOf("GET /a"), huaweicloud: rowsOf("PATCH /a") }))).toBe(false);
  });

  it("when its verb looks like reading and its method changes something", () => {
    const rows = [{ actions: ["s:t:list"], apis: ["POST /a/list"] }];
    expect(isReadAction(actionOf({ otc: { rows } }, "s:t:list"))).toBe(false);
  });

  it.each(["do", "create", "update", "forget", "dropVersion"])(
    "when its verb is %s and no method is documented",
    (verb) => {
      const name = `s:t:${verb}`;
      const withoutRow = [{ name, evidence: "dependency-only" as const }];
      expect(isReadAction(actionOf({ otc: { withoutRow } }, name.toLowerCase()))).toBe(false);
    },
  );
});
