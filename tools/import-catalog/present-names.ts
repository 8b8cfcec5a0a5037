/** The actions that replaced former ones: what the same APIs need today (facts.md#renamed-actions). */
import type { MergedRow, ReadPage } from "./merge.js";
import { compare, nameKey, nameOf, serviceOf } from "./names.js";

/** By the key of a former name: today's names, the likeliest first. */
export type PresentNames = ReadonlyMap<string, readonly string[]>;

/**
 * Looks up the APIs of former rows among the rows of today. Of a row of today, only actions of its own service
 * count; the others are what it needs besides. Paths have no host, so that two services may have the same: a
 * name counts only when it is of the former one's service or documented in the same repository.
 *
 * @param lacksPages whether rows of a service are missing, so that what is there would mislead
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
  return new Map([...counts].map(([key, counted]) => [key, likeliestFirst(key, counted)]));
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

/** Pages name the parameters of a path differently over time. */
function apiKey(api: string): string {
  return api.replace(/\{[^}]*\}/gu, "{}");
}

/** An action that was split has names that go on from its own: `delete` became `deleteServers` and others. */
function likeliestFirst(formerKey: string, counts: ReadonlyMap<string, number>): readonly string[] {
  const goesOn = (name: string): number => (nameKey(name).startsWith(formerKey) ? 0 : 1);
  return [...counts].sort(([a, m], [b, n]) => goesOn(a) - goesOn(b) || n - m || compare(a, b)).map(([name]) => name);
}
