import { describe, expect, it } from "vitest";
import type { PolicyDocument } from "../../../src/policy/document.js";
import { cancelledAllows } from "../../../src/checks/effect/cancelled-allows.js";
import { documentIn, documentOf, grantedAt } from "../../policy/statements.js";

/** The statements that are cancelled, wholly or in part, with their actions that are. */
function cancelledIn(document: PolicyDocument, ...together: readonly PolicyDocument[]) {
  return cancelledAllows(document, together).map(({ isWhole, actions }) => ({
    isWhole,
    actions: [...actions.keys()].map(({ string }) => string.value),
  }));
}

describe("of an Allow, a Deny takes away", () => {
  it("the actions that it covers", () => {
    const document = documentOf("Allow ims:images:list", "Allow evs:volumes:get, ims:images:get", "Deny ims:*:get");
    expect(cancelledIn(document)).toEqual([{ isWhole: false, actions: ["ims:images:get"] }]);
  });

  it("all of it", () => {
    expect(cancelledIn(documentOf("Allow ims:images:get", "Deny ims:*:*"))).toEqual([
      { isWhole: true, actions: ["ims:images:get"] },
    ]);
    expect(cancelledIn(documentOf("Allow not ims:*:*", "Deny not ims:*:*"))).toEqual([{ isWhole: true, actions: [] }]);
  });

  it("nothing that is not there", () => {
    expect(
      cancelledIn(
        documentIn('{ Statement: [{ Effect: "Allow", Action: [] }, { Effect: "Deny", Action: ["*:*:*"] }] }'),
      ),
    ).toEqual([]);
  });

  it("nothing of what it excepts, and nothing it lists besides", () => {
    const statement = '{ Effect: "Allow", Action: ["ims:images:get"], NotAction: ["ims:*:*"] }';
    const deny = '{ Effect: "Deny", NotAction: ["ims:*:*"] }';
    expect(cancelledIn(documentIn(`{ Statement: [${statement}, ${deny}] }`))).toEqual([]);
  });
});

describe("another policy takes it away", () => {
  const allow = documentOf("Allow ims:images:get");
  const deny = documentOf("Deny ims:*:*");
  const whole = [{ isWhole: true, actions: ["ims:images:get"] }];

  it.each<[name: string, allowing: readonly string[], denying: readonly string[]]>([
    ["where both are granted at one place", ["a"], ["a"]],
    ["where it is granted at more places", ["a"], ["b", "a"]],
    ["where both are granted at two", ["a", "b"], ["b", "a"]],
  ])("%s", (_, allowing, denying) => {
    expect(cancelledIn(grantedAt(allow, ...allowing), grantedAt(deny, ...denying))).toEqual(whole);
  });

  it.each<[name: string, allowing: readonly string[], denying: readonly string[]]>([
    ["granted at another place", ["a"], ["b"]],
    ["granted at one of two places only", ["a", "b"], ["a"]],
    ["of which nobody knows where it is granted", ["a"], []],
    ["where nobody knows where this one is", [], ["a"]],
  ])("but not one %s", (_, allowing, denying) => {
    expect(cancelledIn(grantedAt(allow, ...allowing), grantedAt(deny, ...denying))).toEqual([]);
  });
});
