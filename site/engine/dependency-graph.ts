import { catalogOf } from "../../src/catalog/catalog.js";
import { dependenciesOf } from "../../src/catalog/dependencies.js";
import type { Cloud, Qualifier } from "../../src/catalog/format.js";
import { parsePattern } from "../../src/policy/pattern.js";
import type { CatalogAction } from "../../src/catalog/service.js";

/** An action in the picture of the dependencies of another. */
export interface GraphNode {
  readonly name: string;
  /** -1: needs the action. 0: the action. 1: a dependency action. 2: a dependency action of one of those. */
  readonly level: -1 | 0 | 1 | 2;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** That one action needs another. */
export interface GraphEdge {
  readonly from: GraphNode;
  readonly to: GraphNode;
  /** Set when it is needed in one case only. */
  readonly only: Qualifier | undefined;
  /** Whether every API needs it. */
  readonly isAlways: boolean;
}

export interface DependencyGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** The actions that have no room, by level. */
  readonly left: Readonly<Record<-1 | 1 | 2, number>>;
  readonly width: number;
  readonly height: number;
}

/** In pixels. */
export const nodeHeight = 26;
const rowHeight = 34;
const columnGap = 96;
const characterWidth = 7.3;
const padding = 20;

/** More cannot be read. */
const maxPerColumn = 30;

interface Need {
  readonly from: string;
  readonly to: string;
  readonly only: Qualifier | undefined;
  readonly isAlways: boolean;
}

/**
 * Who needs an action, what it needs, and what that needs, laid out in columns from left to right. The files of all
 * services must be there.
 *
 * @returns `undefined` if the cloud does not have the action, or nothing of it is known to depend on another
 */
export function dependencyGraph(cloud: Cloud, name: string): DependencyGraph | undefined {
  const pattern = parsePattern(name);
  const action = pattern && catalogOf(cloud).action(pattern);
  if (!action) {
    return undefined;
  }
  const direct = needsOf(action);
  const names = { [-1]: neededBy(cloud, action), 0: [action.name], 1: direct.map(({ to }) => to) };
  const known = new Set([action.name, ...names[1]]);
  const next = direct.flatMap(({ to }) => {
    const needed = documented(cloud, to);
    return needed ? needsOf(needed).map((need) => ({ ...need, from: to })) : [];
  });
  const beyond = [...new Set(next.map(({ to }) => to))].filter((to) => !known.has(to));
  const columns = [
    { level: -1, all: names[-1].map(({ from }) => from) },
    { level: 0, all: names[0] },
    { level: 1, all: names[1] },
    { level: 2, all: beyond },
  ] as const;
  return columns[0].all.length + columns[2].all.length === 0
    ? undefined
    : layOut(columns, [...names[-1], ...direct, ...next]);
}

function documented(cloud: Cloud, name: string): CatalogAction | undefined {
  const pattern = parsePattern(name);
  return pattern && catalogOf(cloud).action(pattern);
}

function needsOf(action: CatalogAction): readonly Need[] {
  const always = new Set(dependenciesOf(action, "common").map(({ pattern }) => pattern.text));
  return dependenciesOf(action, "every").map(({ name, pattern, qualifier }) => ({
    from: action.name,
    to: name,
    only: qualifier,
    isAlways: always.has(pattern.text),
  }));
}

/** The actions that name an action among their dependencies. Reads every service. */
function neededBy(cloud: Cloud, action: CatalogAction): readonly Need[] {
  const catalog = catalogOf(cloud);
  const others = catalog.serviceNames().flatMap((name) => [...(catalog.service(name)?.actions.values() ?? [])]);
  return others
    .filter((other) => other !== action && other.mayHaveRequirements)
    .flatMap((other) => needsOf(other).filter(({ to }) => to.toLowerCase() === action.pattern.text))
    .map((need) => ({ ...need, to: action.name }));
}

function layOut(
  columns: readonly { readonly level: GraphNode["level"]; readonly all: readonly string[] }[],
  needs: readonly Need[],
): DependencyGraph {
  const tallest = Math.min(maxPerColumn, Math.max(...columns.map(({ all }) => all.length)));
  const nodes: GraphNode[] = [];
  let x = 0;
  for (const { level, all } of columns.filter((column) => column.all.length > 0)) {
    const shown = all.slice(0, maxPerColumn);
    const width = Math.max(...shown.map((name) => name.length)) * characterWidth + padding;
    const top = ((tallest - shown.length) * rowHeight) / 2;
    nodes.push(...shown.map((name, index) => ({ name, level, x, y: top + index * rowHeight, width })));
    x += width + columnGap;
  }
  const byName = new Map(nodes.map((node) => [node.name.toLowerCase(), node]));
  const edges = needs.flatMap(({ from, to, only, isAlways }) => {
    const [start, end] = [byName.get(from.toLowerCase()), byName.get(to.toLowerCase())];
    return start && end ? [{ from: start, to: end, only, isAlways }] : [];
  });
  const leftAt = (level: GraphNode["level"]) =>
    Math.max(0, (columns.find((column) => column.level === level)?.all.length ?? 0) - maxPerColumn);
  return {
    nodes,
    edges,
    left: { [-1]: leftAt(-1), 1: leftAt(1), 2: leftAt(2) },
    width: x - columnGap,
    height: tallest * rowHeight,
  };
}

/** The way of an edge, for SVG: between neighbouring columns a curve, within a column a loop at its right. */
export function edgePath({ from, to }: GraphEdge): string {
  const [startY, endY] = [from.y + nodeHeight / 2, to.y + nodeHeight / 2];
  const startX = from.x + from.width;
  const endX = to.level > from.level ? to.x : to.x + to.width;
  const bend = to.level > from.level ? (endX - startX) / 2 : columnGap / 2;
  const back = to.level > from.level ? endX - bend : endX + bend;
  return `M${startX} ${startY}C${startX + bend} ${startY} ${back} ${endY} ${endX} ${endY}`;
}
