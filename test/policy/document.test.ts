import { describe, expect, it } from "vitest";
import { isUnconditional } from "../../src/policy/document.js";
import { hosts } from "../hosts-table.js";
import { configOf, firstObject, sourceOf } from "../sources.js";
import { readDocument } from "../../src/policy/document.js";
import { documentIn, documentOf } from "./statements.js";

describe("the effect of a statement", () => {
  it.each([
    ["Allow", "Allow"],
    ["Deny", "Deny"],
    ["allow", "Allow"],
    [" Allow", "Allow"],
    ["DENY\n", "Deny"],
    ["Permit", undefined],
    ["", undefined],
  ])("%j is read as %s", (written, effect) => {
    const [statement] = documentIn(JSON.stringify({ Statement: [{ Effect: written, Action: [] }] })).statements;
    expect(statement?.effect).toBe(effect);
  });

  it.each(["effect", "true", '["Allow"]'])("is not known of %s", (expression) => {
    const document = documentIn(`{ Statement: [{ Effect: ${expression}, Action: ["a:b:c"] }] }`);
    expect(document.statements[0]?.effect).toBeUndefined();
    expect(document.isComplete).toBe(false);
  });
});

describe("the actions of a statement", () => {
  it("are the texts of its list, with their patterns and their list", () => {
    const [statement] = documentOf("Allow ims:images:list, ims:*:*, ims:*").statements;
    expect(statement?.actions.map(({ string }) => string.value)).toEqual(["ims:images:list", "ims:*:*", "ims:*"]);
    expect(statement?.actions.map(({ pattern }) => pattern?.resourceType)).toEqual(["images", "*", undefined]);
    expect(statement?.actions.map(({ place }) => place?.index)).toEqual([0, 1, 2]);
    expect(statement?.notActions).toEqual([]);
  });

  it("may stand under NotAction", () => {
    const [statement] = documentOf("Deny not ims:images:list").statements;
    expect(statement?.notActions.map(({ string }) => string.value)).toEqual(["ims:images:list"]);
    expect(statement?.actions).toEqual([]);
  });

  it("may be a lone string, which has no list", () => {
    const [statement] = documentIn('{ Statement: [{ Effect: "Allow", Action: "ims:images:list" }] }').statements;
    expect(statement?.actions.map(({ pattern, place }) => [pattern?.text, place])).toEqual([
      ["ims:images:list", undefined],
    ]);
    expect(statement?.isComplete).toBe(true);
  });

  it.each([
    ["a variable", '["ims:images:list", name]'],
    ["a spread", '["ims:images:list", ...names]'],
    ["a template with an expression", '["ims:images:list", `ims:${type}:get`]'],
    ["a placeholder ${}", '["ims:images:list", "ims:${type}:get"]'],
    ["a placeholder %{}", '["ims:images:list", "ims:%{ if write }*%{ else }get%{ endif }"]'],
    ["a placeholder {{}}", '["ims:images:list", "ims:{{ type }}:get"]'],
    ["a placeholder <>", '["ims:images:list", "ims:<type>:get"]'],
    ["an ellipsis", '["ims:images:list", "..."]'],
    ["an ellipsis of one character", '["ims:images:list", "ims:images:…"]'],
    ["a number", '["ims:images:list", 7]'],
    ["a list", '["ims:images:list", ["ims:images:get"]]'],
    ["a hole in the list", '["ims:images:list", , ]'],
  ])("without %s are those that are known, and not all", (_, list) => {
    const document = documentIn(`{ Statement: [{ Effect: "Allow", Action: ${list} }] }`);
    const [statement] = document.statements;
    expect(statement?.actions.map(({ string }) => string.value)).toEqual(["ims:images:list"]);
    expect(statement?.isComplete).toBe(false);
    expect(document.isComplete).toBe(false);
  });

  it.each(["actions", "base.concat(more)", "`${action}`"])("are none that are known of %s", (expression) => {
    const [statement] = documentIn(`{ Statement: [{ Effect: "Allow", Action: ${expression} }] }`).statements;
    expect(statement?.actions).toEqual([]);
    expect(statement?.isComplete).toBe(false);
  });
});

