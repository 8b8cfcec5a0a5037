import { describe, expect, it } from "vitest";
import { readDocument, type PolicyDocument } from "../../../src/policy/document.js";
import { duplicateStatements } from "../../../src/checks/effect/duplicate-statements.js";
import { firstObject, sourceOf } from "../../sources.js";
import { documentIn, documentOf } from "../../policy/statements.js";

/** The indexes of duplicate statements, each with that of the original. */
function duplicatesIn(document: PolicyDocument): readonly (readonly [duplicate: number, first: number])[] {
  const numberOf = (statement: PolicyDocument["statements"][number]) => document.statements.indexOf(statement);
  return [...duplicateStatements(document)].map(([duplicate, first]) => [numberOf(duplicate), numberOf(first)]);
}

const three = "ims:a:a, ims:b:x, ims:z:z";

describe("a statement is a duplicate", () => {
  it.each<[name: string, statements: readonly string[]]>([
    ["of one with the same actions in another order and case", [`Allow ${three}`, "Allow ims:z:z, IMS:A:A, ims:b:x"]],
    ["of one with the same exceptions", [`Deny not ${three}`, "Deny not ims:b:x, ims:a:a, ims:z:z"]],
    ["of one that repeats an action", [`Allow ${three}`, `Allow ${three}, ims:a:a`]],
  ])("%s", (_, statements) => {
    expect(duplicatesIn(documentOf(...statements))).toEqual([[1, 0]]);
  });

  it("of the first of several", () => {
    expect(duplicatesIn(documentOf(`Allow ${three}`, `Allow ${three}`, `Allow ${three}`))).toEqual([
      [1, 0],
      [2, 0],
    ]);
  });
});

describe("a statement is not a duplicate", () => {
  it.each<[name: string, statements: readonly string[]]>([
    ["of one that differs in the middle", [`Allow ${three}`, "Allow ims:a:a, ims:c:x, ims:z:z"]],
    ["of one whose exceptions differ in the middle", [`Deny not ${three}`, "Deny not ims:a:a, ims:c:x, ims:z:z"]],
    ["of one that lists more", [`Allow ${three}`, `Allow ${three}, ims:c:y`]],
    ["of one with another effect", [`Allow ${three}`, `Deny ${three}`]],
    ["of one that lists as exceptions what it lists", [`Deny ${three}`, `Deny not ${three}`]],
    ["of one with another resource", [`Allow ${three}`, `Allow ${three} {"Resource":["obs:*:*:bucket:a"]}`]],
  ])("%s", (_, statements) => {
    expect(duplicatesIn(documentOf(...statements))).toEqual([]);
  });

  it("of one that may be absent", () => {
    const statement = '{ Effect: "Allow", Action: ["ims:images:list"] }';
    const other = statement.replace("list", "get");
    expect(duplicatesIn(documentIn(`{ Statement: [isOwner ? ${statement} : ${other}, ${statement}] }`))).toEqual([]);
  });

  it("of itself, if it is referenced twice", () => {
    const code = 'const one = { Effect: "Allow", Action: ["ims:images:list"] };\nf({ Statement: [one, one] });';
    expect(duplicatesIn(readDocument(firstObject(sourceOf(code)), "1.1"))).toEqual([]);
  });
});
