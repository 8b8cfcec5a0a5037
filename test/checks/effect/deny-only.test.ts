import { describe, expect, it } from "vitest";
import type { PolicyDocument } from "../../../src/policy/document.js";
import { denyOnlyStatement } from "../../../src/checks/effect/deny-only.js";
import { documentIn, documentOf } from "../../policy/statements.js";

const deny = documentOf("Deny ims:images:delete", "Deny evs:*:*");
const denyMore = documentOf("Deny ecs:*:*");

describe("a policy only denies", () => {
  it.each<[what: string, others: readonly PolicyDocument[]]>([
    ["alone", []],
    ["beside one that only denies, too", [denyMore]],
  ])("%s", (_, others) => expect(denyOnlyStatement(deny, others)).toBe(deny.statements[0]));
});

describe("a policy is not certainly deny-only", () => {
  it.each<[what: string, document: PolicyDocument, others: readonly PolicyDocument[]]>([
    ["where it allows something", documentOf("Deny ims:images:delete", "Allow ims:*:*"), []],
    ["where a part of it is not known", documentIn('{ Statement: [{ Effect: "Deny", Action: [name] }] }'), []],
    ["where another allows something", deny, [denyMore, documentOf("Deny evs:*:*", "Allow ims:*:*")]],
    ["where a part of another is not known", deny, [documentIn("{ Statement: [statement] }")]],
    ["without a statement", documentIn("{ Statement: [] }"), []],
  ])("%s", (_, document, others) => expect(denyOnlyStatement(document, others)).toBeUndefined());
});
