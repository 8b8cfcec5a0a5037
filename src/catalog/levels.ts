import type { Action } from "../policy/document.js";
import type { Catalog } from "./catalog.js";
import type { ServiceEntry } from "./format.js";

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
  return { global: ofLevel("global"), project: ofLevel("project") };

  function ofLevel(level: Level): LevelActions {
    const found = actions.filter(({ pattern }) => pattern && catalog.service(pattern[0])?.level === level);
    return { actions: found, services: new Set(found.map(({ pattern }) => pattern?.[0] ?? "")) };
  }
}
