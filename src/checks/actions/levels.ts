import type { Catalog } from "../../catalog/catalog.js";
import type { ServiceEntry } from "../../catalog/format.js";
import { serviceTitle } from "../../catalog/provenance.js";
import type { Action, PolicyDocument } from "../../policy/document.js";
import { listNames } from "../../text/wording.js";
import { allowedActions } from "./allowed-actions.js";

export type Level = NonNullable<ServiceEntry["level"]>;

export type ActionsByLevel = Readonly<Record<Level, LevelActions>>;

/** The actions of a level, and the services that they are of. */
export interface LevelActions {
  readonly services: ReadonlySet<string>;
  readonly actions: readonly Action[];
}

/**
 * The actions that a custom policy allows, by level.
 *
 * @param ignored services that may stand beside those of either level
 */
export function allowedByLevel(policy: PolicyDocument, catalog: Catalog, ignored: readonly string[]): ActionsByLevel {
  const actions = policy.dialect === "1.1" ? allowedActions(policy) : [];
  return actionsByLevel(
    actions.filter(({ pattern }) => pattern && !ignored.includes(pattern.service)),
    catalog,
  );
}

/**
 * Sorts actions by the level of their services (facts.md#one-level-in-a-policy, facts.md#levels-of-services). Patterns
 * over services and services whose level no source tells are left out.
 */
export function actionsByLevel(actions: readonly Action[], catalog: Catalog): ActionsByLevel {
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

class FoundActions implements LevelActions {
  readonly services = new Set<string>();
  readonly actions: Action[] = [];
}

/** The levels of some services, as far as a source tells them. */
export function levelsOfServices(services: Iterable<string>, catalog: Catalog): ReadonlySet<Level> {
  return new Set([...services].flatMap((name) => catalog.service(name)?.level ?? []));
}

export function otherLevel(level: Level): Level {
  return level === "global" ? "project" : "global";
}

/** A level as messages name it. */
export function levelName(level: Level): string {
  return level === "global" ? "global" : "project-level";
}

/** "ECS, EVS, IMS, VPC and 2 more": few enough that a message can list the services of both levels. */
export function listServices(services: ReadonlySet<string>): string {
  return listNames([...services].map(serviceTitle), "and", 4);
}

/** "ECS and VPC are project-level". */
export function describeServices(services: ReadonlySet<string>, level: Level): string {
  return `${listServices(services)} ${services.size === 1 ? "is" : "are"} ${levelName(level)}`;
}
