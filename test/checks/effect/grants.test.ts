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
    ["that an Allow does not except", "ims:images:list", ["Allow not evs:*:*"]],
    ["although another is denied", "ims:images:list", ["Allow ims:*:*", "Deny ims:images:get"]],
    ["although a conditional Deny covers it", "ims:images:list", ["Allow ims:*:*", `Deny ims:*:* ${condition}`]],
    [
      "although a Deny for some resources covers it",
      "ims:images:list",
      ["Allow ims:*:*", 'Deny ims:*:* {"Resource":["ims:*:*:image:a"]}'],
    ],
    ["that a Deny excepts", "ims:images:list", ["Allow *:*:*", "Deny not ims:images:list"]],
    ["that a Deny excepts with others", "ims:images:list", ["Allow *:*:*", "Deny not evs:*:*, ims:images:list"]],
  ])("%s", (_, action, statements) => {
    expect(grantsOf(statements).isGranted(patternOf(action))).toBe(true);
  });
});

describe("an action is not granted", () => {
  it.each<[reason: string, action: string, statements: readonly string[]]>([
    ["without statements", "ims:images:list", []],
    ["that no Allow names", "ims:images:list", ["Allow ims:images:get"]],
    ["that only a Deny names", "ims:images:list", ["Deny ims:images:list"]],
    ["that a Deny covers", "ims:images:list", ["Allow ims:images:list", "Deny ims:images:list"]],
    ["that a Deny before the Allow covers", "ims:images:list", ["Deny ims:*:*", "Allow ims:images:list"]],
    ["that a Deny of every resource covers", "ims:images:list", ["Allow ims:*:*", 'Deny ims:*:* {"Resource":["*"]}']],
    ["that an Allow excepts", "ims:images:list", ["Allow not ims:images:*"]],
    ["that an Allow excepts with others", "ims:images:list", ["Allow not evs:*:*, ims:images:*"]],
    ["that a Deny does not except", "ims:images:list", ["Allow *:*:*", "Deny not evs:*:*"]],
    ["of a statement without a known effect", "ims:images:list", ["Permit ims:images:list"]],
  ])("%s", (_, action, statements) => {
    expect(grantsOf(statements).isGranted(patternOf(action))).toBe(false);
  });
});

describe("a pattern is granted", () => {
  it.each<[reason: string, statements: readonly string[]]>([
    ["that an Allow names", ["Allow evs:volumes:*"]],
    ["that a broader one covers", ["Allow evs:*:*"]],
    ["of which a part is granted", ["Allow evs:volumes:get"]],
    ["of which a part is not denied", ["Allow evs:volumes:get, evs:volumes:list", "Deny evs:volumes:list"]],
    ["that a Deny covers in part", ["Allow evs:*:*", "Deny evs:volumes:delete"]],
    ["that a Deny excepts in part", ["Allow *:*:*", "Deny not evs:volumes:get"]],
  ])("%s", (_, statements) => {
    expect(grantsOf(statements).isGranted(patternOf("evs:volumes:*"))).toBe(true);
  });
});

describe("a pattern is not granted", () => {
  it.each<[reason: string, statements: readonly string[]]>([
    ["of which no part is granted", ["Allow evs:snapshots:*"]],
    ["that a Deny covers", ["Allow *:*:*", "Deny evs:volumes:*"]],
    ["of which the only granted part is denied", ["Allow evs:volumes:get", "Deny evs:*:get"]],
    ["of which a Deny excepts no part", ["Allow *:*:*", "Deny not evs:snapshots:*"]],
  ])("%s", (_, statements) => {
    expect(grantsOf(statements).isGranted(patternOf("evs:volumes:*"))).toBe(false);
  });
});

describe("the Deny of an action", () => {
  const { statements } = documentOf("Allow *:*:*", `Deny ims:*:* ${condition}`, "Deny ims:images:*", "Deny *:*:list");
  const grants = new Grants(statements);

  it("is the first unconditional Deny that covers it", () => {
    expect(grants.denyOf(patternOf("ims:images:list"))).toBe(statements[2]);
    expect(grants.denyOf(patternOf("evs:volumes:list"))).toBe(statements[3]);
  });

  it("is undefined if a Deny may except a part of it", () => {
    const excepting = new Grants(documentOf("Deny not ims:images:*", "Deny not ims:images:list; all").statements);
    expect(excepting.denyOf(patternOf("ims:*:list"))).toBeUndefined();
    expect(excepting.denyOf(patternOf("evs:*:list"))).toBeDefined();
    const unclear = new Grants(documentOf("Deny not ims:images:list; all").statements);
    expect(unclear.denyOf(patternOf("evs:*:list"))).toBeUndefined();
  });

  it("of all but some actions is a Deny of everything, or one that excepts no more", () => {
    const kept = documentOf("Allow not ims:*:*, evs:volumes:get").statements[0]?.notActions ?? [];
    const denyOf = (...written: readonly string[]) =>
      new Grants(documentOf(...written).statements).denyOfAllExcept(kept);
    expect(denyOf("Deny *:*:*")).toBeDefined();
    expect(denyOf("Deny not ims:images:*, evs:volumes:get")).toBeDefined();
    expect(denyOf("Deny not ims:images:*, evs:volumes:*")).toBeUndefined();
    expect(denyOf("Deny ims:*:*, evs:*:*")).toBeUndefined();
    expect(denyOf(`Deny *:*:* ${condition}`)).toBeUndefined();
  });

  it("is undefined if no Deny covers it", () => {
    expect(grants.denyOf(patternOf("ims:quotas:get"))).toBeUndefined();
  });
});

function grantsOf(statements: readonly string[]): Grants {
  return new Grants(documentOf(...statements).statements);
}

function patternOf(text: string): ActionPattern {
  const pattern = parsePattern(text);
  if (!pattern) {
    throw new Error(`"${text}" is not a pattern.`);
  }
  return pattern;
}
