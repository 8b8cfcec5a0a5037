import { describe, expect, it } from "vitest";
import {
  actionsOf,
  oddActionsOf,
  effectRangeOf,
  isUnconditional,
  referenceRange,
  quoteAction,
  readDocument,
} from "../../src/policy/document.js";
import { ofOtherFile } from "../hosts/of-other-file.js";
import { hosts } from "../hosts-table.js";
import { configOf, firstObject, sourceOf } from "../sources.js";
import { memberOf } from "../../src/policy/members.js";
import type { ObjectValue } from "../../src/policy/value.js";
import { documentIn, documentOf, objectIn } from "./statements.js";

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

  it("have the forms of the policy's version", () => {
    const code = '{ Statement: [{ Effect: "Allow", Action: ["sts::decode", "*", " ims:*", here ? "im?::a" : "b"] }] }';
    const patternsIn = (dialect: "1.1" | "5.0") =>
      documentIn(code, dialect).statements[0]?.actions.map(({ pattern }) => pattern?.text);
    expect(patternsIn("5.0")).toEqual(["sts::decode", "*:*:*", undefined, "im?::a", undefined]);
    expect(patternsIn("1.1")).toEqual([undefined, undefined, undefined, undefined, undefined]);
    expect(oddActionsOf(documentIn(code, "5.0")).map(({ text }) => text)).toEqual(["ims:*", "b"]);
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
    ["a list that is one of two", `{ Statement: x ? [${known}] : [] }`],
    ["a statement that is one of two", `{ Statement: [x ? ${known} : 7] }`],
    ["an action that is one of two", '{ Statement: [{ Effect: "Allow", Action: [x ? "a:b:c" : name] }] }'],
    ["no actions", '{ Statement: [{ Effect: "Allow" }] }'],
  ])("is incomplete with %s", (_, expression) => {
    const document = documentIn(expression);
    expect(document.isComplete).toBe(false);
    expect(document.statements).toHaveLength(1);
  });

  it("is complete with a statement that is no list", () => {
    expect(documentIn(`{ Statement: ${known} }`).isComplete).toBe(true);
  });

  it("is incomplete without statements, or where they are not known", () => {
    const withoutAny = memberOf(objectIn('{ Statement: { Version: "1.1" } }'), "Statement") as ObjectValue;
    expect(readDocument(withoutAny, "1.1").hasAllStatements).toBe(false);
    expect(documentIn("{ Statement: statements }").hasAllStatements).toBe(false);
  });

  it("of another file has its place and its name", () => {
    const object = ofOtherFile(objectIn(`{ Statement: [${known}] }`), [7, 9], "reading.ts") as ObjectValue;
    const { origin, range, statements } = readDocument(object, "1.1");
    expect([origin, range, statements.map((statement) => statement.range)]).toEqual(["reading.ts", [7, 9], [[7, 9]]]);
    expect(documentIn(`{ Statement: [${known}] }`)).not.toHaveProperty("origin");
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

describe("odd actions", () => {
  it("are more or less than an action, wherever they stand", () => {
    const document = documentOf("Allow ims, IMS:Images:List,evs:volumes:get", "Deny not evs::get, evs:*:*");
    expect(oddActionsOf(document).map(({ text }) => text)).toEqual(["ims", "evs::get"]);
  });

  it("have whitespace around them", () => {
    const document = documentIn('{ Statement: [{ Effect: "Allow", Action: [" ims:images:get", "ims:images:list"] }] }');
    expect(oddActionsOf(document).map(({ string }) => string.value)).toEqual([" ims:images:get"]);
  });
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
  it.each(["{}", '{"Sid":"all"}', '{"Resource":"*"}', '{"Resource":["*"]}', '{"Resource":["obs:*:*:bucket:a","*"]}'])(
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

/** The statements of the first policy in a text, and what stands at a place of it. */
function textIn(code: string) {
  const { statements } = readDocument(firstObject(sourceOf(code)), "1.1");
  return { statements, at: (range: readonly [number, number]) => code.slice(...range) };
}

describe("the place of an effect", () => {
  it.each<[what: string, code: string, place: string]>([
    ["its text", 'p = { Statement: [{ Effect: "Allow", Action: [] }] };', "Allow"],
    ["the mention of a constant", 'const effect = "Allow"; p = { Statement: [{ Effect: effect }] };', "Effect: effect"],
    ["what is no text", "p = { Statement: [{ Effect: 7 }] };", "Effect: 7"],
    ["the statement without one", "p = { Statement: [{ Action: [] }] };", "{ Action: [] }"],
  ])("is %s", (_, code, place) => {
    const { statements, at } = textIn(code);
    expect(statements.map(effectRangeOf).map(at)).toEqual([place]);
  });
});

describe("the place of an action", () => {
  it.each<[what: string, code: string, places: readonly string[]]>([
    ["its text", 'p = { Statement: [{ Action: ["a:b:c"] }] };', ["a:b:c"]],
    ["its text without a list", 'p = { Statement: [{ Action: "a:b:c" }] };', ["a:b:c"]],
    [
      "the mention of a constant",
      'const read = "a:b:c"; p = { Statement: [{ Action: ["a:b:d", read] }] };',
      ["a:b:d", "read"],
    ],
    [
      "its text in a list that is spread in",
      'const list = ["a:b:c"]; p = { Statement: [{ Action: [...list] }] };',
      ["a:b:c"],
    ],
  ])("is %s", (_, code, places) => {
    const { statements, at } = textIn(code);
    expect(statements.flatMap(({ actions }) => actions.map(referenceRange)).map(at)).toEqual(places);
  });
});

describe("an action for a message", () => {
  it("is in quotes, without the blanks around it", () => {
    expect(actionsOf(documentOf("Allow ims:images:list")).map(quoteAction)).toEqual(['"ims:images:list"']);
    const document = documentIn('{ Statement: [{ Action: [" ims:images:list "] }] }');
    expect(actionsOf(document).map(quoteAction)).toEqual(['"ims:images:list"']);
  });

  it("names the other file that it is written in", () => {
    const statement = ofOtherFile(
      objectIn('{ Statement: [{ Action: ["a:b:c"] }] }'),
      [0, 1],
      "actions.ts",
    ) as ObjectValue;
    expect(actionsOf(readDocument(statement, "1.1")).map(quoteAction)).toEqual(['"a:b:c" (in actions.ts)']);
  });
});
