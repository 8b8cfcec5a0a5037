import { describe, expect, it } from "vitest";
import type { PolicyDocument } from "../../../src/policy/document.js";
import { broadGrants } from "../../../src/checks/effect/broad-grants.js";
import { documentIn, documentOf } from "../../policy/statements.js";

/** The patterns of which fewer than two parts say something, as a message quotes them. */
function broadIn(document: PolicyDocument, ...others: readonly PolicyDocument[]): unknown[] {
  const context = { grantedTogether: [document, ...others], perhapsGrantedTogether: [] };
  return broadGrants(document, context, { allow: [], minimumSegments: 2 }).map(({ data }) => data?.["action"]);
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
    ["for all resources by several stars", documentOf('Allow evs:*:* {"Resource":"**"}'), ['"evs:*:*"']],
    ["for one of several resources", documentOf('Allow evs:*:* {"Resource":["evs:*:*:volume:1","*"]}'), ['"evs:*:*"']],
  ])("%s", (_, document, patterns) => expect(broadIn(document)).toEqual(patterns));
});

describe("a pattern is not broad, as far as is known,", () => {
  it.each<[what: string, document: PolicyDocument, other?: PolicyDocument]>([
    [
      "in a statement that may not be there",
      documentIn('{ Statement: x ? [{ Effect: "Allow", Action: ["evs:*:*"] }] : [] }'),
    ],
    ["that may not be there", documentIn('{ Statement: [{ Effect: "Allow", Action: [x ? "evs:*:*" : "evs:a:b"] }] }')],
    ["that is denied", documentOf("Deny evs:*:*")],
    [
      "for a resource that is not known",
      documentIn('{ Statement: [{ Effect: "Allow", Action: ["evs:*:*"], Resource: [`*${uri}`] }] }'),
    ],
    ["for a type that is filled in", documentOf('Allow obs:*:* {"Resource":["OBS:*:*:${type}:*"]}')],
    ["for a resource of another service", documentOf('Allow *:*:* {"Resource":["OBS:*:*:bucket:*"]}')],
    ["for a region", documentOf('Allow obs:*:* {"Resource":["OBS:eu-de:*:bucket:*"]}')],
    [
      "of which a part is denied elsewhere",
      documentOf("Allow evs:*:*"),
      documentOf("Deny ims:images:list, evs:volumes:delete"),
    ],
    ["of which what is no action is denied", documentOf("Allow evs:*:*", "Deny evs:volumes")],
  ])("%s", (_, document, ...others) => {
    expect(broadIn(document, ...others.filter((other) => other !== undefined))).toEqual([]);
  });
});
