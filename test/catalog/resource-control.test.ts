import { expect, it } from "vitest";
import { takesResource } from "../../src/catalog/resource-control.js";

it.each(["obs", "kms", "ecs"])("%s takes a Resource", (service) => {
  expect(takesResource(service)).toBe(true);
});

it.each(["ims", "vpc", "iam", "*", ""])("%j takes none", (service) => {
  expect(takesResource(service)).toBe(false);
});
