import { describe, expect, it } from "vitest";
import { isReadAction } from "../src/catalog/access.js";
import { catalogOf } from "../src/catalog/catalog.js";
import { escalations } from "../src/checks/escalation/escalation-actions.js";
import { assumingActions } from "../src/policy/dialects.js";
import type { CatalogAction } from "../src/catalog/service.js";
import { parsePattern, ActionPattern } from "../src/policy/pattern.js";
import { harmlessIamActions, harmlessOtherActions } from "./reviewed-actions.js";

const catalog = catalogOf(undefined);

/** What the names of other services' actions of the same nature have in them. */
const suspicious = /agenc|assume|authorize|authorization|grant|role|credential|bucketpolicy|acl$/iu;

describe("the table of actions that raise rights", () => {
  const named = [...assumingActions, ...escalations.flatMap(({ needs }) => needs)];
  const alone = new Set([
    ...assumingActions,
    ...escalations.filter(({ needs }) => needs.length === 1).flatMap(({ needs }) => needs),
  ]);

  it.each([...new Set(named)])("has %s as a cloud documents it", (name) => {
    expect(catalog.action(patternOf(name))?.name).toBe(name);
  });

  it("and the reviewed list have every action of IAM that changes something, each once", () => {
    const changing = actionsOf("iam").filter((action) => !isReadAction(action));
    const reviewed = [...alone, ...Object.keys(harmlessIamActions)];
    expect(reviewed.toSorted()).toEqual(changing.map(({ name }) => name).toSorted());
  });

  it("leaves no action of its combinations unreviewed", () => {
    expect(named.filter((name) => !alone.has(name) && !(name in harmlessIamActions))).toEqual([]);
  });

  it("has no combination of which a part suffices", () => {
    const combinations = escalations.filter(({ needs }) => needs.length > 1);
    expect(combinations.filter(({ needs }) => needs.some((name) => alone.has(name)))).toEqual([]);
  });
});

it("actions of other services that speak of agencies, roles or grants are reviewed", () => {
  const names = catalog
    .serviceNames()
    .filter((service) => service !== "iam")
    .flatMap(actionsOf)
    .filter((action) => !isReadAction(action))
    .filter(({ pattern }) => suspicious.test(`${pattern.resourceType}:${pattern.operation}`))
    .map(({ name }) => name);
  expect(names.toSorted()).toEqual(Object.keys(harmlessOtherActions).toSorted());
});

function actionsOf(service: string): CatalogAction[] {
  return [...(catalog.service(service)?.actions.values() ?? [])];
}

function patternOf(text: string): ActionPattern {
  return parsePattern(text) ?? new ActionPattern("", "", "");
}
