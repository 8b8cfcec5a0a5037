import { describe, expect, it } from "vitest";
import { isEveryResource } from "../../src/policy/resource.js";
import { documentIn } from "./statements.js";

function isEvery(written: string): boolean {
  const policy = `{ Version: "1.1", Statement: [{ Effect: "Allow", Action: ["a:b:c"], Resource: ${written} }] }`;
  return isEveryResource(documentIn(policy).statements[0]?.resource);
}

describe("a Resource is everything", () => {
  it.each([
    '"*"',
    '"**"',
    '" * "',
    '["*"]',
    '["**"]',
    '["obs:*:*:bucket:a", "*"]',
    '[bucket, "*"]',
    '{ uri: ["*"] }',
    '{ uri: "*" }',
    '{ uri: ["/iam/agencies/a", "**"] }',
    "null",
    "undefined",
  ])("%s", (written) => expect(isEvery(written)).toBe(true));
});

describe("a Resource is not everything, as far as is known", () => {
  it.each([
    '""',
    '["obs:*:*:bucket:*"]',
    '["*:*:*:*:*"]',
    '{ uri: ["/iam/agencies/*"] }',
    '{ ...more, uri: ["*"] }',
    '{ url: ["*"] }',
    "[]",
    "{}",
    "resource",
    "[`*${uri}`]",
    'isWide ? "*" : "obs:*:*:bucket:a"',
  ])("%s", (written) => expect(isEvery(written)).toBe(false));
});
