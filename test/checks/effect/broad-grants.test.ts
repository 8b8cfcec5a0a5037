import { describe, expect, it } from "vitest";
import { catalogOf } from "../../../src/catalog/catalog.js";
import type { PolicyDocument } from "../../../src/policy/document.js";
import { broadGrants } from "../../../src/checks/effect/broad-grants.js";
import { documentIn, documentOf } from "../../policy/statements.js";

/** The patterns with fewer than two segments, as quoted in the message. */
function broadIn(document: PolicyDocument, ...others: readonly PolicyDocument[]): unknown[] {
  const catalog = catalogOf("otc");
  const grantedTogether = [document, ...others];
  const context = { settings: {}, catalog, grantedTogether, possiblyGrantedTogether: [], otherGrants: [] };
  const { problems } = broadGrants({ allow: [], minimumSegments: 2 });
  return problems(document, context).map(({ data }) => data?.["action"]);
}

describe("a pattern is broad", () => {
  it.each<[what: string, document: PolicyDocument, patterns: readonly string[]]>([
    ["among narrower ones", documentOf("Allow evs:*:*, ims:images:*, ecs:servers:list"), ['"evs:*:*"']],
    ["once, however often it is allowed", documentOf("Allow evs:*:*", "Allow EVS:*:*, ims:images:list"), ['"evs:*:*"']],
    ["for all of one type", documentOf('Allow obs:*:* {"Resource":["OBS:*:*:bucket:*"]}'), ['"obs:*:*"']],
    [
      "for all resources in the form for agencies",
      documentOf('Allow evs:*:* {"Resource":{"uri":["*"]}}'),
      ['"evs:*:*"'],
    ],
    ["for all resources, written with several stars", documentOf('Allow evs:*:* {"Resource":"**"}'), ['"evs:*:*"']],
    ["that no granted action depends on", documentOf("Allow functiongraph:function:sign, kms:*:*"), ['"kms:*:*"']],
    [
      "that a denied action depends on",
      documentOf("Allow kms:*:*", "Deny functiongraph:function:encrypt"),
      ['"kms:*:*"'],
    ],
    [
      "that another broad pattern depends on",
      documentOf("Allow functiongraph:*:*, kms:*:*"),
      ['"functiongraph:*:*"', '"kms:*:*"'],
    ],
    ["for one of several resources", documentOf('Allow evs:*:* {"Resource":["evs:*:*:volume:1","*"]}'), ['"evs:*:*"']],
  ])("%s", (_, document, patterns) => expect(broadIn(document)).toEqual(patterns));
});

describe("a pattern is not certainly broad", () => {
  it.each<[what: string, document: PolicyDocument, other?: PolicyDocument]>([
    [
      "in a statement that may be absent",
      documentIn('{ Statement: x ? [{ Effect: "Allow", Action: ["evs:*:*"] }] : [] }'),
    ],
    ["that may be absent", documentIn('{ Statement: [{ Effect: "Allow", Action: [x ? "evs:*:*" : "evs:a:b"] }] }')],
    ["that is denied", documentOf("Deny evs:*:*")],
    [
      "for an unknown resource",
      documentIn('{ Statement: [{ Effect: "Allow", Action: ["evs:*:*"], Resource: [`*${uri}`] }] }'),
    ],
    ["for a type with a placeholder", documentOf('Allow obs:*:* {"Resource":["OBS:*:*:${type}:*"]}')],
    ["for a resource of another service", documentOf('Allow *:*:* {"Resource":["OBS:*:*:bucket:*"]}')],
    ["for a region", documentOf('Allow obs:*:* {"Resource":["OBS:eu-de:*:bucket:*"]}')],
    [
      "that another policy partly denies",
      documentOf("Allow evs:*:*"),
      documentOf("Deny ims:images:list, evs:volumes:delete"),
    ],
    ["that a granted action depends on", documentOf("Allow functiongraph:function:encrypt, kms:*:*")],
    ["that an action of a narrow pattern depends on", documentOf("Allow functiongraph:function:enc*, kms:*:*")],
    [
      "that an action of another policy depends on",
      documentOf("Allow kms:*:*"),
      documentOf("Allow functiongraph:function:encrypt"),
    ],
    ["when an invalid action of the service is denied", documentOf("Allow evs:*:*", "Deny evs:volumes")],
  ])("%s", (_, document, ...others) => {
    expect(broadIn(document, ...others.filter((other) => other !== undefined))).toEqual([]);
  });
});

it("a wildcard in the service of version 5.0 is a pattern of services", () => {
  const document: PolicyDocument = {
    ...documentIn('{ Statement: [{ Effect: "Allow", Action: ["v?c:*:*"] }] }', "5.0"),
    kind: "identity",
  };
  const { problems } = broadGrants({ allow: [], minimumSegments: 2 });
  const context = {
    settings: {},
    catalog: catalogOf("huaweicloud"),
    grantedTogether: [document],
    possiblyGrantedTogether: [],
    otherGrants: [],
  };
  expect(problems(document, context).map(({ data }) => data)).toEqual([
    {
      action: '"v?c:*:*"',
      granted: 'every action of every service that matches "v?c"',
      advice: "Name the services you need.",
    },
  ]);
});
