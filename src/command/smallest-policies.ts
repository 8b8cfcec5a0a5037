import type { Tables } from "../catalog/catalog.js";
import { dependenciesOf } from "../catalog/dependencies.js";
import { clouds, type Cloud } from "../catalog/format.js";
import { escalations } from "../checks/escalation/escalation-actions.js";
import { assumingActions } from "../policy/dialects.js";
import { covers, parsePattern, type ActionPattern } from "../policy/pattern.js";
import {
  actionFacts,
  companionRolesIn,
  levelOf,
  rowsOfApi,
  type Level,
  type Need,
  type RoleNeed,
  type RowFacts,
} from "./facts.js";
import { namesMatching } from "./question.js";

/** What to grant: documented APIs of one cloud, and actions or patterns. */
export interface Wanted {
  readonly apis: readonly string[];
  readonly actions: readonly string[];
}

/** A policy of one level: the cloud takes no others. */
export interface LevelPolicy {
  readonly level: Level;
  /** In the documented spelling. */
  readonly actions: readonly string[];
}

export interface SmallestPolicies {
  readonly cloud: Cloud;
  /** At most one of each level, and none for APIs that need no permission. */
  readonly policies: readonly LevelPolicy[];
  /** The system roles to grant besides. */
  readonly companionRoles: readonly RoleNeed[];
  /** The APIs that do not work if the policies are granted on an enterprise project. */
  readonly iamProjectOnly: readonly string[];
  /** The APIs that need no permission. */
  readonly withoutPermission: readonly string[];
  /** Actions to add in some cases only. */
  readonly inSomeCases: readonly Need[];
  /** Dependency patterns that would grant the whole service of the action that needs them: no table can mean that. */
  readonly tooBroad: readonly string[];
  /** Dependency actions of APIs whose table has no column for them, in the table of another cloud. */
  readonly neededElsewhere: readonly {
    readonly api: string;
    readonly cloud: Cloud;
    readonly actions: readonly string[];
  }[];
  /** Services whose level no source has. */
  readonly servicesOfUnknownLevel: readonly string[];
  /** The actions with which holders can extend their own permissions, with what they gain. */
  readonly escalations: readonly { readonly actions: readonly string[]; readonly gain: string }[];
}

/** The smallest policies with which APIs and actions work, their dependency actions included. */
export function smallestPolicies(tables: Tables, cloud: Cloud, { apis, actions }: Wanted): SmallestPolicies {
  const rows = apis.flatMap((api) => rowsOfApi(tables, cloud, api));
  const facts = actions.flatMap((name) => factsOf(tables, cloud, name));
  const grants = new Grants(tables, cloud);
  rows.forEach((row) => grants.addRow(row));
  actions.forEach((name) => grants.add(name));
  grants.addDependencies();
  const granted = grants.names();
  return {
    cloud,
    policies: (["project", "global"] as const).flatMap((level) => {
      const ofLevel = granted.filter((name) => grants.levelOf(name) === level);
      return ofLevel.length === 0 ? [] : [{ level, actions: withoutCovered(ofLevel) }];
    }),
    companionRoles: unique([
      ...rows.flatMap(({ companionRoles }) => companionRoles),
      ...granted.flatMap((name) => rolesOfAction(tables, cloud, name)),
    ]),
    iamProjectOnly: [
      ...new Set([
        ...rows.filter(isIamProjectOnly).flatMap((row) => row.apis.filter((api) => apis.includes(api))),
        ...facts.flatMap((one) => one.rows.filter(isIamProjectOnly).flatMap((row) => row.apis)),
      ]),
    ],
    withoutPermission: apis.filter((api) =>
      rowsOfApi(tables, cloud, api).every((row) => row.actions.length + (row.dependencies?.length ?? 0) === 0),
    ),
    inSomeCases: unique(rows.flatMap(conditionalNeeds)).filter(({ name }) => !isCovered(name, granted)),
    tooBroad: grants.tooBroad(),
    neededElsewhere: apis.flatMap((api) => neededElsewhere(tables, cloud, api, granted)),
    servicesOfUnknownLevel: [...new Set(granted.map(serviceOf))].filter(
      (name) => levelOf(tables, cloud, name) === null,
    ),
    escalations: escalationsOf(granted),
  };
}

function factsOf(tables: Tables, cloud: Cloud, name: string) {
  const pattern = parsePattern(name);
  const names = pattern ? namesMatching(tables, pattern, [cloud]) : [];
  return names.flatMap((one) => actionFacts(tables, cloud, one) ?? []);
}

/** The roles that every API of an action needs. */
function rolesOfAction(tables: Tables, cloud: Cloud, name: string): readonly RoleNeed[] {
  const pattern = parsePattern(name);
  const action = pattern && tables.catalogOf(cloud).action(pattern);
  return action ? companionRolesIn(action) : [];
}

/** An API that needs no permission works wherever policies are granted. */
function isIamProjectOnly({ actions, iamProject, enterpriseProject }: RowFacts): boolean {
  return actions.length > 0 && enterpriseProject === false && iamProject !== false;
}

function conditionalNeeds({ actions, dependencies }: RowFacts): readonly Need[] {
  return [...actions, ...(dependencies ?? [])].filter(({ only }) => only !== null);
}

function neededElsewhere(
  tables: Tables,
  cloud: Cloud,
  api: string,
  granted: readonly string[],
): SmallestPolicies["neededElsewhere"] {
  if (rowsOfApi(tables, cloud, api).some(({ dependencies }) => dependencies !== null)) {
    return [];
  }
  const others = clouds
    .filter((other) => other !== cloud)
    .map((other) => ({
      api,
      cloud: other,
      actions: rowsOfApi(tables, other, api)
        .flatMap(({ dependencies }) => dependencies ?? [])
        .filter(({ name, only }) => only === null && !granted.includes(name) && !isCovered(name, granted))
        .map(({ name }) => name),
    }));
  return others.filter(({ actions }) => actions.length > 0).slice(0, 1);
}

