import type { Catalog } from "../../catalog/catalog.js";
import type { Level } from "../../catalog/level.js";
import { serviceTitle } from "../../catalog/provenance.js";
import type { Action, PolicyDocument } from "../../policy/document.js";
import { serviceOf } from "../../policy/pattern.js";
import { listNames } from "../../text/wording.js";
import { allowedActions } from "./allowed-actions.js";

export type ActionsByLevel = Readonly<Record<Level, LevelActions>>;

/** The actions of one level, and their services. */
export interface LevelActions {
  readonly services: ReadonlySet<string>;
  readonly actions: readonly Action[];
}

/**
 * The actions that a custom policy allows, by level.
 *
 * @param ignored services that may be combined with either level
 */
export function allowedByLevel(policy: PolicyDocument, catalog: Catalog, ignored: readonly string[]): ActionsByLevel {
  const actions = policy.dialect === "1.1" ? allowedActions(policy) : [];
  return actionsByLevel(
    actions.filter((action) => !ignored.includes(serviceOf(action))),
    catalog,
  );
}

/**
 * Groups actions by the level of their services (facts.md#one-level-in-a-policy, facts.md#levels-of-services). Patterns
 * that span services are left out, and so are services whose level no source documents.
 */
export function actionsByLevel(actions: readonly Action[], catalog: Catalog): ActionsByLevel {
  const byLevel = { global: new CollectedActions(), project: new CollectedActions() };
  for (const action of actions) {
    const service = serviceOf(action);
    const level = catalog.service(service)?.level;
    if (level) {
      byLevel[level].services.add(service);
      byLevel[level].actions.push(action);
    }
  }
  return byLevel;
}

class CollectedActions implements LevelActions {
  readonly services = new Set<string>();
  readonly actions: Action[] = [];
}

export function oppositeLevel(level: Level): Level {
  return level === "global" ? "project" : "global";
}

/** The adjective for a level in messages. */
export function levelName(level: Level): string {
  return level === "global" ? "global" : "project-level";
}

/** Lists services in a message: `ECS, EVS, IMS, VPC and 2 more`. Few enough for a message with the lists of both levels. */
export function listServices(services: ReadonlySet<string>): string {
  return listNames([...services].map(serviceTitle), "and", 4);
}

/** Describes services in a message: `ECS and VPC are project-level`. */
export function describeServices(services: ReadonlySet<string>, level: Level): string {
  return `${listServices(services)} ${services.size === 1 ? "is" : "are"} ${levelName(level)}`;
}
