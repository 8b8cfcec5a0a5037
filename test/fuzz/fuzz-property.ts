import fc from "fast-check";

/** A statement that holds in every case, with how many cases the long run tries. */
export interface FuzzProperty {
  readonly name: string;
  readonly runs: number;
  readonly property: fc.IProperty<unknown>;
}

/** A property of generated values: `hold` throws where it does not hold. */
export function fuzzProperty<Case extends [unknown, ...unknown[]]>(
  name: string,
  runs: number,
  cases: { readonly [Index in keyof Case]: fc.Arbitrary<Case[Index]> },
  hold: (...values: Case) => void,
): FuzzProperty {
  return { name, runs, property: fc.property(...cases, hold) };
}
