import { describe, expect, it } from "vitest";
import { relocate } from "../../../src/hosts/hcl/relocate.js";
import { policyString } from "../../../src/hosts/strings.js";
import { lazyArray, lazyObject, placedIn } from "../../../src/hosts/values.js";
import type { Value } from "../../../src/policy/value.js";
import { MappedText } from "../../../src/text/mapped-text.js";
import { plainOf } from "../../sources.js";

const reference = [100, 104] as const;

const text = policyString([10, 15], MappedText.verbatim("abc", 11));
const list = lazyArray([20, 30], () => placedIn([20, 30], [text, text]));
const object = lazyObject([20, 30], () => ({
  members: [{ key: "a", keyRange: [21, 22], range: [21, 30], value: list }],
  isComplete: false,
}));

/** The ranges of a value and of everything in it. */
function rangesOf(value: Value): string[] {
  const own = value.range.join("-");
  switch (value.kind) {
    case "array":
      return [own, ...value.elements.flatMap(rangesOf)];
    case "object":
      return [
        own,
        ...value.members.flatMap((member) => [
          member.keyRange.join("-"),
          member.range.join("-"),
          ...rangesOf(member.value),
        ]),
      ];
    case "choice":
      return [own, ...value.branches.flatMap(rangesOf)];
    default:
      return [own];
  }
}

describe("a value of another file", () => {
  it.each<[string, Value]>([
    ["a string", text],
    ["a list", list],
    ["an object", object],
    ["a choice", { kind: "choice", range: [1, 2], branches: [text, list] }],
    ["a number", { kind: "scalar", range: [1, 2], value: 1 }],
    ["an unknown value", { kind: "unknown", range: [1, 2] }],
  ])("is located at the reference and otherwise unchanged: %s", (_, value) => {
    const moved = relocate(value, reference, "actions.tf");
    expect(new Set(rangesOf(moved))).toEqual(new Set(["100-104"]));
    expect(moved.kind).toBe(value.kind);
    if (value.kind !== "unknown") {
      expect(plainOf(moved, "")).toEqual(plainOf(value, ""));
    }
  });

  it("can be reported but not edited", () => {
    const moved = relocate(text, reference, "actions.tf");
    expect(moved).toMatchObject({ value: "abc", isStatic: true, isLiteral: false, origin: "actions.tf" });
    expect(moved.kind === "string" && moved.slice(0, 1)).toBeNull();
    expect(moved.kind === "string" && moved.text.sourceRange(1, 2)).toEqual(reference);
    const movedList = relocate(list, reference, "actions.tf");
    expect(movedList.kind === "array" && movedList.placed.map(({ place }) => place)).toEqual([undefined, undefined]);
  });

  it.each<[string, Value]>([
    ["a string", text],
    ["a list", list],
    ["an object", object],
  ])("keeps its original file, however often it is moved: %s", (_, value) => {
    const moved = relocate(relocate(value, reference, "first.tf"), [1, 2], "second.tf");
    expect(moved).toMatchObject({ origin: "first.tf", range: [1, 2] });
  });

  it("stays shared if several values contain it", () => {
    const lists = relocate(
      lazyArray([20, 30], () => placedIn([20, 30], [list, list])),
      reference,
      "actions.tf",
    );
    const [one, other] = lists.kind === "array" ? lists.elements : [];
    expect(one?.kind).toBe("array");
    expect(one).toBe(other);
  });
});
