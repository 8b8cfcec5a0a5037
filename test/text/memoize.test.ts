import { expect, it } from "vitest";
import { memoize } from "../../src/text/memoize.js";

it("works an answer out once for each object, also where it is undefined", () => {
  const asked: string[] = [];
  const lengthOf = memoize(({ text }: { readonly text: string }) => {
    asked.push(text);
    return text.length || undefined;
  });
  const [one, other] = [{ text: "one" }, { text: "" }];
  expect([lengthOf(one), lengthOf(other), lengthOf(one), lengthOf(other)]).toEqual([3, undefined, 3, undefined]);
  expect(lengthOf({ text: "one" })).toBe(3);
  expect(asked).toEqual(["one", "", "one"]);
});
