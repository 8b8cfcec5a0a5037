import { expect, it } from "vitest";
import { compactLength } from "../../../src/checks/shape/compact-length.js";
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
])("counts the characters of %s as JSON writes it without blanks", (text) => {
  const policy = `{ "Statement": ${text} }`;
  expect(compactLength(firstObject(sourceOf(policy, json)))).toBe(JSON.stringify(JSON.parse(policy)).length);
});

it.each([
  ["what is filled in counts nothing", "`ims:${type}:list`", '"ims::list"'],
  ["of two lists, the shorter one counts", 'write ? ["ims:*:*", "evs:*:*"] : ["ims:*:*"]', '["ims:*:*"]'],
  ["what is not known counts nothing", '["ims:*:*", ...more]', '["ims:*:*",]'],
])("%s", (_, value, least) => {
  const policy = firstObject(sourceOf(`p = { Statement: ${value} };`));
  expect(compactLength(policy)).toBe(`{"Statement":${least}}`.length);
});
