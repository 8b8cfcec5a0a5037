import { parsePattern, type ActionPattern } from "../policy/pattern.js";
import { memoize } from "../text/memoize.js";
import type { NamedAction, PermissionRow, Remark } from "./format.js";
import { nameOf, type CatalogAction } from "./service.js";

/** An action that must be granted too. */
export interface Dependency {
  /** In the documented spelling; may be a pattern. */
  readonly name: string;
  readonly pattern: ActionPattern;
  /** Set when it is needed in one case only. */
  readonly remark: Remark | undefined;
}

/** `common`: what every API of the action needs. `every`: what some API of the action needs. */
export type DependencyReach = "common" | "every";

/**
 * What else must be granted for an action to work: the other actions of its permission rows and their
 * dependency actions. Of several clouds, what they agree on; in the order of the tables.
 */
export function dependenciesOf(action: CatalogAction, reach: DependencyReach): readonly Dependency[] {
  return reach === "common" ? commonDependenciesOf(action) : everyDependencyOf(action);
}

const commonDependenciesOf = memoize((action: CatalogAction) => readDependencies(action, "common"));
const everyDependencyOf = memoize((action: CatalogAction) => readDependencies(action, "every"));

function readDependencies({ facts, pattern }: CatalogAction, reach: DependencyReach): readonly Dependency[] {
  const clouds = facts.filter(({ rows }) => rows.length > 0);
  if (!clouds.every(({ rows }) => rows.some(namesOthers))) {
    return [];
  }
  return inAll(
    clouds.map(({ rows }) => {
      const requirements = rows.map((row) => requirementsOf(pattern, row));
      return reach === "common" ? inAll(requirements.map(withoutCases)) : inAny(requirements);
    }),
  );
}

/** Whether a row has more than one action, which can only be the one that it is a row of. */
function namesOthers({ actions, dependencies = [] }: PermissionRow): boolean {
  return actions.length + dependencies.length > 1;
}

/** A dependency that only one case needs is not one that the API cannot do without. */
function withoutCases(dependencies: readonly Dependency[]): Dependency[] {
  return dependencies.filter(({ remark }) => remark === undefined);
}

function requirementsOf(pattern: ActionPattern, row: PermissionRow): Dependency[] {
  const isSelf = (other: NamedAction) => nameOf(other).toLowerCase() === pattern.text;
  const ownCase = row.actions.filter(isSelf).map(remarkOf)[0];
  const others = [...row.actions, ...(row.dependencies ?? [])]
    .filter((other) => !isSelf(other) && isNeededIn(ownCase, remarkOf(other)))
    .flatMap((other) => {
      const required = parsePattern(nameOf(other));
      const remark = remarkOf(other) === ownCase ? undefined : remarkOf(other);
      return required ? [{ name: nameOf(other), pattern: required, remark }] : [];
    });
  return inAny([others]);
}

/** Two cases exclude each other: importing a system disk needs nothing of importing a data disk. */
function isNeededIn(ownCase: Remark | undefined, otherCase: Remark | undefined): boolean {
  return ownCase === undefined || otherCase === undefined || ownCase === otherCase;
}

function remarkOf(action: NamedAction): Remark | undefined {
  return typeof action === "string" ? undefined : action.remark;
}

function inAll([first = [], ...others]: readonly (readonly Dependency[])[]): Dependency[] {
  const keys = others.map((dependencies) => new Set(dependencies.map(keyOf)));
  return first.filter((dependency) => keys.every((other) => other.has(keyOf(dependency))));
}

/** Each once; what is needed in one case here and in all cases there is needed in all. */
function inAny(all: readonly (readonly Dependency[])[]): Dependency[] {
  const found = new Map<string, Dependency>();
  for (const dependency of all.flat()) {
    const known = found.get(keyOf(dependency));
    if (!known || (known.remark && !dependency.remark)) {
      found.set(keyOf(dependency), dependency);
    }
  }
  return [...found.values()];
}

function keyOf({ pattern }: Dependency): string {
  return pattern.text;
}
