import type { Value } from "../../policy/value.js";

/** The names that have a value in a part of a file: those of a `for`, `each`, and the iterator of a dynamic block. */
export class Scope {
  /** The names that all of a file has, which are none: locals and variables have prefixes. */
  static readonly file = new Scope(new Map());

  /** See `Origin` in the policy's values: set where an expression has several values. */
  readonly run: number | undefined;
  readonly #values: ReadonlyMap<string, Value>;

  private constructor(values: ReadonlyMap<string, Value>, run?: number) {
    this.#values = values;
    this.run = run;
  }

  valueOf(name: string): Value | undefined {
    return this.#values.get(name);
  }

  /** The scope within this one that has more names. */
  with(values: Readonly<Record<string, Value>>, run: number | undefined = this.run): Scope {
    return new Scope(new Map([...this.#values, ...Object.entries(values)]), run);
  }
}
