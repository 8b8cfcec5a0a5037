import { expect, it } from "vitest";
import { firstObject, plainOf, sourceOf } from "../../../sources.js";

it("a list of which the elements are not certain has them at indexes, and nowhere else", () => {
  const valueOf = (expression: string) => {
    const code = `const l = [["a"]]; if (c) { l.push(["b"]); } use({ Statement: ${expression} });`;
    return plainOf(firstObject(sourceOf(code)), code);
  };
  expect(valueOf("l[1]")).toEqual({ Statement: { oneOf: [["a"], ["b"], { unknown: "l[1]" }] } });
  expect(valueOf("l.none")).toEqual({ Statement: { unknown: "l.none" } });
});
