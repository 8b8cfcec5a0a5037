import { describe, expect, it } from "vitest";
import { parseJsonText, type JsonProblem, type JsonText } from "../../../src/hosts/json/json-text.js";
import type { PolicyString, Value } from "../../../src/policy/value.js";
import { MappedText, hole } from "../../../src/text/mapped-text.js";
import { plainOf, sourceOf, stringsOf } from "../../sources.js";

const hasHole = { Statement: hole };

describe("JSON text with holes", () => {
  it.each<[where: string, literal: string, value: unknown]>([
    ["no hole", '`{"Statement": ["a", 1, true, null]}`', { Statement: ["a", 1, true, null] }],
    ["a hole for a value", '`{"Statement": ${x}}`', hasHole],
    ["a hole for an element", '`{"Statement": ["a", ${x}, "b"]}`', { Statement: ["a", hole, "b"] }],
    ["a hole for a key", '`{"Statement": 1, ${x}: 2}`', { Statement: 1, [hole]: 2 }],
    ["a hole that is a string", '`{"Statement": "${x}"}`', hasHole],
    ["a hole in a string", '`{"Statement": "ims:${x}:list"}`', { Statement: `ims:${hole}:list` }],
    ["two holes in a row in a string", '`{"Statement": "${x}${y}"}`', { Statement: hole + hole }],
    ["a hole behind an escaped quote", '`{"Statement": "a\\\\"${x}"}`', { Statement: `a"${hole}` }],
    ["a hole behind an escaped backslash", '`{"Statement": "a\\\\\\\\", "b": ${x}}`', { Statement: "a\\", b: hole }],
    ["a hole behind a backslash and a quote", '`{"Statement": "a\\\\\\\\\\\\"${x}"}`', { Statement: `a\\"${hole}` }],
    ["holes in both places", '`{"Statement": "${x}", "b": [${y}, "${z}"]}`', { Statement: hole, b: [hole, hole] }],
    ["CRLF", '`{\r\n"Statement":\r\n${x}\r\n}`', hasHole],
    ["an expression with a template", '`{"Statement": ${`"${x}"`}}`', hasHole],
  ])("is parsed with %s", (_, literal, value) => {
    const source = `f(${literal});`;
    expect(plainOf(valueOf(parsedFrom(source)), source)).toEqual(value);
  });

  it("has the source ranges of its values", () => {
    const source = 'f(`{\r\n  "Statement": ["\\u0061\\\\n\\\\"", ${x.y}, "ims:${z}:list"]\r\n}`);';
    const value = valueOf(parsedFrom(source));
    const list = value?.kind === "object" ? value.members[0]?.value : undefined;
    const elements = list?.kind === "array" ? (list.elements as PolicyString[]) : [];
    expect(list && source.slice(...list.range)).toBe('["\\u0061\\\\n\\\\"", ${x.y}, "ims:${z}:list"]');
    expect(elements.map(({ range }) => source.slice(...range))).toEqual([
      '"\\u0061\\\\n\\\\""',
      "${x.y}",
      '"ims:${z}:list"',
    ]);
  });

  it("has the source ranges of escaped characters", () => {
    const source = 'f(`{"Statement": "a\\\\n\\\\"${x}"}`);';
    const value = valueOf(parsedFrom(source));
    const member = value?.kind === "object" ? (value.members[0]?.value as PolicyString) : undefined;
    const pieces = [0, 1, 2].map((index) => source.slice(...(member?.slice(index, index + 1) ?? [0, 0])));
    expect(member?.value).toBe(`a\n"${hole}`);
    expect(pieces).toEqual(["a", "\\\\n", '\\\\"']);
  });

  it("can be edited in its known pieces only", () => {
    const source = 'f(`{"Statement": "ims:${type}:list"}`);';
    const value = valueOf(parsedFrom(source));
    const member = value?.kind === "object" ? (value.members[0]?.value as PolicyString) : undefined;
    expect(member?.isStatic).toBe(false);
    expect(source.slice(...(member?.contentRange ?? [0, 0]))).toBe("ims:${type}:list");
    expect(source.slice(...(member?.slice(0, 4) ?? [0, 0]))).toBe("ims:");
    expect(source.slice(...(member?.slice(6, 10) ?? [0, 0]))).toBe("list");
    expect(member?.slice(0, 10)).toBeNull();
    expect(member?.slice(4, 5)).toBeNull();
  });
});

