import fc from "fast-check";

/** How a constant may be made of others, and of itself. */
const formulas = fc.tuple(
  fc.constantFrom(
    ...["[...A, ...B]", "{ ...A, b: B }", "`${A} ${B}`", "A + B", "A.concat(B)", "x ? A : B", "JSON.stringify(A)"],
    ...["Object.freeze(A)", "A.x", "A[0]", "[A, B]", "A as typeof B", "A.withX(B)", "new Role(A, B)", "f(A)", "A!"],
    ...['"ims:images:list"', '["ims:images:gte"]', '{ Effect: "Allow", Action: A }', "[, A]", "A.Action"],
    ...['{ Version: "1.1", Statement: [A, B] }', "{ role: { display_name: 'a', policy: A } }"],
    ...["new IdentityRole(A, 'a', { policy: B })"],
  ),
  fc.nat(),
  fc.nat(),
);

/** Modules of constants that are made of one another, in circles too; each name may be one of another module. */
export const circularModules: fc.Arbitrary<readonly string[]> = fc
  .array(fc.array(formulas, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 3 })
  .map((modules) => modules.map((constants, own) => moduleText(constants, own, (own + 1) % modules.length)));

function moduleText(constants: readonly (readonly [string, number, number])[], own: number, next: number): string {
  const nameOf = (number: number) => `c${number % constants.length}`;
  const lines = constants.map(([formula, one, other], index) => {
    const value = formula.replace(/\b[AB]\b/gu, (letter) =>
      letter === "A" ? nameOf(one) : other % 3 === 0 ? "other" : nameOf(other),
    );
    return `export const c${index} = ${value};`;
  });
  return [
    `import { c0 as other } from "./m${next}";`,
    `import { IdentityRole } from "@cdktf/provider-huaweicloud";`,
    `export * from "./m${own}";`,
    `export { other as c99 } from "./m${next}";`,
    ...lines,
    `const all = { Effect: "Allow", Action: [...c0, "ims:images:lst", other] };`,
    `export const policy = { Version: "1.1", Statement: [{ Effect: "Allow", Action: c0 }, all, c1, ...c0, other] };`,
    "",
  ].join("\n");
}
