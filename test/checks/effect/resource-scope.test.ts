import { describe, expect, it } from "vitest";
import { resourceScopeOf, unrestrictedGrants } from "../../../src/checks/effect/resource-scope.js";
import { documentIn, documentOf } from "../../policy/statements.js";

function resourceOf(written: string) {
  const policy = `{ Version: "1.1", Statement: [{ Effect: "Allow", Action: ["iam:agencies:assume"], Resource: ${written} }] }`;
  return documentIn(policy).statements[0]?.resource;
}

describe("a Resource", () => {
  it.each([
    ["undefined", "every"],
    ['["*"]', "every"],
    ['"*"', "every"],
    ['"**"', "every"],
    ['{ uri: ["*"] }', "every"],
    ['["obs:*:*:bucket:*"]', "every"],
    ['["obs:*:*:bucket:a", "obs:*:*:object:a/*"]', "some"],
    ['{ uri: ["/iam/agencies/*"] }', "every"],
    ['{ uri: ["/iam/agencies/a", "/iam/agencies/*"] }', "every"],
    ['{ uri: ["/iam/agencies/a", "/iam/agencies/dev-*"] }', "some"],
    ['{ uri: ["/iam/agencies/*", id] }', "every"],
    ['["obs:*:*:bucket:a"]', "some"],
    ['{ uri: ["/iam/agencies/a"] }', "some"],
    ['{ uri: "/iam/agencies/a" }', "some"],
    ["[]", "unknown"],
    ["{ }", "unknown"],
    ["{ uri: agencies }", "unknown"],
    ['{ ...more, uri: ["/iam/agencies/*"] }', "unknown"],
    ["[bucket]", "unknown"],
    ["[7]", "unknown"],
    ['[7, "*"]', "every"],
    ['["obs:*:*:bucket:*:*"]', "some"],
    ['["logs/iam/agencies/*"]', "some"],
    ['["obs:*:*:bucket:a", ...others]', "unknown"],
    ['["${bucket}"]', "unknown"],
    ["[`obs:*:*:bucket:${bucket}`]", "unknown"],
    ['isWide ? ["*"] : ["obs:*:*:bucket:a"]', "unknown"],
  ])("%s applies to %s", (written, scope) => {
    expect(resourceScopeOf(resourceOf(written))).toBe(scope);
  });

  it("that is absent applies to every resource", () => {
    expect(resourceScopeOf(undefined)).toBe("every");
  });
});

describe("the unrestricted grants of a policy", () => {
  const namesIn = (document: ReturnType<typeof documentIn>) =>
    unrestrictedGrants(document).map(({ action }) => action.string.value);

  it("are actions allowed on every resource", () => {
    const document = documentOf(
      "Allow iam:*:get*, *:*:*, iam:users",
      'Allow iam:users:createUser {"Resource":["*"]}',
      'Allow iam:agencies:assume {"Resource":{"uri":["/iam/agencies/a"]}}',
      'Allow iam:groups:createGroup {"Condition":{"Bool":{"g:MFAPresent":["true"]}}}',
      "Deny iam:users:deleteUser",
      "Allow not iam:users:*",
    );
    expect(namesIn(document)).toEqual(["iam:*:get*", "iam:users:createUser", "iam:groups:createGroup"]);
  });

  it("exclude statements that may have a Resource", () => {
    const statements = '[{ Effect: "Allow", Action: ["iam:*:*"], ...more }]';
    expect(namesIn(documentIn(`{ Version: "1.1", Statement: ${statements} }`))).toEqual([]);
  });
});