describe("invalid JSON", () => {
  it.each<[text: string, place: string, problem: string]>([
    ['{"Statement": [1,]}', ",]", 'remove the comma before "]"'],
    ['{"Statement": 1\n,\n}', ",\n}", 'remove the comma before "}"'],
    ['{"Statement": [1}, 2]', "}", 'unexpected "}"'],
    ['{"Statement": [1}', "}", "a closing bracket is missing or wrong at the end"],
    ['{"Statement": 1', "1", "a closing bracket is missing or wrong at the end"],
    ['{"Statement": 1 \n', "1", "a closing bracket is missing or wrong at the end"],
    ["{'Statement': 1}", "'", `unexpected "'"`],
    ['{"Statement": 1} more', "more", 'unexpected "m"'],
    ['{"Statement": // why\n 1}', "// why", 'unexpected "/"'],
  ])("has its first error reported: %j", (text, place, problem) => {
    const parsed = parseJsonText(MappedText.verbatim(text)) as JsonProblem;
    expect(parsed.problem).toBe(problem);
    expect(parsed.range).toEqual([text.indexOf(place), text.indexOf(place) + 1]);
  });

  it("has the error at its source range", () => {
    const source = 'f("{\\"Statement\\": [1\\u002c]}");';
    const parsed = parsedFrom(source) as JsonProblem;
    expect(source.slice(...parsed.range)).toBe("\\u002c");
  });

  it("has an error before a hole reported", () => {
    const source = 'f(`{"Statement": [1,], "b": ${x}}`);';
    const parsed = parsedFrom(source) as JsonProblem;
    expect(source.slice(...parsed.range)).toBe(",");
  });

  it.each([
    ["members", '`{"Statement": 1, ${rest}}`'],
    ["further elements", '`{"Statement": ["a" ${more}]}`'],
    ["a comma", '`{"Statement": ["a"${comma} "b"]}`'],
    ["the end", '`{"Statement": ["a"${end}`'],
    ["the whole", '`${start} "Statement": ["a"]`'],
    ["an escape", '`{"Statement": "a\\\\${letter}"}`'],
  ])("may become valid if a hole is %s", (_, literal) => {
    expect(parsedFrom(`f(${literal});`)).toBeUndefined();
  });

  it.each(["${actions}", '"a", ${more}', '${var.actions["read"]}', '"a", "b${c["d"]}"'])(
    "is valid with an interpolation, whatever it holds: %s",
    (elements) => {
      const json = parseJsonText(MappedText.verbatim(`{"Statement": [${elements}]}`));
      expect(json?.isValid).toBe(true);
    },
  );

  it.each(["{{ actions }}", "{% for action in actions %}", "<actions>"])(
    "may become valid once its placeholder is filled in: %s",
    (placeholder) => {
      expect(parseJsonText(MappedText.verbatim(`{"Statement": [${placeholder}]}`))).toBeUndefined();
    },
  );

  it("stays invalid after a placeholder in a string", () => {
    const parsed = parseJsonText(MappedText.verbatim('{"Statement": ["${action}", "<action>",]}'));
    expect(parsed).toMatchObject({ problem: 'remove the comma before "]"' });
  });

  it("is invalid after an interpolation in a string", () => {
    const parsed = parseJsonText(MappedText.verbatim('{"Statement": ["${a["b"]}"]'));
    expect(parsed).toMatchObject({ isValid: false, isAtEnd: true });
  });

  it("is not reported if it is too deep for the parser", () => {
    const depth = 200_000;
    expect(parseJsonText(MappedText.verbatim("[".repeat(depth) + "]".repeat(depth)))).toBeUndefined();
  });
});

function parsedFrom(source: string): JsonText | JsonProblem | undefined {
  const [string] = stringsOf(sourceOf(source));
  if (!string) {
    throw new Error("No string is a candidate.");
  }
  return parseJsonText(string.text);
}

function valueOf(parsed: JsonText | JsonProblem | undefined): Value | undefined {
  return parsed?.isValid ? parsed.root : undefined;
}
