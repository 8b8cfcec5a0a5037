import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { interpolationsAsHoles } from "../../../src/hosts/json/interpolations.js";
import { hole, MappedText } from "../../../src/text/mapped-text.js";

function holesOf(text: string): string {
  return interpolationsAsHoles(MappedText.verbatim(text)).text.replaceAll(hole, "_");
}

describe("interpolations of Terraform", () => {
  it.each([
    ["a ${b} c", "a _ c"],
    ["${b}", "_"],
    ["${a}${b}", "__"],
    ['${var.stores["cold"]}/*', "_/*"],
    ['${var.closed ? "Deny" : "Allow"}', "_"],
    ['${join("/", [var.store, format("%s-%d", "day", 1)])}', "_"],
    ['${join("${a["}"]}", b)}', "_"],
    ['${{ a = "}" }["a"]}', "_"],
    ['${"\\"}"}', "_"],
    ['%{ if var.a == "}" }x%{ endif }', "_x_"],
  ])("are holes, whatever they hold: %s", (text, expected) => {
    expect(holesOf(text)).toBe(expected);
  });

  it.each(["", "a", "$", "${", "a ${b", '${a["', "$${a}", "%%{a}", "$ {a}", "{a}", '${"}'])(
    "are none in %j",
    (text) => {
      expect(holesOf(text)).toBe(text);
    },
  );

  it("keep their places", () => {
    const text = 'a ${b["c"]} d';
    const holes = interpolationsAsHoles(MappedText.verbatim(text, 10));
    expect(holes.sourceRange(2, 3)).toEqual([12, 21]);
    expect(holes.sourceRange(4, 5)).toEqual([22, 23]);
  });

  it("leave all other characters as they are, in linear time", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("$", "%", "{", "}", '"', "\\", "a") }), (text) => {
        const left = interpolationsAsHoles(MappedText.verbatim(text)).text.split(hole);
        let index = 0;
        for (const part of left) {
          index = text.indexOf(part, index);
          expect(index).toBeGreaterThanOrEqual(0);
          index += part.length;
        }
      }),
    );
    expect(holesOf("${".repeat(100_000))).toBe("${".repeat(100_000));
  });
});
