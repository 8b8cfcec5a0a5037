/** Finds the actions that replaced former ones: those that the same APIs need today (facts.md#renamed-actions). */
import type { MergedRow, ReadPage } from "./merge.js";
import { compare, nameKey, nameOf, serviceOf } from "./names.js";

/** Present names by the key of the former name, the most likely first. */
export type PresentNames = ReadonlyMap<string, readonly string[]>;

/**
 * Finds the APIs of former rows in the current rows. Only the actions of a current row's own service count: the others
 * are dependencies. Two services may have the same path, because paths have no host. So a name must be of the same
 * service as the former one, or be documented in the same repository.
 *
 * @param lacksPages whether pages of a service are missing, which would make the result misleading
 */
export function findPresentNames(
  former: readonly ReadPage[],
  rows: readonly MergedRow[],
  lacksPages: (service: string) => boolean,
): PresentNames {
  const today = namesByApi(rows);
  const counts = new Map<string, Map<string, number>>();
  for (const { source, reading } of former) {
    for (const row of reading.rows) {
      const found = new Set(row.apis.flatMap((api) => today.get(apiKey(api)) ?? []));
      for (const formerName of row.actions.map(nameOf).filter((name) => !lacksPages(serviceOf(name)))) {
        const counted = counts.get(nameKey(formerName)) ?? new Map<string, number>();
        const related = [...found].filter(
          ({ name, repository }) => serviceOf(name) === serviceOf(formerName) || repository === source.repository,
        );
        for (const name of new Set(related.map((one) => one.name))) counted.set(name, (counted.get(name) ?? 0) + 1);
        counts.set(nameKey(formerName), counted);
      }
    }
  }
  return new Map([...counts].map(([key, counted]) => [key, mostLikelyFirst(key, counted)]));
}

interface PresentName {
  readonly name: string;
  readonly repository: string;
}

function namesByApi(rows: readonly MergedRow[]): ReadonlyMap<string, readonly PresentName[]> {
  const names = new Map<string, PresentName[]>();
  for (const { service, page, row } of rows) {
    const own = row.actions
      .filter((action) => typeof action === "string" && serviceOf(action) === service)
      .map((action) => ({ name: nameOf(action), repository: page.repository }));
    for (const api of row.apis) names.set(apiKey(api), [...(names.get(apiKey(api)) ?? []), ...own]);
  }
  return names;
}

/** The API without parameter names, which differ between revisions of a page. */
function apiKey(api: string): string {
  return api.replace(/\{[^}]*\}/gu, "{}");
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
