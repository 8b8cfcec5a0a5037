import { memoize } from "../../text/memoize.js";
import type { Action, PolicyDocument } from "../../policy/document.js";
import type { Catalog } from "../../catalog/catalog.js";
import type { CatalogAction } from "../../catalog/service.js";

/** The actions of a policy by what the catalogue says of them; most rules have something to say of a few only. */
export interface DocumentedActions {
  /** The documented actions that the Allows name and that may need others, each where it stands first. */
  readonly withRequirements: ReadonlyMap<CatalogAction, Action>;
  /** The former names among all that the policy names, allowed, denied or excepted. */
  readonly former: readonly FormerName[];
  /** Everything else that the policy names: patterns, and what is not documented. */
  readonly others: readonly Action[];
}

export interface FormerName {
  readonly action: Action;
  readonly documented: CatalogAction;
}

/** Looks up every action of a policy, once for all rules. */
export function documentedActions(document: PolicyDocument, catalog: Catalog): DocumentedActions {
  return readerOf(catalog)(document);
}

const readerOf = memoize((catalog: Catalog) =>
  memoize(({ statements }: PolicyDocument): DocumentedActions => {
    const withRequirements = new Map<CatalogAction, Action>();
    const former: FormerName[] = [];
    const others: Action[] = [];
    for (const { effect, actions, notActions } of statements) {
      for (const action of actions) {
        const documented = lookUp(action);
        if (documented?.mayHaveRequirements && effect === "Allow" && !withRequirements.has(documented)) {
          withRequirements.set(documented, action);
        }
      }
      notActions.forEach(lookUp);
    }
    return { withRequirements, former, others };

    function lookUp(action: Action): CatalogAction | undefined {
      const documented = action.pattern && catalog.action(action.pattern);
      if (!documented) {
        others.push(action);
      } else if (documented.isFormer) {
        former.push({ action, documented });
      }
      return documented;
    }
  }),
);
