import { expect, it } from "vitest";
import { compactBytes, compactLength } from "../../../src/checks/shape/compact-length.js";
import { computedString } from "../../../src/hosts/strings.js";
import { MappedText } from "../../../src/text/mapped-text.js";
import { configOf, firstObject, sourceOf } from "../../sources.js";

const json = configOf("JSON");

it.each([
  '"ims:images:list"',
  '"größe, € and \\uffff"',
  '"a quote \\" and a backslash \\\\"',
  '"a line\\nand another \\u0007\\u2028"',
  '"🔑, and one half of it: \\ud83d"',
  '[1, -2.5, true, null, "", [], {}]',
  '{ "a \\"key\\"": { "🔑": ["*"] } }',
])("counts the characters and bytes of %s as JSON writes it without blanks", (text) => {
  const policy = `{ "Statement": ${text} }`;
  const written = JSON.stringify(JSON.parse(policy));
  const value = firstObject(sourceOf(policy, json));
  expect(compactLength(value)).toBe(written.length);
  expect(compactBytes(value)).toBe(Buffer.byteLength(written));
});

it.each([
  ["what is filled in counts nothing", "`ims:${type}:list`", '"ims::list"'],
  ["of two lists, the shorter one counts", 'write ? ["ims:*:*", "evs:*:*"] : ["ims:*:*"]', '["ims:*:*"]'],
  ["what is not known counts nothing", '["ims:*:*", ...more]', '["ims:*:*",]'],
])("%s", (_, value, least) => {
  const policy = firstObject(sourceOf(`p = { Statement: ${value} };`));
  expect(compactLength(policy)).toBe(`{"Statement":${least}}`.length);
});

it("counts a text of ten million letters, whatever the letters", () => {
  const text = `\u20ac${"x".repeat(10_000_000)}`;
  expect(compactLength(computedString([0, 1], MappedText.verbatim(text)))).toBe(text.length + 2);
});
