import { describe, expect, it } from "vitest";
import type { PolicyDocument } from "../../../src/policy/document.js";
import { broadGrants } from "../../../src/checks/effect/broad-grants.js";
import { documentIn, documentOf } from "../../policy/statements.js";

/** The patterns of which fewer than two parts say something. */
function broadIn(document: PolicyDocument, ...others: readonly PolicyDocument[]): string[] {
  return broadGrants(document, others, 2).map(({ pattern }) => pattern.text);
}

describe("a pattern is broad", () => {
  it.each<[what: string, document: PolicyDocument, patterns: readonly string[]]>([
    ["among narrower ones", documentOf("Allow evs:*:*, ims:images:*, ecs:servers:list"), ["evs:*:*"]],
    ["once, however often it is allowed", documentOf("Allow evs:*:*", "Allow EVS:*:*, ims:images:list"), ["evs:*:*"]],
    ["for all of one type", documentOf('Allow obs:*:* {"Resource":["OBS:*:*:bucket:*"]}'), ["obs:*:*"]],
    ["for one of several resources", documentOf('Allow evs:*:* {"Resource":["evs:*:*:volume:1","*"]}'), ["evs:*:*"]],
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
