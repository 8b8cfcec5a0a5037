import { describe, expect, it } from "vitest";
import { Grants } from "../../../src/checks/effect/grants.js";
import { parsePattern, type ActionPattern } from "../../../src/policy/pattern.js";
import { documentOf } from "../../policy/statements.js";

const condition = '{"Condition":{"Bool":{"g:MFAPresent":["true"]}}}';

describe("an action is granted", () => {
  it.each<[reason: string, action: string, statements: readonly string[]]>([
    ["that an Allow names", "ims:images:list", ["Allow ims:images:list"]],
    ["in another case", "ims:images:list", ["Allow IMS:Images:LIST"]],
    ["that a pattern covers", "ims:images:list", ["Allow ims:*:*"]],
    ["that the second of two statements names", "ims:images:get", ["Allow ims:images:list", "Allow ims:images:get"]],
    ["under a condition", "ims:images:list", [`Allow ims:images:list ${condition}`]],
    ["for some resources", "ims:images:list", ['Allow ims:images:list {"Resource":["ims:*:*:image:a"]}']],
    ["that an Allow does not leave out", "ims:images:list", ["Allow not evs:*:*"]],
    ["although another is denied", "ims:images:list", ["Allow ims:*:*", "Deny ims:images:get"]],
    [
      "although a Deny takes it away under a condition",
      "ims:images:list",
      ["Allow ims:*:*", `Deny ims:*:* ${condition}`],
    ],
    [
      "although a Deny takes it away for some resources",
      "ims:images:list",
      ["Allow ims:*:*", 'Deny ims:*:* {"Resource":["ims:*:*:image:a"]}'],
    ],
    ["that a Deny leaves out", "ims:images:list", ["Allow *:*:*", "Deny not ims:images:list"]],
    ["that a Deny leaves out with others", "ims:images:list", ["Allow *:*:*", "Deny not evs:*:*, ims:images:list"]],
  ])("%s", (_, action, statements) => {
    expect(grantsOf(statements).isGranted(patternOf(action))).toBe(true);
  });
});

describe("an action is not granted", () => {
  it.each<[reason: string, action: string, statements: readonly string[]]>([
    ["without statements", "ims:images:list", []],
    ["that no Allow names", "ims:images:list", ["Allow ims:images:get"]],
    ["that only a Deny names", "ims:images:list", ["Deny ims:images:list"]],
    ["that a Deny takes away", "ims:images:list", ["Allow ims:images:list", "Deny ims:images:list"]],
    ["that a Deny before the Allow takes away", "ims:images:list", ["Deny ims:*:*", "Allow ims:images:list"]],
    [
      "that a Deny of every resource takes away",
      "ims:images:list",
      ["Allow ims:*:*", 'Deny ims:*:* {"Resource":["*"]}'],
    ],
    ["that an Allow leaves out", "ims:images:list", ["Allow not ims:images:*"]],
    ["that an Allow leaves out with others", "ims:images:list", ["Allow not evs:*:*, ims:images:*"]],
    ["that a Deny does not leave out", "ims:images:list", ["Allow *:*:*", "Deny not evs:*:*"]],
    ["of a statement without a known effect", "ims:images:list", ["Permit ims:images:list"]],
  ])("%s", (_, action, statements) => {
    expect(grantsOf(statements).isGranted(patternOf(action))).toBe(false);
  });
});

describe("a pattern is granted", () => {
  it.each<[reason: string, statements: readonly string[]]>([
    ["that an Allow names", ["Allow evs:volumes:*"]],
    ["that a wider one covers", ["Allow evs:*:*"]],
    ["of which a part is", ["Allow evs:volumes:get"]],
    ["of which a part is left by a Deny", ["Allow evs:volumes:get, evs:volumes:list", "Deny evs:volumes:list"]],
    ["of which a Deny takes a part away", ["Allow evs:*:*", "Deny evs:volumes:delete"]],
    ["of which a Deny leaves a part out", ["Allow *:*:*", "Deny not evs:volumes:get"]],
  ])("%s", (_, statements) => {
    expect(grantsOf(statements).isGranted(patternOf("evs:volumes:*"))).toBe(true);
  });
});

describe("a pattern is not granted", () => {
  it.each<[reason: string, statements: readonly string[]]>([
    ["of which no part is", ["Allow evs:snapshots:*"]],
    ["that a Deny takes away", ["Allow *:*:*", "Deny evs:volumes:*"]],
    ["of which the only part is taken away", ["Allow evs:volumes:get", "Deny evs:*:get"]],
    ["of which a Deny leaves no part out", ["Allow *:*:*", "Deny not evs:snapshots:*"]],
  ])("%s", (_, statements) => {
    expect(grantsOf(statements).isGranted(patternOf("evs:volumes:*"))).toBe(false);
  });
});

describe("the denial of an action", () => {
  const { statements } = documentOf("Allow *:*:*", `Deny ims:*:* ${condition}`, "Deny ims:images:*", "Deny *:*:list");
  const grants = new Grants(statements);

  it("is the first Deny that takes it away without a condition", () => {
    expect(grants.denialOf(patternOf("ims:images:list"))).toBe(statements[2]);
    expect(grants.denialOf(patternOf("evs:volumes:list"))).toBe(statements[3]);
  });

  it("is none when a Deny may leave a part of it out", () => {
    const excepting = new Grants(documentOf("Deny not ims:images:*", "Deny not ims:images:list; all").statements);
    expect(excepting.denialOf(patternOf("ims:*:list"))).toBeUndefined();
    expect(excepting.denialOf(patternOf("evs:*:list"))).toBeDefined();
    const unclear = new Grants(documentOf("Deny not ims:images:list; all").statements);
    expect(unclear.denialOf(patternOf("evs:*:list"))).toBeUndefined();
  });

  it("of all but some actions is a Deny of everything, or one that keeps no more", () => {
    const kept = documentOf("Allow not ims:*:*, evs:volumes:get").statements[0]?.notActions ?? [];
    const denialOf = (...written: readonly string[]) =>
      new Grants(documentOf(...written).statements).denialOfAllBut(kept);
    expect(denialOf("Deny *:*:*")).toBeDefined();
    expect(denialOf("Deny not ims:images:*, evs:volumes:get")).toBeDefined();
    expect(denialOf("Deny not ims:images:*, evs:volumes:*")).toBeUndefined();
    expect(denialOf("Deny ims:*:*, evs:*:*")).toBeUndefined();
    expect(denialOf(`Deny *:*:* ${condition}`)).toBeUndefined();
  });

  it("is none when no Deny does", () => {
    expect(grants.denialOf(patternOf("ims:quotas:get"))).toBeUndefined();
  });
});

function grantsOf(statements: readonly string[]): Grants {
  return new Grants(documentOf(...statements).statements);
}

function patternOf(text: string): ActionPattern {
  const pattern = parsePattern(text);
  if (!pattern) {
    throw new Error(`"${text}" is no pattern.`);
  }
  return pattern;
}
