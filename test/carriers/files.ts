import type { Linter } from "eslint";
import { carriedPolicies, type CarriedPolicies } from "../../src/carriers/index.js";
import type { OwnCarrier } from "../../src/carriers/own-carrier.js";
import type { PolicyDocument } from "../../src/policy/document.js";
import type { KnownNames } from "../../src/policy/recognise.js";
import { sourceOf } from "../sources.js";

/** A few names that the clouds of these tests document. */
export const knownNames: KnownNames = {
  isDocumented: (action) => ["ims:images:list", "ims:images:get", "ecs:servers:list"].includes(action),
  isService: (name) => ["ims", "ecs"].includes(name),
};

/** What the module or document carries. */
export function carriedIn(
  code: string,
  config?: Linter.Config,
  ownCarriers: readonly OwnCarrier[] = [],
): CarriedPolicies {
  return carriedPolicies(sourceOf(code, config), { ...knownNames, ownCarriers });
}

/** The actions of each policy: enough to tell which it is. */
export function actionsOfEach(documents: readonly PolicyDocument[]): string[][] {
  return documents.map(({ statements }) =>
    statements.flatMap(({ actions }) => actions.map(({ string }) => string.value)),
  );
}
