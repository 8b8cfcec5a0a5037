/**
 * The rows of one cloud's current pages, each once and with the service that it belongs to.
 *
 * - Clouds are never mixed; the caller passes the pages of one.
 * - A row that another page gave already (same APIs and same actions) counts once. Pages that name APIs go
 *   before pages that do not, main pages before appendices, then the order of repository and path decides; what the row that counts leaves
 *   open is filled in from the other.
 * - Rows of one page are never merged: the same API may stand there once for each kind of call.
 * - A row belongs to its page's service (the prefix that most of the page's rows name first) when it has an
 *   action of it, else to the service of its first action; a row without an action belongs to the page's.
 */
import type { PageSource } from "./corpus.js";
import { compare, isExactName, nameKey, nameOf, serviceOf } from "./names.js";
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

/** Two pages of one cloud that say different things of the same APIs and actions. */
export interface Contradiction {
  readonly service: string;
  readonly row: PageRow;
  readonly page: PageSource;
  readonly other: PageSource;
  readonly fields: readonly (keyof PageRow)[];
}

/**
 * Why a row of a table is no permission row. Rows without an API may be the content of a system policy: then
 * they hold patterns, or actions of services that the page is not about.
 */
export type SkipReason = "no-action-and-no-api" | "pattern-without-api" | "other-service-without-api";

export interface SkippedRow {
  readonly page: PageSource;
  readonly row: PageRow;
  readonly reason: SkipReason;
}

export interface MergedRows {
  readonly rows: readonly MergedRow[];
  /** The services of the pages: those that the cloud documents with tables of their own. */
  readonly pageServices: ReadonlySet<string>;
  readonly duplicates: number;
  readonly contradictions: readonly Contradiction[];
  readonly skipped: readonly SkippedRow[];
}

export function mergePages(pages: readonly ReadPage[]): MergedRows {
  const merged = new Map<string, MergedRow[]>();
  const contradictions: Contradiction[] = [];
  const skipped: SkippedRow[] = [];
  const pageServices = new Set<string>();
  let duplicates = 0;
  for (const { source, reading } of inOrder(pages)) {
    // A page of APIs that need no permission names no service; the other pages of its repository do.
    const pageService = majorityService(reading.rows) ?? majorityService(rowsOf(pages, source.repository));
    if (pageService !== undefined) pageServices.add(pageService);
    for (const row of reading.rows) {
      const service = homeService(row, pageService);
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
  return { rows: [...merged.values()].flat(), pageServices, duplicates, contradictions, skipped };
}

function inOrder(pages: readonly ReadPage[]): readonly ReadPage[] {
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
  if (row.apis.length > 0) return undefined;
  const names = row.actions.map(nameOf);
  if (names.length === 0) return "no-action-and-no-api";
  if (!names.some(isExactName)) return "pattern-without-api";
  return names.some((name) => serviceOf(name) === pageService) ? undefined : "other-service-without-api";
}

function homeService(row: PageRow, pageService: string | undefined): string | undefined {
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
