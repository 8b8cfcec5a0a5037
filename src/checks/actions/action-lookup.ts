import { memoize } from "../../text/memoize.js";
import type { Action, PolicyDocument } from "../../policy/document.js";
import type { Catalog } from "../../catalog/catalog.js";
import type { CatalogAction } from "../../catalog/service.js";

/** The actions of a policy by what the catalogue says of them; most checks have something to say of a few only. */
export interface ActionLookup {
  /** The documented actions that the Allows name and that may need others, each where it stands first. */
  readonly allowedWithRequirements: ReadonlyMap<CatalogAction, Action>;
  /** The former names among all that the policy names, allowed, denied or excepted. */
  readonly former: readonly FormerName[];
  /** Everything else that the policy names: patterns, and names that are not documented. */
  readonly withoutEntry: readonly Action[];
}

export interface FormerName {
  readonly action: Action;
  readonly documented: CatalogAction;
}

/** Looks up every action of a policy, once for all checks. */
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
        const documented = lookUp(action);
        if (documented?.mayHaveRequirements && effect === "Allow" && !allowedWithRequirements.has(documented)) {
          allowedWithRequirements.set(documented, action);
        }
      }
      notActions.forEach(lookUp);
    }
    return { allowedWithRequirements, former, withoutEntry };

    function lookUp(action: Action): CatalogAction | undefined {
      const documented = action.pattern && catalog.action(action.pattern);
      if (!documented) {
        withoutEntry.push(action);
      } else if (documented.isFormer) {
        former.push({ action, documented });
      }
      return documented;
    }
  }),
);
