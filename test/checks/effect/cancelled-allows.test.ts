import { describe, expect, it } from "vitest";
import type { PolicyDocument } from "../../../src/policy/document.js";
import { cancelledAllows } from "../../../src/checks/effect/cancelled-allows.js";
import { documentIn, documentOf, grantedAt } from "../../policy/statements.js";

/** The fully or partly cancelled statements, with their cancelled actions. */
function cancelledIn(document: PolicyDocument, ...together: readonly PolicyDocument[]) {
  return cancelledAllows(document, together).map(({ isFullyCancelled, actions }) => ({
    isFullyCancelled,
    actions: [...actions.keys()].map(({ string }) => string.value),
  }));
}

describe("a Deny cancels", () => {
  it("the actions that it covers", () => {
    const document = documentOf("Allow ims:images:list", "Allow evs:volumes:get, ims:images:get", "Deny ims:*:get");
    expect(cancelledIn(document)).toEqual([{ isFullyCancelled: false, actions: ["ims:images:get"] }]);
  });

  it("a whole Allow", () => {
    expect(cancelledIn(documentOf("Allow ims:images:get", "Deny ims:*:*"))).toEqual([
      { isFullyCancelled: true, actions: ["ims:images:get"] },
    ]);
    expect(cancelledIn(documentOf("Allow not ims:*:*", "Deny not ims:*:*"))).toEqual([
      { isFullyCancelled: true, actions: [] },
    ]);
  });

  it("nothing of an empty list", () => {
    expect(
      cancelledIn(
        documentIn('{ Statement: [{ Effect: "Allow", Action: [] }, { Effect: "Deny", Action: ["*:*:*"] }] }'),
      ),
    ).toEqual([]);
  });

  it("nothing that it excepts, not even if the Allow has both lists", () => {
    const statement = '{ Effect: "Allow", Action: ["ims:images:get"], NotAction: ["ims:*:*"] }';
    const deny = '{ Effect: "Deny", NotAction: ["ims:*:*"] }';
    expect(cancelledIn(documentIn(`{ Statement: [${statement}, ${deny}] }`))).toEqual([]);
  });
});

describe("a Deny of another policy cancels it", () => {
  const allow = documentOf("Allow ims:images:get");
  const deny = documentOf("Deny ims:*:*");
  const whole = [{ isFullyCancelled: true, actions: ["ims:images:get"] }];

  it.each<[name: string, allowing: readonly string[], denying: readonly string[]]>([
    ["if both are granted at the same place", ["a"], ["a"]],
    ["if it is granted at more places", ["a"], ["b", "a"]],
    ["if both are granted at two places", ["a", "b"], ["b", "a"]],
  ])("%s", (_, allowing, denying) => {
    expect(cancelledIn(grantedAt(allow, ...allowing), grantedAt(deny, ...denying))).toEqual(whole);
  });

  it.each<[name: string, allowing: readonly string[], denying: readonly string[]]>([
    ["granted at another place", ["a"], ["b"]],
    ["granted at one of two places only", ["a", "b"], ["a"]],
    ["whose grants are unknown", ["a"], []],
    ["if the grants of the Allow are unknown", [], ["a"]],
  ])("but not one %s", (_, allowing, denying) => {
    expect(cancelledIn(grantedAt(allow, ...allowing), grantedAt(deny, ...denying))).toEqual([]);
  });
});

describe("a Deny of version 5.0 with NotAction", () => {
  const beside = (allowed: string, excepted: string) =>
    cancelledIn(
      documentIn(
        `{ Statement: [{ Effect: "Allow", Action: ["${allowed}"] }, { Effect: "Deny", NotAction: ["${excepted}"] }] }`,
        "5.0",
      ),
    );

  it.each([
    ["ecs:cloudServers:list", "ecs:cloudServers:listServersDetails"],
    ["iam:credentials:listCredentials", "iam::*"],
    ["eip:publicIps:list", "vpc:publicIps:list"],
    ["*:*:list*", "ecs:cloudServers:list"],
  ])("may except %s by the name %s", (allowed, excepted) => expect(beside(allowed, excepted)).toEqual([]));

  it("cancels actions of other services than those that it excepts", () => {
    expect(beside("ims:images:list", "ecs:*:*")).toEqual([{ isFullyCancelled: true, actions: ["ims:images:list"] }]);
  });

  it("leaves the other denies of its policy as they are", () => {
    const allow = '{ Effect: "Allow", Action: ["ecs:a:b"] }';
    const denies = '{ Effect: "Deny", NotAction: ["ecs:*:*"] }, { Effect: "Deny", Action: ["ecs:*:*"] }';
    expect(cancelledIn(documentIn(`{ Statement: [${allow}, ${denies}] }`, "5.0"))).toEqual([
      { isFullyCancelled: true, actions: ["ecs:a:b"] },
    ]);
  });
});
