import { describe, expect, it } from "vitest";
import { relocate } from "../../../../src/hosts/estree/evaluation/relocate.js";
import { policyString, referencedString } from "../../../../src/hosts/strings.js";
import { lazyArray, lazyObject, placedIn } from "../../../../src/hosts/values.js";
import type { ConstructValue, Value } from "../../../../src/policy/value.js";
import { MappedText } from "../../../../src/text/mapped-text.js";
import { plainOf } from "../../../sources.js";

const reference = [100, 104] as const;

const origin = "actions.ts";
const text = referencedString([10, 15], MappedText.at("abc", [10, 15]), origin);
const list = lazyArray([20, 30], () => placedIn([20, 30], [text, text]), { origin });
const object = lazyObject(
  [20, 30],
  () => ({
    members: [{ key: "a", keyRange: [21, 22], range: [21, 30], value: list }],
    isComplete: false,
  }),
  { origin },
);
const construct: ConstructValue = {
  ...{ kind: "construct", range: [20, 30], callee: { module: "m", path: ["Role"] }, identity: {}, origin },
  arguments: [object],
  updates: [{ kind: "call", name: "withA", range: [0, 0], arguments: [text], isCertain: true }],
};

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
    case "construct":
      return [
        own,
        ...value.arguments.flatMap(rangesOf),
        ...value.updates.flatMap((update) => (update.kind === "call" ? update.arguments.flatMap(rangesOf) : [])),
      ];
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
    ["a construct", construct],
    ["a number", { kind: "scalar", range: [1, 2], value: 1, origin }],
    ["an unknown value", { kind: "unknown", range: [1, 2] }],
  ])("is located at the reference and otherwise unchanged: %s", (_, value) => {
    const moved = relocate(value, reference, origin);
    expect(new Set(rangesOf(moved))).toEqual(new Set(["100-104"]));
    expect(moved.kind).toBe(value.kind);
    if (!["unknown", "construct"].includes(value.kind)) {
      expect(plainOf(moved, "")).toEqual(plainOf(value, ""));
    }
  });

  it("can be reported but not edited", () => {
    const moved = relocate(text, reference, origin);
    expect(moved).toMatchObject({ value: "abc", isStatic: true, isLiteral: false, origin });
    expect(moved.kind === "string" && moved.slice(0, 1)).toBeNull();
    expect(moved.kind === "string" && moved.text.sourceRange(1, 2)).toEqual(reference);
    const movedList = relocate(list, reference, origin);
    expect(movedList.kind === "array" && movedList.placed.map(({ place }) => place)).toEqual([undefined, undefined]);
  });

  it.each<[string, Value]>([
    ["a string", text],
    ["a list", list],
    ["an object", object],
  ])("keeps its original file, however often it is moved: %s", (_, value) => {
    const moved = relocate(relocate(value, reference, "second.ts"), [1, 2], "third.ts");
    expect(moved).toMatchObject({ origin, range: [1, 2] });
  });

  it("may have parts of this file, which stay where they are", () => {
    const own = policyString([40, 45], MappedText.verbatim("abc", 41));
    const moved = relocate(
      lazyArray([20, 30], () => placedIn([20, 30], [text, own]), { origin }),
      reference,
      origin,
    );
    expect(moved.kind === "array" && moved.elements.map(({ range }) => range)).toEqual([reference, [40, 45]]);
  });

  it("stays shared if several values contain it", () => {
    const lists = relocate(
      lazyArray([20, 30], () => placedIn([20, 30], [list, list]), { origin }),
      reference,
      origin,
    );
    const [one, other] = lists.kind === "array" ? lists.elements : [];
    expect(one?.kind).toBe("array");
    expect(one).toBe(other);
  });

  it("keeps the identity of a construct", () => {
    const moved = relocate(construct, reference, origin);
    expect(moved.kind === "construct" && moved.identity).toBe(construct.identity);
    expect(moved.kind === "construct" && moved.callee).toBe(construct.callee);
  });

  it("keeps the construct of a property", () => {
    const moved = relocate({ kind: "unknown", range: [1, 2], construct }, reference, origin);
    expect(moved.kind === "unknown" && moved.construct?.identity).toBe(construct.identity);
    expect(moved.kind === "unknown" && moved.construct?.range).toEqual(reference);
  });
});
