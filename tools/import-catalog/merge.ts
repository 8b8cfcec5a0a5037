/**
 * Merges the rows of one cloud's current pages and assigns them to services.
 *
 * - Rows of a page that certainly changed later replace those of an older one (`newest-rows.ts`).
 * - Other rows of different pages with the same APIs and actions are duplicates. The first one is kept, with absent
 *   fields taken from the others. Pages with APIs come before pages without, main pages before appendices, and then
 *   pages are sorted by repository and path.
 * - Rows of the same page are never merged: an API may have one row for each kind of call.
 * - The service of a page is the most frequent prefix of the first actions of its rows. A row belongs to it if it has
 *   no action or an action of that service, and otherwise to the service of its first action.
 */
import type { PageSource } from "./corpus.js";
import { compare, isExactName, nameKey, nameOf, serviceOf } from "./names.js";
import { type ReplacedRow, replaceOlderRows } from "./newest-rows.js";
import type { PageReading, PageRow } from "./page-rows.js";

export interface ReadPage {
  readonly source: PageSource;
  readonly reading: PageReading;
}

export interface MergedRow {
  readonly service: string;
  readonly page: PageSource;
  readonly row: PageRow;
}

/** Two pages of a cloud that disagree about the same APIs and actions. */
export interface Contradiction {
  readonly service: string;
  readonly row: PageRow;
  readonly page: PageSource;
  readonly other: PageSource;
  readonly fields: readonly (keyof PageRow)[];
}

/**
 * The reason why a table row is not a permission row. Rows without an API that have only patterns, or only actions of
 * other services, are the content of a system policy. An API that has a name for identity policies only needs one in
 * version 1.1, too, but none that could be granted.
 */
export type SkipReason =
  "no-action-and-no-api" | "pattern-without-api" | "other-service-without-api" | "identity-action-only";

export interface SkippedRow {
  readonly page: PageSource;
  readonly row: PageRow;
  readonly reason: SkipReason;
}

export interface MergedRows {
  readonly rows: readonly MergedRow[];
  /** The services that have a page of their own. */
  readonly pageServices: ReadonlySet<string>;
  readonly duplicates: number;
  readonly contradictions: readonly Contradiction[];
  readonly replaced: readonly ReplacedRow[];
  readonly skipped: readonly SkippedRow[];
}

/** @param pages the current pages of one cloud */
export function mergePages(all: readonly ReadPage[]): MergedRows {
  const { pages, replaced } = replaceOlderRows(all);
  const merged = new Map<string, MergedRow[]>();
  const contradictions: Contradiction[] = [];
  const skipped: SkippedRow[] = [];
  const pageServices = new Set<string>();
  let duplicates = 0;
  for (const { source, reading } of sortPages(pages)) {
    // A page on APIs that need no permission has no actions. Its repository's other pages have.
    const pageService = majorityService(reading.rows) ?? majorityService(rowsOf(pages, source.repository));
    if (pageService !== undefined) pageServices.add(pageService);
    for (const row of reading.rows) {
      const service = serviceOfRow(row, pageService);
      const reason = skipReason(row, pageService);
      if (service === undefined || reason !== undefined) {
        skipped.push({ page: source, row, reason: reason ?? "no-action-and-no-api" });
        continue;
      }
      const key = rowKey(service, row);
      const known = merged.get(key) ?? [];
      const twins = known.filter((other) => other.page !== source);
      const twin = twins.find((other) => differingFields(other.row, row).length === 0) ?? twins[0];
      if (twin === undefined) merged.set(key, [...known, { service, page: source, row }]);
      else {
        duplicates += 1;
        const fields = differingFields(twin.row, row);
        if (fields.length > 0) contradictions.push({ service, row, page: source, other: twin.page, fields });
        merged.set(
          key,
          known.map((other) => (other === twin ? { ...twin, row: { ...row, ...twin.row } } : other)),
        );
      }
    }
  }
  return { rows: [...merged.values()].flat(), pageServices, duplicates, contradictions, replaced, skipped };
}

function sortPages(pages: readonly ReadPage[]): readonly ReadPage[] {
  const rank = ({ reading }: ReadPage): number => (reading.rows.some((row) => row.apis.length > 0) ? 0 : 1);
  const isAppendix = ({ source }: ReadPage): number => (source.path.includes("/appendix/") ? 1 : 0);
  const place = ({ source }: ReadPage): string => `${source.repository} ${source.path}`;
  return [...pages].sort((a, b) => rank(a) - rank(b) || isAppendix(a) - isAppendix(b) || compare(place(a), place(b)));
}

function rowsOf(pages: readonly ReadPage[], repository: string): readonly PageRow[] {
  return pages.filter(({ source }) => source.repository === repository).flatMap(({ reading }) => reading.rows);
}

function majorityService(rows: readonly PageRow[]): string | undefined {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const [first] = row.actions;
    if (first !== undefined) counts.set(serviceOf(nameOf(first)), (counts.get(serviceOf(nameOf(first))) ?? 0) + 1);
  }
  return [...counts].sort(([a, m], [b, n]) => n - m || compare(a, b))[0]?.[0];
}

function skipReason(row: PageRow, pageService: string | undefined): SkipReason | undefined {
  if (row.actions.length === 0 && row.identityActions !== undefined) return "identity-action-only";
  if (row.apis.length > 0) return undefined;
  const names = row.actions.map(nameOf);
  if (names.length === 0) return "no-action-and-no-api";
  if (!names.some(isExactName)) return "pattern-without-api";
  return names.some((name) => serviceOf(name) === pageService) ? undefined : "other-service-without-api";
}

function serviceOfRow(row: PageRow, pageService: string | undefined): string | undefined {
  const services = row.actions.map((action) => serviceOf(nameOf(action)));
  return pageService !== undefined && services.includes(pageService) ? pageService : (services[0] ?? pageService);
}

function rowKey(service: string, row: PageRow): string {
  return JSON.stringify([
    service,
    [...row.apis].sort(compare),
    row.actions.map((action) => nameKey(nameOf(action))).sort(compare),
  ]);
}

const comparedFields = ["dependencies", "iamProject", "enterpriseProject"] as const;

function differingFields(a: PageRow, b: PageRow): readonly (keyof PageRow)[] {
  return comparedFields.filter(
    (field) =>
      a[field] !== undefined && b[field] !== undefined && JSON.stringify(a[field]) !== JSON.stringify(b[field]),
  );
}
