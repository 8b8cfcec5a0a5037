import { parse, type DocumentNode, type ValueNode } from "@humanwhocodes/momoa";
import { describe, expect, it } from "vitest";
import { momoaCandidates, momoaValue } from "../../../src/hosts/json/values.js";
import { readDocument, isUnconditional } from "../../../src/policy/document.js";
import type { ObjectValue } from "../../../src/policy/value.js";
import { MappedText } from "../../../src/text/mapped-text.js";
import { configOf, firstObject, plainOf, sourceOf } from "../../sources.js";

const filter = {
  keys: new Set(["Statement"]),
  rootKeys: new Set(["resource"]),
  word: "Statement",
  callees: new Set<string>(),
  names: new Set<string>(),
};

describe("a JSON value", () => {
  it.each([
    ['{"a": {"b": []}, "c": [1, -2.5e3, true, false, null, "x"]}'],
    ['{"\\u0061": "\\n", "": ""}'],
    ['{"__proto__": 1, "constructor": 2}'],
    ["[]"],
    ['"text"'],
  ])("equals the result of JSON.parse: %s", (text) => {
    expect(JSON.stringify(plainOf(valueOf(text), text))).toBe(JSON.stringify(JSON.parse(text)));
  });

  it("of JSON5 has the names and strings of JSON5", () => {
    const text = "{a: 'x\\'y', 'b': +1, $c_: .5, d: 0x10, e: \"\\x41\",}";
    const value = momoaValue(parse(text, { mode: "json5", allowTrailingCommas: true }).body, MappedText.verbatim(text));
    expect(plainOf(value, text)).toEqual({ a: "x'y", b: 1, $c_: 0.5, d: 16, e: "A" });
  });

  it.each(["NaN", "Infinity", "-Infinity"])("that only JSON5 allows is not known: %s", (text) => {
    const value = momoaValue(parse(text, { mode: "json5" }).body, MappedText.verbatim(text));
    expect(value.kind).toBe("unknown");
  });

  it("has the source ranges of its parts", () => {
    const text = '{ "a\\u0062": [ "x", 12, {} ] }';
    const value = valueOf(text) as ObjectValue;
    const [member] = value.members;
    const elements = member?.value.kind === "array" ? member.value.elements : [];
    expect(text.slice(...value.range)).toBe(text);
    expect(member && text.slice(...member.keyRange)).toBe('"a\\u0062"');
    expect(member?.key).toBe("ab");
    expect(elements.map(({ range }) => text.slice(...range))).toEqual(['"x"', "12", "{}"]);
  });
});

describe("the candidates of a JSON document", () => {
  it("are its objects with a key and its strings with a word, in source order", () => {
    const text = `{
      "first": {"Statement": [{"Statement": 1}, "Statement a"]},
      "none": {"statement": 1, "text": "Statemen"},
      "second": ["Statement b", {"Statement": null}],
      "Statement": "Statement c"
    }`;
    const found = [...momoaCandidates(parse(text), MappedText.verbatim(text), filter)];
    expect(found.map(({ range }) => text.slice(...range).slice(0, 20))).toEqual([
      text.slice(0, 20),
      '{"Statement": [{"Sta',
      '{"Statement": 1}',
      '"Statement a"',
      '"Statement b"',
      '{"Statement": null}',
      '"Statement c"',
    ]);
  });

  it.each(["JSON", "JSONC", "JSON5"])("have their source ranges in the %s tree of ESLint", (name) => {
    const text = '{\r\n  "policy": {"Statement": ["ü😀", "x"]}\r\n}';
    const object = firstObject(sourceOf(text, configOf(name)));
    expect(text.slice(...object.range)).toBe('{"Statement": ["ü😀", "x"]}');
  });

  it("are found ten thousand levels deep", () => {
    const document = nested(10_000, parse('{"Statement": "deep"}').body);
    expect([...momoaCandidates(document, MappedText.verbatim(""), filter)]).toHaveLength(1);
  });

  it("are found behind two hundred thousand elements", () => {
    const text = `[${"0,".repeat(200_000)}{"Statement": 1}]`;
    expect([...momoaCandidates(parse(text), MappedText.verbatim(text), filter)]).toHaveLength(1);
  });
});

describe("a value ten thousand levels deep", () => {
  const resource = nested(10_000, parse('"*"').body).body;
  const policy = parse('{"Statement": [{"Effect": "Deny", "Action": ["a:b:c"], "Resource": []}]}');

  it("is only read as deep as it is accessed", () => {
    expect(momoaValue(resource, MappedText.verbatim("")).kind).toBe("array");
  });

  it("may be the resource of a statement", () => {
    const [resourceMember] = membersNamed(policy.body, "Resource");
    Object.assign(resourceMember ?? {}, { value: resource });
    const object = momoaValue(policy.body, MappedText.verbatim(" ".repeat(100))) as ObjectValue;
    expect(readDocument(object, "1.1").statements.map(isUnconditional)).toEqual([false]);
  });
});

function valueOf(text: string) {
  return momoaValue(parse(text).body, MappedText.verbatim(text));
}

/** A document of nested arrays, deeper than the parser accepts. */
function nested(depth: number, innermost: ValueNode): DocumentNode {
  const document = parse("[0]");
  let body = innermost;
  for (let level = 0; level < depth; level++) {
    body = {
      ...document.body,
      type: "Array",
      elements: [{ type: "Element", value: body, loc: body.loc }],
    };
  }
  return { ...document, body };
}

function membersNamed(node: ValueNode, name: string): object[] {
  if (node.type === "Array") {
    return node.elements.flatMap((element) => membersNamed(element.value, name));
  }
  const members = node.type === "Object" ? node.members : [];
  return members.flatMap((member) =>
    member.name.type === "String" && member.name.value === name ? [member] : membersNamed(member.value, name),
  );
}