describe("a document", () => {
  it("is complete when everything in it is known", () => {
    expect(documentOf("Allow ims:images:list", "Deny not ims:images:get").isComplete).toBe(true);
  });

  it("has the range of its object and of its statements", () => {
    const code = 'x = { Version: "1.1", Statement: [ { Effect: "Allow", Action: [] } ] };';
    const document = readDocument(firstObject(sourceOf(code)), "1.1");
    expect(code.slice(...document.range)).toBe('{ Version: "1.1", Statement: [ { Effect: "Allow", Action: [] } ] }');
    expect(document.statements.map(({ range }) => code.slice(...range))).toEqual(['{ Effect: "Allow", Action: [] }']);
    expect(document.dialect).toBe("1.1");
  });

  const known = '{ Effect: "Allow", Action: ["a:b:c"] }';

  it.each([
    ["a spread in it", `{ Statement: [${known}], ...more }`],
    ["a spread in a statement", `{ Statement: [{ Effect: "Allow", Action: ["a:b:c"], ...more }] }`],
    ["a statement that is not known", `{ Statement: [${known}, other] }`],
    ["statements spread in", `{ Statement: [${known}, ...others] }`],
    ["a text among its statements", `{ Statement: [${known}, "text"] }`],
  ])("is incomplete with %s", (_, expression) => {
    const document = documentIn(expression);
    expect(document.isComplete).toBe(false);
    expect(document.statements).toHaveLength(1);
  });

  it("is incomplete with one statement of several that is", () => {
    const { statements, isComplete } = documentIn(`{ Statement: [${known}, { Effect: "Allow", Action: [name] }] }`);
    expect(statements.map((statement) => statement.isComplete)).toEqual([true, false]);
    expect(isComplete).toBe(false);
  });

  it("keeps resource and condition as they are written", () => {
    const more = '{"Resource":["*"],"Condition":{"Bool":{"g:MFAPresent":["true"]}}}';
    const [statement] = documentOf(`Allow ims:images:list ${more}`).statements;
    expect([statement?.resource?.kind, statement?.condition?.kind]).toEqual(["array", "object"]);
  });

  it.each(hosts.filter(({ name }) => name.startsWith("JSON") || name.startsWith("jsonc")))(
    "of two members with one key has the last, in $name",
    ({ name, write }) => {
      const text = '{"Statement": [{"Effect": "Deny", "Effect": "Allow", "Action": ["a:b:c"]}]}';
      const object = firstObject(sourceOf(write(text), configOf(name)));
      expect(readDocument(object, "1.1").statements[0]?.effect).toBe("Allow");
    },
  );
});

describe("what a choice decides is not certain", () => {
  it("of statements", () => {
    const code = (list: string) => `{ Statement: ${list} }`;
    const statement = '{ Effect: "Allow", Action: ["a:b:c"] }';
    const certain = (list: string) => documentIn(code(list)).statements.map(({ isCertain }) => isCertain);
    expect(certain(`[${statement}, x ? ${statement} : ${statement}]`)).toEqual([true, false, false]);
    expect(certain(`x ? [${statement}] : []`)).toEqual([false]);
    expect(certain(statement)).toEqual([true]);
  });

  it("of actions", () => {
    const certain = (list: string) =>
      documentIn(`{ Statement: [{ Effect: "Allow", Action: ${list} }] }`).statements[0]?.actions.map(
        ({ isCertain }) => isCertain,
      );
    expect(certain('["a:b:c", x ? "a:b:d" : "a:b:e"]')).toEqual([true, false, false]);
    expect(certain('x ? ["a:b:c"] : ["a:b:d"]')).toEqual([false, false]);
  });
});

describe("a statement is unconditional", () => {
  it.each(["{}", '{"Resource":"*"}', '{"Resource":["*"]}', '{"Resource":["obs:*:*:bucket:a","*"]}'])(
    "with %s",
    (more) => {
      expect(documentOf(`Deny ims:images:list ${more}`).statements.map(isUnconditional)).toEqual([true]);
    },
  );
});

describe("a statement is not unconditional", () => {
  it.each([
    '{"Resource":["obs:*:*:bucket:a"]}',
    '{"Resource":[]}',
    '{"Resource":{"uri":["/iam/agencies/*"]}}',
    '{"Condition":{"Bool":{"g:MFAPresent":["true"]}}}',
    '{"Condition":{}}',
    '{"Resource":"${resource}"}',
  ])("with %s", (more) => {
    expect(documentOf(`Deny ims:images:list ${more}`).statements.map(isUnconditional)).toEqual([false]);
  });

  it("with a key that the language has not, or with what is not known", () => {
    const { statements } = documentIn(
      '{ Statement: [{ Effect: "Deny", Action: [], NotResource: ["a"] }, { Effect: "Deny", Action: [], ...more }] }',
    );
    expect(statements.map(isUnconditional)).toEqual([false, false]);
  });

  it("with a resource that is not known", () => {
    const { statements } = documentIn('{ Statement: [{ Effect: "Deny", Action: [], Resource: resource }] }');
    expect(statements.map(isUnconditional)).toEqual([false]);
  });
});
