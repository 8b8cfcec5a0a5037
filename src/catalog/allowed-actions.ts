import { remembered } from "../remembered.js";
import type { Action, Statement } from "../policy/document.js";
import type { Catalog } from "./catalog.js";
import type { CatalogAction } from "./service.js";

/** The documented actions that the Allows of some statements name, each where it stands first. */
export function allowedActions(
  statements: readonly Statement[],
  catalog: Catalog,
): ReadonlyMap<CatalogAction, Action> {
  return readerOf(catalog)(statements);
}

/** Several rules ask for those of the same policy. */
const readerOf = remembered((catalog: Catalog) =>
  remembered((statements: readonly Statement[]) => readActions(statements, catalog)),
);

function readActions(statements: readonly Statement[], catalog: Catalog): ReadonlyMap<CatalogAction, Action> {
  const allowed = new Map<CatalogAction, Action>();
  for (const action of statements.filter(({ effect }) => effect === "Allow").flatMap(({ actions }) => actions)) {
    const documented = action.pattern && catalog.action(action.pattern);
    if (documented && !allowed.has(documented)) {
      allowed.set(documented, action);
    }
  }
  return allowed;
}
