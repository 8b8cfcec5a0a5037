import type { Linter } from "eslint";
import { carriedPolicies, type CarriedPolicies } from "../../src/carriers/index.js";
import type { PolicySource } from "../../src/carriers/policy-source.js";
import { hostOf } from "../../src/hosts/index.js";
import type { PolicyDocument } from "../../src/policy/document.js";
import type { KnownNames } from "../../src/policy/recognise.js";
import { sourceOf } from "../sources.js";

/** Some actions and services that the clouds of these tests document. */
export const knownNames: KnownNames = {
  isDocumented: (action) => ["ims:images:list", "ims:images:get", "ecs:servers:list"].includes(action),
  isService: (name) => ["ims", "ecs"].includes(name),
};

/** The policies of a module or document, and the problems where one should be. */
export function carriedIn(
  code: string,
  config?: Linter.Config,
  policySources: readonly PolicySource[] = [],
): Pick<CarriedPolicies, "documents" | "problems"> {
  const { documents, problems } = everythingCarriedIn(code, config, policySources);
  return { documents, problems };
}

/** The same with the grants of roles whose policies are not there. */
export function everythingCarriedIn(
  code: string,
  config?: Linter.Config,
  policySources: readonly PolicySource[] = [],
): CarriedPolicies {
  const source = sourceOf(code, config);
  const host = hostOf(source.ast);
  if (!host) {
    throw new Error("No host reads the tree.");
  }
  return carriedPolicies(host, source, { ...knownNames, isRenamed: () => false, policySources });
}

/** The actions of each policy, which identify it in a test. */
export function actionsOfEach(documents: readonly PolicyDocument[]): string[][] {
  return documents.map(({ statements }) =>
    statements.flatMap(({ actions }) => actions.map(({ string }) => string.value)),
  );
}
