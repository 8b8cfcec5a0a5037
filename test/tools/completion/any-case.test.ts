import fc from "fast-check";
import { expect, it } from "vitest";
import { anyCase, anyOf } from "../../../tools/completion/any-case.js";

const exactly = (pattern: string) => new RegExp(`^${pattern}$`, "u");

it("shares what names begin with", () => {
  expect(anyOf(["ims:images:get", "ims:images:list", "ims:image"])).toBe(
    "[iI][mM][sS]:[iI][mM][aA][gG][eE](?:[sS]:(?:[gG][eE][tT]|[lL][iI][sS][tT]))?",
  );
});

it("takes a character that means something elsewhere for itself", () => {
  expect(anyCase("a.b*")).toBe(String.raw`[aA]\.[bB]\*`);
});

it("matches some names in any case, and nothing else", () => {
  const name = fc.stringMatching(/^[ab:_*.-]{0,6}$/u);
  fc.assert(
    fc.property(fc.array(name, { minLength: 1 }), name, (names, other) => {
      const pattern = exactly(anyOf(names));
      expect(names.every((one) => pattern.test(one) && pattern.test(one.toUpperCase()))).toBe(true);
      expect(pattern.test(other)).toBe(names.includes(other));
    }),
  );
});
