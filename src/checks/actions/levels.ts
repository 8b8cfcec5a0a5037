import type { Action } from "../../policy/document.js";
import type { Catalog } from "../../catalog/catalog.js";
import type { ServiceEntry } from "../../catalog/format.js";

export type Level = NonNullable<ServiceEntry["level"]>;

/** The actions of a level, and the services that they are of. */
export interface LevelActions {
  readonly services: ReadonlySet<string>;
  readonly actions: readonly Action[];
}

/**
 * Sorts actions by the level of their services (facts: policy-language 2.3 and 2.4, real-policies 3.1). Patterns
 * over services and services whose level no source tells are left out.
 */
export function actionsByLevel(actions: readonly Action[], catalog: Catalog): Readonly<Record<Level, LevelActions>> {
  const byLevel = { global: new FoundActions(), project: new FoundActions() };
  for (const action of actions) {
    const { pattern } = action;
    const level = pattern && catalog.service(pattern.service)?.level;
    if (level) {
      byLevel[level].services.add(pattern.service);
      byLevel[level].actions.push(action);
    }
  }
  return byLevel;
}

/** The levels of some services, as far as a source tells them. */
export function levelsOfServices(services: Iterable<string>, catalog: Catalog): ReadonlySet<Level> {
  return new Set([...services].flatMap((name) => catalog.service(name)?.level ?? []));
}

class FoundActions implements LevelActions {
  readonly services = new Set<string>();
  readonly actions: Action[] = [];
}
