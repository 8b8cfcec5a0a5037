import { memoize } from "../../text/memoize.js";
import type { Action, PolicyDocument } from "../../policy/document.js";
import type { Catalog } from "../../catalog/catalog.js";
import type { CatalogAction } from "../../catalog/service.js";

/** The actions of a policy, grouped by their catalogue entry. Most checks need only one of the groups. */
export interface ActionLookup {
  /** Documented allowed actions that may need other actions or roles, each with its first occurrence. */
  readonly allowedWithRequirements: ReadonlyMap<CatalogAction, Action>;
  /** Former names of actions, whether allowed, denied or excepted. */
  readonly former: readonly FormerName[];
  /** The remaining actions: patterns and undocumented names. */
  readonly withoutEntry: readonly Action[];
}

export interface FormerName {
  readonly action: Action;
  readonly documented: CatalogAction;
  /** What the statement does with the action: excepted are those of a `NotAction`. */
  readonly use: "allowed" | "denied" | "excepted";
}

/** Looks up every action of a policy in the catalogue, once for all checks. */
export function lookUpActions(policy: PolicyDocument, catalog: Catalog): ActionLookup {
  return lookupIn(catalog)(policy);
}

const lookupIn = memoize((catalog: Catalog) =>
  memoize(({ statements }: PolicyDocument): ActionLookup => {
    const allowedWithRequirements = new Map<CatalogAction, Action>();
    const former: FormerName[] = [];
    const withoutEntry: Action[] = [];
    for (const { effect, actions, notActions } of statements) {
      for (const action of actions) {
        const documented = lookUp(action, effect === "Deny" ? "denied" : "allowed");
        if (documented?.mayHaveRequirements && effect === "Allow" && !allowedWithRequirements.has(documented)) {
          allowedWithRequirements.set(documented, action);
        }
      }
      for (const action of notActions) {
        lookUp(action, "excepted");
      }
    }
    return { allowedWithRequirements, former, withoutEntry };

    function lookUp(action: Action, use: FormerName["use"]): CatalogAction | undefined {
      const documented = action.pattern && catalog.action(action.pattern);
      if (!documented) {
        withoutEntry.push(action);
      } else if (documented.isFormer) {
        former.push({ action, documented, use });
      }
      return documented;
    }
  }),
);
