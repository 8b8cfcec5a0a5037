import { describe, expect, it } from "vitest";
import { isEndless } from "../../src/policy/endless.js";
import type { ArrayValue, Value } from "../../src/policy/value.js";

const range = [0, 1] as const;
const bottom: Value = { kind: "scalar", range, value: 1 };

function listOf(...elements: readonly Value[]): ArrayValue {
  return { kind: "array", range, elements, placed: elements.map((value) => ({ value, place: undefined })) };
}

/** Lists in one another, from the innermost to the outermost. */
function nest(levels: number): readonly Value[] {
  const values: Value[] = [];
  for (let level = 0; level < levels; level++) {
    values.push(listOf(values.at(-1) ?? bottom));
  }
  return values;
}

describe("a value", () => {
  it("ends when it has some levels", () => {
    expect(isEndless(bottom, new WeakMap())).toBe(false);
    expect(isEndless(nest(900).at(-1) ?? bottom, new WeakMap())).toBe(false);
  });

  it("does not end when it is a part of itself", () => {
    const elements: Value[] = [bottom];
    const value = listOf(...elements, bottom);
    const endless: Value = { ...value, elements };
    elements.push(endless);
    expect(isEndless(endless, new WeakMap())).toBe(true);
  });

  it("is too deep whether or not what is in it has been asked for before", () => {
    const values = nest(3_000);
    const heights = new WeakMap<Value, number>();
    const asked = values.map((value) => isEndless(value, heights));
    const alone = values.map((value) => isEndless(value, new WeakMap()));
    expect(asked.indexOf(true)).toBe(alone.indexOf(true));
    expect(asked.slice(asked.indexOf(true))).not.toContain(false);
  });

  it("is gone through once, however often it is a part of another one", () => {
    let value: Value = bottom;
    for (let level = 0; level < 100; level++) {
      value = listOf(value, value);
    }
    expect(isEndless(value, new WeakMap())).toBe(false);
  });
});
