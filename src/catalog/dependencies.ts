import { parsePattern, type ActionPattern } from "../policy/pattern.js";
import { memoize } from "../text/memoize.js";
import type { Cloud, NamedAction, PermissionRow, Qualifier } from "./format.js";
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
 * dependency actions (facts.md#dependencies-in-tables). In table order.
 *
 * A table without a dependency column says nothing about dependencies. So the rows that have the column must agree, and
 * of several clouds those that have it. Actions that share a row are different: every row and cloud says whether they
 * are needed.
 */
export function dependenciesOf(action: CatalogAction, mode: DependencyMode): readonly Dependency[] {
  return requirementsIn(action, mode).agreed;
}

/** The clouds whose own tables say that an action needs all of some actions, a part of its dependencies. */
export function cloudsThatRequire(
  action: CatalogAction,
  dependencies: readonly Dependency[],
  mode: DependencyMode,
): ReadonlySet<Cloud> {
  const clouds = requirementsIn(action, mode).clouds.filter(({ keys }) =>
    dependencies.every((dependency) => keys.has(keyOf(dependency))),
  );
  return new Set(clouds.map(({ cloud }) => cloud));
}

interface Requirements {
  readonly clouds: readonly CloudRequirements[];
  /** The dependencies that the clouds agree on. */
  readonly agreed: readonly Dependency[];
}

interface CloudRequirements extends TableRequirements {
  readonly cloud: Cloud;
}

/** What a row, or all rows of a cloud, require. */
interface TableRequirements {
  readonly dependencies: readonly Dependency[];
  readonly keys: ReadonlySet<string>;
  /** The keys of the dependencies that come from a dependency column; `undefined` without such a column. */
  readonly fromColumn: ReadonlySet<string> | undefined;
}

function requirementsIn(action: CatalogAction, mode: DependencyMode): Requirements {
  return mode === "common" ? commonRequirements(action) : everyRequirement(action);
}

const commonRequirements = memoize((action: CatalogAction) => readRequirements(action, "common"));
const everyRequirement = memoize((action: CatalogAction) => readRequirements(action, "every"));

function readRequirements({ facts, pattern }: CatalogAction, mode: DependencyMode): Requirements {
  const clouds = facts
    .filter(({ rows }) => rows.length > 0)
    .map(({ cloud, rows }) => ({ cloud, ...requirementsOfRows(pattern, rows, mode) }));
  return { clouds, agreed: agreement(clouds) };
}

function requirementsOfRows(
  pattern: ActionPattern,
  rows: readonly PermissionRow[],
  mode: DependencyMode,
): TableRequirements {
  const tables = rows.map((row) => requirementsOfRow(pattern, row, mode));
  const columns = tables.flatMap(({ fromColumn = [] }) => [...fromColumn]);
  const hasColumn = tables.some(({ fromColumn }) => fromColumn !== undefined);
  const dependencies = mode === "common" ? agreement(tables) : union(tables.map(({ dependencies }) => dependencies));
  return {
    dependencies,
    keys: new Set(dependencies.map(keyOf)),
    fromColumn: hasColumn ? new Set(columns) : undefined,
  };
}

function requirementsOfRow(pattern: ActionPattern, row: PermissionRow, mode: DependencyMode): TableRequirements {
  const needed = (others: readonly NamedAction[]): readonly Dependency[] => {
    const dependencies = dependenciesAmong(others, pattern, row);
    return mode === "common" ? withoutConditional(dependencies) : dependencies;
  };
  const { actions, dependencies: column } = row;
  const dependencies = needed([...actions, ...(column ?? [])]);
  return {
    dependencies,
    keys: new Set(dependencies.map(keyOf)),
    fromColumn: column && new Set(needed(column).map(keyOf)),
  };
}

/**
 * The dependencies that no table speaks against. A table without a dependency column does not speak of what another one
 * has in such a column.
 */
function agreement(tables: readonly TableRequirements[]): readonly Dependency[] {
  const inColumns = new Set(tables.flatMap(({ fromColumn = [] }) => [...fromColumn]));
  return firstOfEach(tables.flatMap(({ dependencies }) => dependencies)).filter((dependency) => {
    const key = keyOf(dependency);
    return tables.every(({ keys, fromColumn }) => keys.has(key) || (fromColumn === undefined && inColumns.has(key)));
  });
}

/** Drops dependencies of special cases, which an API works without. */
function withoutConditional(dependencies: readonly Dependency[]): Dependency[] {
  return dependencies.filter(({ qualifier }) => qualifier === undefined);
}

/** @param named the names in one or more cells of the row */
function dependenciesAmong(named: readonly NamedAction[], pattern: ActionPattern, row: PermissionRow): Dependency[] {
  const isSelf = (other: NamedAction) => nameOf(other).toLowerCase() === pattern.text;
  const ownCase = row.actions.filter(isSelf).map(qualifierOf)[0];
  const others = named
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

function firstOfEach(dependencies: readonly Dependency[]): readonly Dependency[] {
  const seen = new Set<string>();
  return dependencies.filter((dependency) => !seen.has(keyOf(dependency)) && seen.add(keyOf(dependency)));
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
