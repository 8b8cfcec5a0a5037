import { describe, expect, it } from "vitest";
import { agenciesInList } from "../../../src/checks/resource/agency-problems.js";
import { readDocument, type Statement } from "../../../src/policy/document.js";
import { resourcesOf } from "../../../src/checks/resource/resources.js";
import type { ObjectValue } from "../../../src/policy/value.js";
import { objectIn } from "../../policy/statements.js";

function statementWith(resource: string): Statement {
  const [statement] = readDocument(
    objectIn(
      `{ Version: "1.1", Statement: [{ Effect: "Allow", Action: ["iam:agencies:assume"], Resource: ${resource} }] }`,
    ),
    "1.1",
  ).statements;
  if (!statement) {
    throw new Error("No statement.");
  }
  return statement;
}

describe("the resources of a statement", () => {
  it.each([
    ['["a", "b"]', "list", ["a", "b"], true],
    ['"a"', "list", ["a"], true],
    ['{ uri: ["a"] }', "agencies", ["a"], true],
    ['["a", other]', "list", ["a"], false],
    ['["a", ...others]', "list", ["a"], false],
    ['["a", " b", ""]', "list", ["a"], false],
    ['[isTest ? "a" : "b"]', "list", ["a", "b"], false],
    ["[]", "list", [], true],
  ])("%s", (written, form, texts, isComplete) => {
    const [resources] = resourcesOf(statementWith(written));
    expect(resources).toMatchObject({ form, isComplete });
    expect(resources?.uris.map(({ string }) => string.value)).toEqual(texts);
  });

  it("may be one of two values, neither of them complete", () => {
    const both = resourcesOf(statementWith('isTest ? ["a"] : { uri: ["b"] }'));
    expect(both.map(({ form, isComplete }) => [form, isComplete])).toEqual([
      ["list", false],
      ["agencies", false],
    ]);
  });

  it.each(["resources", "null", "{ url: [] }", "{ uri: id }"])("are unknown in %s", (written) => {
    expect(resourcesOf(statementWith(written))).toEqual([]);
  });
});

describe("an agency in a list", () => {
  const statement = statementWith('["/iam/agencies/x"]');

  it("belongs in an object", () => {
    expect(resourcesOf(statement).flatMap(agenciesInList)).toMatchObject([{ id: "agencyInList" }]);
  });

  it("is accepted if the carrier has a key of its own, which accepts only a list", () => {
    const { value } = statement;
    const members = value.members.map((member) => ({ ...member, writtenKey: member.key.toLowerCase() }));
    const renamed: ObjectValue = { ...value, members };
    expect(resourcesOf({ ...statement, value: renamed }).flatMap(agenciesInList)).toEqual([]);
  });
});
