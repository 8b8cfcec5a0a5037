import { parsePattern, type ActionPattern } from "../policy/pattern.js";
import { memoize } from "../text/memoize.js";
import type { NamedAction, PermissionRow, Qualifier } from "./format.js";
import { nameOf, type CatalogAction } from "./service.js";

/** An action that must be granted too. */
export interface Dependency {
  /** In the documented spelling. May be a pattern. */
  readonly name: string;
  readonly pattern: ActionPattern;
  /** Set when it is needed in one case only. */
  readonly qualifier: Qualifier | undefined;
}

/** `common`: dependencies of every API of the action. `every`: dependencies of at least one API. */
export type DependencyMode = "common" | "every";

/**
 * The actions that must be granted too for an action to work: the other actions of its permission rows, and their
 * dependency actions (facts.md#dependencies-in-tables). In table order. For several clouds, the dependencies that they
 * agree on.
 */
export function dependenciesOf(action: CatalogAction, mode: DependencyMode): readonly Dependency[] {
  return mode === "common" ? commonDependenciesOf(action) : everyDependencyOf(action);
}

const commonDependenciesOf = memoize((action: CatalogAction) => readDependencies(action, "common"));
const everyDependencyOf = memoize((action: CatalogAction) => readDependencies(action, "every"));

function readDependencies({ facts, pattern }: CatalogAction, mode: DependencyMode): readonly Dependency[] {
  const clouds = facts.filter(({ rows }) => rows.length > 0);
  if (!clouds.every(({ rows }) => rows.some(namesOtherActions))) {
    return [];
  }
  return intersection(
    clouds.map(({ rows }) => {
      const requirements = rows.map((row) => requirementsOf(pattern, row));
      return mode === "common" ? intersection(requirements.map(withoutConditional)) : union(requirements);
    }),
  );
}

/** Whether a row names an action besides its own. */
function namesOtherActions({ actions, dependencies = [] }: PermissionRow): boolean {
  return actions.length + dependencies.length > 1;
}

/** Drops dependencies of special cases, which an API works without. */
function withoutConditional(dependencies: readonly Dependency[]): Dependency[] {
  return dependencies.filter(({ qualifier }) => qualifier === undefined);
}

function requirementsOf(pattern: ActionPattern, row: PermissionRow): Dependency[] {
  const isSelf = (other: NamedAction) => nameOf(other).toLowerCase() === pattern.text;
  const ownCase = row.actions.filter(isSelf).map(qualifierOf)[0];
  const others = [...row.actions, ...(row.dependencies ?? [])]
    .filter((other) => !isSelf(other) && isNeededIn(ownCase, qualifierOf(other)))
    .flatMap((other) => {
      const required = parsePattern(nameOf(other));
      const qualifier = qualifierOf(other) === ownCase ? undefined : qualifierOf(other);
      return required ? [{ name: nameOf(other), pattern: required, qualifier }] : [];
    });
  return union([others]);
}

/** Different cases exclude each other: importing a system disk has no dependencies of importing a data disk. */
function isNeededIn(ownCase: Qualifier | undefined, otherCase: Qualifier | undefined): boolean {
  return ownCase === undefined || otherCase === undefined || ownCase === otherCase;
}

function qualifierOf(action: NamedAction): Qualifier | undefined {
  return typeof action === "string" ? undefined : action.qualifier;
}

function intersection([first = [], ...others]: readonly (readonly Dependency[])[]): Dependency[] {
  const keys = others.map((dependencies) => new Set(dependencies.map(keyOf)));
  return first.filter((dependency) => keys.every((other) => other.has(keyOf(dependency))));
}

/**
 * Merges duplicates. An action that is needed conditionally in one row and unconditionally in another is needed
 * unconditionally.
 */
function union(all: readonly (readonly Dependency[])[]): Dependency[] {
  const found = new Map<string, Dependency>();
  for (const dependency of all.flat()) {
    const known = found.get(keyOf(dependency));
    if (!known || (known.qualifier && !dependency.qualifier)) {
      found.set(keyOf(dependency), dependency);
    }
  }
  return [...found.values()];
}

function keyOf({ pattern }: Dependency): string {
  return pattern.text;
}