/** The parts of a pattern that have to be more than `*`, as the strict configuration asks. */
export const minimumSegments = 2;

/** Actions to grant, with what they in turn need. */
class Grants {
  readonly #tables: Tables;
  readonly #cloud: Cloud;
  readonly #names = new Map<string, string>();
  readonly #tooBroad = new Set<string>();

  constructor(tables: Tables, cloud: Cloud) {
    this.#tables = tables;
    this.#cloud = cloud;
  }

  /** Adds what a row needs in every case. If each of its actions is for one case only, all of them. */
  addRow({ actions, dependencies }: RowFacts): void {
    const always = actions.filter(({ only }) => only === null);
    const named = (always.length > 0 ? always : actions).map(({ name }) => name);
    const needed = (dependencies ?? []).filter(({ only }) => only === null).map(({ name }) => name);
    [...named, ...this.#withoutTooBroad(needed, named)].forEach((name) => this.add(name));
  }

  /** Under its present name and in its documented spelling. */
  add(name: string): void {
    const pattern = parsePattern(name);
    const documented = pattern && this.#tables.catalogOf(this.#cloud).action(pattern);
    const presentNames = documented?.isFormer ? documented.facts.flatMap((facts) => facts.presentNames) : [];
    if (presentNames.length > 0) {
      presentNames.forEach((present) => this.add(present));
    } else if (!this.#names.has(name.toLowerCase())) {
      this.#names.set(name.toLowerCase(), documented?.name ?? name);
    }
  }

  /** Adds what every API of a granted action needs, unless another granted action needs the action itself. */
  addDependencies(): void {
    let before: number;
    do {
      before = this.#names.size;
      const entries = this.names().map((name) => ({ name, needs: this.#dependenciesOf(name) }));
      const needed = new Map<string, Set<Level>>();
      for (const { name, needs } of entries) {
        needs.forEach((need) => {
          const key = need.toLowerCase();
          needed.set(key, (needed.get(key) ?? new Set()).add(this.levelOf(name)));
        });
      }
      for (const { name, needs } of entries) {
        // A dependency action works for the action that needs it, in a policy with it. Alone, it has to work by itself.
        if (!needed.get(name.toLowerCase())?.has(this.levelOf(name))) {
          needs.forEach((need) => this.add(need));
        }
      }
    } while (this.#names.size > before);
  }

  #dependenciesOf(name: string): readonly string[] {
    const pattern = parsePattern(name);
    const matched = pattern ? this.#tables.catalogOf(this.#cloud).matching(pattern) : [];
    const needed = matched
      .flatMap((action) => dependenciesOf(action, "common"))
      .filter((dependency) => !pattern || !covers(pattern, dependency.pattern))
      .map((dependency) => dependency.name);
    return this.#withoutTooBroad(needed, [name]);
  }

  /** @param needing the actions that need the others */
  #withoutTooBroad(needed: readonly string[], needing: readonly string[]): readonly string[] {
    const isTooBroad = (name: string) => {
      const pattern = parsePattern(name);
      return (
        pattern !== undefined && pattern.segments < minimumSegments && needing.some((one) => isCovered(one, [name]))
      );
    };
    needed.filter(isTooBroad).forEach((name) => this.#tooBroad.add(name));
    return needed.filter((name) => !isTooBroad(name));
  }

  tooBroad(): readonly string[] {
    return [...this.#tooBroad];
  }

  names(): readonly string[] {
    return [...this.#names.values()];
  }

  /** A service of unknown level goes with the others; where they differ, with the projects, where most services belong. */
  levelOf(name: string): Level {
    return levelOf(this.#tables, this.#cloud, serviceOf(name)) ?? this.#levelOfOthers();
  }

  #levelOfOthers(): Level {
    const levels = new Set(this.names().map((name) => levelOf(this.#tables, this.#cloud, serviceOf(name))));
    return levels.has("global") && !levels.has("project") ? "global" : "project";
  }
}

function serviceOf(name: string): string {
  return name.slice(0, name.indexOf(":")).toLowerCase();
}

function withoutCovered(names: readonly string[]): readonly string[] {
  return names.filter((name) => !isCovered(name, names));
}

/** Whether another name covers a name. */
function isCovered(name: string, names: readonly string[]): boolean {
  const pattern = parsePattern(name);
  return (
    pattern !== undefined &&
    names.some((other) => other.toLowerCase() !== name.toLowerCase() && coversName(parsePattern(other), pattern))
  );
}

function coversName(pattern: ActionPattern | undefined, other: ActionPattern): boolean {
  return pattern !== undefined && covers(pattern, other);
}

function escalationsOf(granted: readonly string[]): SmallestPolicies["escalations"] {
  const patterns = granted.flatMap((name) => parsePattern(name) ?? []);
  const isGranted = (name: string) => {
    const action = parsePattern(name);
    return action !== undefined && patterns.some((pattern) => covers(pattern, action));
  };
  return [
    ...assumingActions.filter(isGranted).map((name) => ({ actions: [name], gain: "act as any agency of the account" })),
    ...escalations
      .filter(({ needs }) => needs.every(isGranted))
      .map(({ needs, gain }) => ({ actions: [...needs], gain })),
  ];
}

function unique<Item>(items: readonly Item[]): readonly Item[] {
  const seen = new Map(items.map((item) => [JSON.stringify(item), item]));
  return [...seen.values()];
}
