/**
 * Replaces rows by those of newer pages.
 *
 * 1. A row is about an action set of an API. Where a page that certainly changed later has a row for the same, the older
 *    row no longer counts for that API. An older row without actions says that its API needs none, so that any newer
 *    row for the API replaces it.
 * 2. What a newer page has no column for, it does not speak of: these fields are taken from the replaced row.
 * 3. A newer row that says the same replaces nothing, so that a file with a revision stays the source.
 * 4. Rows that only the older page has stay.
 */
import { isNewer } from "./commit-dates.js";
import type { PageSource } from "./corpus.js";
import type { ReadPage } from "./merge.js";
import { compare, nameKey, nameOf } from "./names.js";
import type { PageRow } from "./page-rows.js";

/** A row that no longer counts, for at least one of its APIs. */
export interface ReplacedRow {
  readonly row: PageRow;
  readonly page: PageSource;
  readonly by: PageSource;
}

/** @param pages of one cloud */
export function replaceOlderRows(pages: readonly ReadPage[]): {
  readonly pages: readonly ReadPage[];
  readonly replaced: readonly ReplacedRow[];
} {
  const rows = pages.flatMap(({ source, reading }) => reading.rows.map((row) => ({ page: source, row })));
  const index = indexOf(rows);
  const newerOf = new Map(rows.map((one) => [one.row, apisOf(one.row).map((api) => newestFor(api, one, index))]));
  const replaced: ReplacedRow[] = [];
  const olderOf = new Map<PageRow, PageRow>();
  for (const { page, row } of rows) {
    const newer = newerOf.get(row)?.filter((found) => found !== undefined) ?? [];
    for (const found of newer) if (!olderOf.has(found.row)) olderOf.set(found.row, row);
    if (newer[0] !== undefined) replaced.push({ row, page, by: newer[0].page });
  }
  const left = (row: PageRow): readonly PageRow[] => {
    const newer = newerOf.get(row) ?? [];
    const whole = completed(row, olderOf.get(row));
    if (newer.every((found) => found === undefined)) return [whole];
    const apis = row.apis.filter((_, place) => newer[place] === undefined);
    return apis.length === 0 ? [] : [{ ...whole, apis }];
  };
  return {
    pages: pages.map(({ source, reading }) => ({ source, reading: { ...reading, rows: reading.rows.flatMap(left) } })),
    replaced,
  };
}

interface RowOnPage {
  readonly page: PageSource;
  readonly row: PageRow;
}

type Index = ReadonlyMap<string, readonly RowOnPage[]>;

/** The rows by API and actions, and by API alone. */
function indexOf(rows: readonly RowOnPage[]): Index {
  const index = new Map<string, RowOnPage[]>();
  for (const one of rows) {
    for (const api of apisOf(one.row)) {
      for (const key of new Set([apiKey(api), rowKey(api, one.row)])) {
        const known = index.get(key);
        if (known) known.push(one);
        else index.set(key, [one]);
      }
    }
  }
  return index;
}

/** The row of the newest page that replaces a row for one of its APIs. */
function newestFor(api: string, { page, row }: RowOnPage, index: Index): RowOnPage | undefined {
  if (api === "" && row.actions.length === 0) return undefined;
  const candidates = index.get(row.actions.length > 0 ? rowKey(api, row) : apiKey(api)) ?? [];
  return candidates
    .filter((one) => isNewer(one.page, page) && saysElse(one.row, row))
    .reduce<RowOnPage | undefined>((best, one) => (best && !isNewer(one.page, best.page) ? best : one), undefined);
}

/** Whether a newer row differs from an older one for the same API. */
function saysElse(newer: PageRow, older: PageRow): boolean {
  return factsOf(completed(newer, older)) !== factsOf(older);
}

function factsOf({ actions, dependencies, iamProject, enterpriseProject }: PageRow): string {
  const named = (names: PageRow["actions"] | undefined): readonly string[] | undefined =>
    names?.map((one) => JSON.stringify(one).toLowerCase()).sort(compare);
  return JSON.stringify([named(actions), named(dependencies), iamProject, enterpriseProject]);
}

/** A row with the fields that its page has no column for, from the row that it replaces. */
function completed(row: PageRow, older: PageRow | undefined): PageRow {
  const { dependencies, iamProject, enterpriseProject } = older ?? {};
  return {
    ...row,
    ...(row.dependencies === undefined && dependencies !== undefined && { dependencies }),
    ...(row.iamProject === undefined && iamProject !== undefined && { iamProject }),
    ...(row.enterpriseProject === undefined && enterpriseProject !== undefined && { enterpriseProject }),
  };
}

/** The APIs of a row, whatever their parameters are called. A table without APIs has rows about none. */
function apisOf({ apis }: PageRow): readonly string[] {
  return apis.length === 0 ? [""] : apis.map((api) => api.replace(/\{\w+\}/gu, "{}").toLowerCase());
}

function apiKey(api: string): string {
  return JSON.stringify([api]);
}

function rowKey(api: string, { actions }: PageRow): string {
  return JSON.stringify([api, ...actions.map((action) => nameKey(nameOf(action))).sort(compare)]);
}
