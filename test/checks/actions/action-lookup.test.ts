import { expect, it } from "vitest";
import { catalogOf } from "../../../src/catalog/catalog.js";
import { companionRolesOf } from "../../../src/catalog/companion-roles.js";
import { dependenciesOf } from "../../../src/catalog/dependencies.js";
import { lookUpActions } from "../../../src/checks/actions/action-lookup.js";
import type { Action } from "../../../src/policy/document.js";
import { documentOf } from "../../policy/statements.js";

const otc = catalogOf("otc");

function textsOf(actions: Iterable<Action>): string[] {
  return [...actions].map(({ string }) => string.value);
}

it("lists undocumented names, whether allowed, denied or excepted", () => {
  const document = documentOf(
    "Allow ims:images:list, ims:images:lst, ims:images:g*",
    "Deny ims, no:such:thing",
    "Deny not a:b:c",
  );
  expect(textsOf(lookUpActions(document, otc).withoutEntry)).toEqual([
    "ims:images:lst",
    "ims:images:g*",
    "ims",
    "no:such:thing",
    "a:b:c",
  ]);
});

it("lists former names, whether allowed, denied or excepted", () => {
  const document = documentOf(
    "Allow IMS:images:fetch, ims:images:get",
    "Deny ims:images:fetch",
    "Deny not ims:images:archive",
  );
  const { former } = lookUpActions(document, otc);
  expect(textsOf(former.map(({ action }) => action))).toEqual([
    "IMS:images:fetch",
    "ims:images:fetch",
    "ims:images:archive",
  ]);
  expect(former.map(({ documented }) => documented.name)).toEqual([
    "ims:images:fetch",
    "ims:images:fetch",
    "ims:images:archive",
  ]);
});

it("lists allowed actions that may need others, each with its first occurrence", () => {
  const document = documentOf(
    "Deny ims:images:update",
    "Allow ims:images:list, IMS:images:upload",
    "Allow ims:images:upload, ims:images:update",
    "Allow not ims:dataImages:create",
  );
  const { allowedWithRequirements } = lookUpActions(document, otc);
  expect([...allowedWithRequirements.keys()].map(({ name }) => name)).toEqual([
    "ims:images:upload",
    "ims:images:update",
  ]);
  expect(textsOf(allowedWithRequirements.values())).toEqual(["IMS:images:upload", "ims:images:update"]);
});

it("depends on the cloud of the policy", () => {
  const document = documentOf("Allow ims:images:list");
  const [here, nowhere] = [otc, catalogOf("otc-swiss")].map((catalog) => lookUpActions(document, catalog).withoutEntry);
  expect([here?.length, nowhere?.length]).toEqual([0, 1]);
});

it("actions that cannot have requirements have none", () => {
  const catalog = catalogOf(undefined);
  const actions = catalog.serviceNames().flatMap((name) => [...(catalog.service(name)?.actions.values() ?? [])]);
  const plain = actions.filter(({ mayHaveRequirements }) => !mayHaveRequirements);
  const needs = plain.flatMap((action) => [...dependenciesOf(action, "every"), ...companionRolesOf(action, "every")]);
  expect(needs).toEqual([]);
  expect(plain.length).toBeGreaterThan(0);
  expect(plain.length).toBeLessThan(actions.length);
});
