import { remembered } from "../remembered.js";
import type { Action, PolicyDocument } from "../policy/document.js";
import type { Catalog } from "./catalog.js";
import type { CatalogAction } from "./service.js";

/** The actions of a policy by what the catalogue says of them; most rules have something to say of a few only. */
export interface DocumentedActions {
  /** The documented actions that the Allows name and that may need others, each where it stands first. */
  readonly demanding: ReadonlyMap<CatalogAction, Action>;
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

const readerOf = remembered((catalog: Catalog) =>
  remembered(({ statements }: PolicyDocument): DocumentedActions => {
    const demanding = new Map<CatalogAction, Action>();
    const former: FormerName[] = [];
    const others: Action[] = [];
    for (const { effect, actions, notActions } of statements) {
      for (const action of actions) {
        const documented = lookUp(action);
        if (documented?.mayNeedOthers && effect === "Allow" && !demanding.has(documented)) {
          demanding.set(documented, action);
        }
      }
      notActions.forEach(lookUp);
    }
    return { demanding, former, others };

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
