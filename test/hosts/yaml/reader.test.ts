import { describe, expect, it } from "vitest";
import { visitorKeys } from "../../../src/hosts/yaml/nodes.js";
import { yamlParser } from "../../../src/hosts/yaml/parser.js";
import { yamlReader } from "../../../src/hosts/yaml/reader.js";

describe("a file of YAML", () => {
  it("has its comments, without their signs", () => {
    const file = yamlReader.read("# a\nb: c #d\n");
    expect(file.isValid && file.comments).toEqual([
      { text: " a", range: [0, 3] },
      { text: "d", range: [9, 11] },
    ]);
  });

  it.each<[text: string, message: string, start: number]>([
    ["a: 1\na: 2\n", "Map keys must be unique.", 5],
    [
      "a: [*]\n",
      'A star without quotes begins an alias, which needs a name. If you mean the star, put it in quotes: "*".',
      4,
    ],
    [
      "a: b: c\n",
      "A key may not stand behind another one in its line. If the colon is part of a text, put the text in quotes.",
      3,
    ],
    ['a: "b\n', "A text in quotes has no closing quote.", 6],
    ["a: 'b\n", "A text in quotes has no closing quote.", 6],
  ])("has one syntax error, at its place: %j", (text, message, start) => {
    expect(yamlReader.read(text)).toEqual({ isValid: false, message, range: [start, start] });
  });

  it.each(["{{- if .Values.x }}\na: b\n{{- end }}\n", "{% if x %}\na: b\n{% endif %}\n", "a: {{ b\n"])(
    "has none where it is a template that is still to be filled in: %j",
    (text) => {
      expect(yamlReader.read(text)).toMatchObject({ isValid: true, root: { type: "YAMLFile" }, comments: [] });
    },
  );

  it.each<[what: string, text: string]>([
    ["lists", "[".repeat(5000) + "]".repeat(5000)],
    ["brackets that the parser would never come back from", "[".repeat(100_000)],
    ["objects", "{a: ".repeat(20_000)],
    ["dashes", "- ".repeat(100_000)],
    ["lines", Array.from({ length: 3000 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n")],
  ])("is refused where it is nested too deeply: %s", (_, text) => {
    expect(yamlReader.read(text)).toMatchObject({
      isValid: false,
      message: "The values are nested too deeply to be read.",
    });
  });

  it("may have as many brackets as it likes, beside each other", () => {
    expect(yamlReader.read(`a: "${"[ {".repeat(1000)}"\nb: [${"[], ".repeat(20_000)}]\n`).isValid).toBe(true);
  });
});

describe("the parser", () => {
  it("has the keys of children that we say", () => {
    const { VisitorKeys } = yamlParser();
    const { YAMLFile, ...keys } = visitorKeys;
    expect(VisitorKeys).toMatchObject(keys);
    expect(YAMLFile).toEqual(keys["Program"]);
    const own = Object.keys(VisitorKeys).filter((type) => type.startsWith("YAML"));
    expect(own.filter((type) => !Object.hasOwn(visitorKeys, type))).toEqual([]);
  });

  it("that is not installed is asked for in a sentence", () => {
    const load = () => {
      throw Object.assign(new Error("Cannot find module"), { code: "MODULE_NOT_FOUND" });
    };
    expect(() => yamlParser(load)).toThrow(
      "To check policies in YAML, install yaml-eslint-parser: npm install --save-dev yaml-eslint-parser",
    );
  });

  it("that cannot be loaded says why", () => {
    const load = () => {
      throw new Error("Broken");
    };
    expect(() => yamlParser(load)).toThrow("Broken");
  });
});
