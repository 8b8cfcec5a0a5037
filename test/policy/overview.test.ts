import { expect, it } from "vitest";
import { overviewOf } from "../../src/policy/overview.js";
import { documentIn, documentOf } from "./statements.js";

it("names the services, whatever is said of them", () => {
  const document = documentOf("Allow IMS:images:list, ims:images:get", "Deny not evs:*:get, *");
  expect([...overviewOf(document).services]).toEqual(["ims", "evs"]);
});

it.each([
  ["ims:images:list", 3],
  ["ims:images:get*, evs:volumes:list", 3],
  ["ims:images:list, ims:images:*", 2],
  ["ims:images:*, ims:*:*", 1],
  ["*:*:*, ims:images:list", 0],
  ["ims", 3],
])("of %s, one says something in no more than %i parts", (actions, segments) => {
  expect(overviewOf(documentOf(`Allow ${actions}`)).fewestSegments).toBe(segments);
});

it.each([
  ["ims:images:list, ims:images:get", false],
  ["ims:images:list, IMS:Images:List", true],
  ["ims:images:l*, evs:volumes:get", true],
  ["evs:volumes:get, ims:images:l*", true],
  ["ims, ims", true],
  ["ims:*, IMS:*", true],
])("of %s, one may cover another: %s", (actions, mayOverlap) => {
  expect(overviewOf(documentOf(`Allow ${actions}`)).mayOverlap).toBe(mayOverlap);
});

it("tells what is more or less than an action, wherever it stands", () => {
  const document = documentOf("Allow ims, IMS:Images:List,evs:volumes:get", "Deny not evs::get, evs:*:*");
  expect(overviewOf(document).oddlyWritten.map(({ text }) => text)).toEqual(["ims", "evs::get"]);
});

it("tells blanks around an action", () => {
  const document = documentIn('{ Statement: [{ Effect: "Allow", Action: [" ims:images:get", "ims:images:list"] }] }');
  expect(overviewOf(document).oddlyWritten.map(({ string }) => string.value)).toEqual([" ims:images:get"]);
});

it("a policy without actions has nothing to look over", () => {
  expect(overviewOf(documentIn("{ Statement: [] }"))).toEqual({
    services: new Set(),
    fewestSegments: 3,
    mayOverlap: false,
    oddlyWritten: [],
  });
});
