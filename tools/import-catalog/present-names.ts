/**
 * Finds the actions that replaced former ones: those that the same operations need today (facts.md#renamed-actions).
 *
 * An operation is what a permission row describes. Where its API serves that one operation, the API identifies it. An
 * API such as `POST /servers/{id}/action` serves many, and there the titles of the rows must be the same.
 */
import type { MergedRow, ReadPage } from "./merge.js";
import { compare, nameKey, nameOf, serviceOf } from "./names.js";
import type { PageRow } from "./page-rows.js";

/** Present names by the key of the former name, the most likely first. */
export type PresentNames = ReadonlyMap<string, readonly string[]>;

/**
 * Each row of a former name gives one present name or none. If one gives none, the former name has no present names,
 * because they would be only a part of what it granted.
 *
 * Only the actions of a current row's own service count: the others are dependencies. Two services may have the same
 * path, because paths have no host. So a name must be of the same service as the former one, or be documented in the
 * same repository.
 *
 * @param lacksPages whether pages of a service are missing, which would make the result misleading
 */
export function findPresentNames(
  former: readonly ReadPage[],
  rows: readonly MergedRow[],
  lacksPages: (service: string) => boolean,
): PresentNames {
  const today = operationsByApi(rows);
  const counts = new Map<string, Map<string, number>>();
  const incomplete = new Set<string>();
  for (const { source, reading } of former) {
    const then = titlesByApi(reading.rows);
    for (const row of reading.rows) {
      for (const formerName of row.actions.map(nameOf).filter((name) => !lacksPages(serviceOf(name)))) {
        const key = nameKey(formerName);
        const isRelated = ({ name, repository }: Operation): boolean =>
          serviceOf(name) === serviceOf(formerName) || repository === source.repository;
        const found = new Set(
          row.apis.flatMap((api) =>
            namesOf(row, (today.get(apiKey(api)) ?? []).filter(isRelated), then.get(apiKey(api))),
          ),
        );
        const [name] = found;
        if (name === undefined || found.size > 1) incomplete.add(key);
        else counts.set(key, countOf(name, counts.get(key)));
      }
    }
  }
  return new Map(
    [...counts].filter(([key]) => !incomplete.has(key)).map(([key, counted]) => [key, mostLikelyFirst(key, counted)]),
  );
}

/** What one action of a current row is needed for. */
interface Operation {
  readonly name: string;
  readonly title: string;
  readonly repository: string;
}

function operationsByApi(rows: readonly MergedRow[]): ReadonlyMap<string, readonly Operation[]> {
  const operations = new Map<string, Operation[]>();
  for (const { service, page, row } of rows) {
    const own = row.actions
      .filter((action) => typeof action === "string" && serviceOf(action) === service)
      .map((action) => ({ name: nameOf(action), title: titleOf(row), repository: page.repository }));
    for (const api of row.apis) operations.set(apiKey(api), [...(operations.get(apiKey(api)) ?? []), ...own]);
  }
  return operations;
}

function titlesByApi(rows: readonly PageRow[]): ReadonlyMap<string, ReadonlySet<string>> {
  const titles = new Map<string, Set<string>>();
  for (const row of rows) {
    for (const api of row.apis) titles.set(apiKey(api), (titles.get(apiKey(api)) ?? new Set()).add(titleOf(row)));
  }
  return titles;
}

/**
 * The names that the operation of a former row needs today.
 *
 * @param today the operations of one of its APIs
 * @param then the titles of that API on the former page
 */
function namesOf(row: PageRow, today: readonly Operation[], then: ReadonlySet<string> = new Set()): readonly string[] {
  const isShared = then.size > 1 || new Set(today.map(({ title }) => title)).size > 1;
  return today.filter(({ title }) => !isShared || title === titleOf(row)).map(({ name }) => name);
}

/** The title without case, punctuation and a remark in brackets, which differ between revisions of a page. */
function titleOf({ operation = "" }: PageRow): string {
  return operation
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\([^)]*\)/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** The API without parameter names, which differ between revisions of a page. */
function apiKey(api: string): string {
  return api.replace(/\{[^}]*\}/gu, "{}");
}

function countOf(name: string, counted = new Map<string, number>()): Map<string, number> {
  return counted.set(name, (counted.get(name) ?? 0) + 1);
}

/**
 * Sorts names that extend the former one first, because actions were split that way: `delete` became `deleteServers`.
 */
function mostLikelyFirst(formerKey: string, counts: ReadonlyMap<string, number>): readonly string[] {
  const extensionRank = (name: string): number => (nameKey(name).startsWith(formerKey) ? 0 : 1);
  return [...counts]
    .sort(([a, m], [b, n]) => extensionRank(a) - extensionRank(b) || n - m || compare(a, b))
    .map(([name]) => name);
}
