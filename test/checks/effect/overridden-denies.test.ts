import { describe, expect, it } from "vitest";
import { catalogOf } from "../../../src/catalog/catalog.js";
import type { PolicyDocument } from "../../../src/policy/document.js";
import { overriddenDenies } from "../../../src/checks/effect/overridden-denies.js";
import type { GrantScope, GrantSite } from "../../../src/policy/grant-site.js";
import { documentIn, documentOf } from "../../policy/statements.js";

const site = (scope: GrantScope, principal: string | undefined = "group"): GrantSite => ({
  scope,
  range: [0, 0],
  principal,
});

function grantedOn(document: PolicyDocument, ...grantSites: readonly GrantSite[]): PolicyDocument {
  return { ...document, grantSites };
}

const onEnterpriseProject = (document: PolicyDocument) => grantedOn(document, site("enterprise-project"));
const onProject = (document: PolicyDocument) => grantedOn(document, site("iam-project"));
const deny = onEnterpriseProject(documentOf("Deny ims:images:delete, evs:volumes:get"));
const allow = documentOf("Allow evs:volumes:list", "Allow ims:*:*");

function overridden(
  document: PolicyDocument,
  together: readonly PolicyDocument[],
  possiblyGrantedTogether: readonly PolicyDocument[] = [],
) {
  const context = { grantedTogether: [document, ...together], possiblyGrantedTogether, catalog: catalogOf(undefined) };
  return overriddenDenies(document, context).map(({ action, allow: by, scope }) => [
    action.string.value,
    by.string.value,
    scope,
  ]);
}

describe("a Deny on an enterprise project is overridden", () => {
  it("by an Allow on an IAM project, or on all", () => {
    expect(overridden(deny, [onProject(allow)])).toEqual([["ims:images:delete", "ims:*:*", "iam-project"]]);
    expect(overridden(deny, [grantedOn(allow, site("all-projects"))])).toEqual([
      ["ims:images:delete", "ims:*:*", "all-projects"],
    ]);
  });

  it("by the first of several, at the broadest scope", () => {
    const elsewhere = grantedOn(allow, site("all-projects", "other"), site("iam-project"));
    const both = grantedOn(documentOf("Allow *:*:*"), site("iam-project"), site("all-projects"));
    expect(overridden(deny, [elsewhere, both])).toEqual([
      ["ims:images:delete", "ims:*:*", "iam-project"],
      ["evs:volumes:get", "*:*:*", "all-projects"],
    ]);
  });
});

describe("a Deny of an action of a global service is overridden", () => {
  const denyUsers = onEnterpriseProject(documentOf("Deny iam:users:getUser"));
  const allowUsers = documentOf("Allow iam:users:*");

  it("on all projects, but not on a single one, which has no global services", () => {
    const onAll = grantedOn(allowUsers, site("all-projects"));
    expect(overridden(denyUsers, [onAll])).toEqual([["iam:users:getUser", "iam:users:*", "all-projects"]]);
    expect(overridden(denyUsers, [onProject(allowUsers)])).toEqual([]);
  });
});

describe("a Deny is not overridden", () => {
  it.each<[name: string, other: PolicyDocument]>([
    ["on an enterprise project", onEnterpriseProject(allow)],
    ["on the domain", grantedOn(allow, site("domain"))],
    ["for another principal", grantedOn(allow, site("iam-project", "other"))],
    ["at a place that nobody knows", grantedOn(allow)],
    ["under a condition", onProject(documentOf('Allow ims:*:* {"Condition":{"Bool":{"g:MFAPresent":["true"]}}}'))],
    ["for a resource", onProject(documentOf('Allow ims:*:* {"Resource":["ims:*:*:image:1"]}'))],
    ["that denies it too", onProject(documentOf("Allow ims:*:*", "Deny ims:images:delete"))],
    ["that only denies", onProject(documentOf("Deny evs:*:list"))],
    [
      "that may not be there",
      onProject(documentIn('{ Statement: [x ? { Effect: "Allow", Action: ["ims:*:*"] } : y] }')),
    ],
  ])("by a policy %s", (_, other) => {
    expect(overridden(deny, [other])).toEqual([]);
  });

  it("if a policy that may be granted to the principal denies the action too", () => {
    expect(overridden(deny, [onProject(allow)], [documentOf("Deny ims:images:*")])).toEqual([]);
  });

  it("if it is an Allow", () => {
    expect(overridden(onEnterpriseProject(documentOf("Allow ims:images:delete")), [onProject(allow)])).toEqual([]);
  });

  it("if it is granted elsewhere too, or its principal is unknown", () => {
    const both = grantedOn(deny, site("enterprise-project"), site("iam-project"));
    const nobody: GrantSite = { scope: "enterprise-project", range: [0, 0] };
    const allowToNobody = grantedOn(allow, { scope: "iam-project", range: [0, 0] });
    expect(overridden(both, [onProject(allow)])).toEqual([]);
    expect(overridden(grantedOn(deny, nobody), [allowToNobody])).toEqual([]);
    expect(overridden(grantedOn(deny), [onProject(allow)])).toEqual([]);
  });

  it("if its action is conditional", () => {
    const chosen = documentIn(
      '{ Statement: [{ Effect: "Deny", Action: [x ? "ims:images:delete" : "ims:images:get"] }] }',
    );
    expect(overridden(onEnterpriseProject(chosen), [onProject(allow)])).toEqual([]);
  });
});
