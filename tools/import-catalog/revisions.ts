/**
 * Which stored revision of a page counts.
 *
 * 1. A page is a path in a repository of a cloud. One revision of it is *current*; its rows are the page's rows.
 * 2. The newest revision (`head`) is current, but a `superseded` one goes before it: the newer one lost the
 *    separators in its cells (facts.md#lost-separators), so that its names stand glued together. Of the newer
 *    one only the rows count that name an action which the older one does not have.
 * 3. `deleted` pages and all other revisions are *former*: they only tell names that once were documented.
 * 4. A `seed` is a revision like any other old one; where only the seeds are imported, they are the newest, and
 *    of two seeds of one page the later in the list counts.
 */
import type { PageSource, PageStatus } from "./corpus.js";
import { nameKey, nameOf } from "./names.js";
import type { PageReading } from "./page-rows.js";

export interface Revisions {
  readonly current: readonly PageSource[];
  /** Newer revisions of current pages, from which only new rows are taken. */
  readonly additions: readonly Addition[];
  readonly former: readonly PageSource[];
}

export interface Addition {
  readonly newer: PageSource;
  readonly current: PageSource;
}

export type PageSelection = "all" | "seeds";

/** All lists in the order of the pages given. */
export function chooseRevisions(pages: readonly PageSource[], selection: PageSelection): Revisions {
  const considered = selection === "seeds" ? pages.filter((page) => page.status === "seed") : pages;
  const ranks = selection === "seeds" ? seedRanks : pageRanks;
  const winners = new Map<string, PageSource>();
  for (const page of considered) {
    const winner = winners.get(pageKey(page));
    const rank = ranks[page.status];
    if (rank > 0 && (winner === undefined || rank >= ranks[winner.status])) winners.set(pageKey(page), page);
  }
  const current = new Set(winners.values());
  const additions = considered.flatMap((newer) => {
    const winner = winners.get(pageKey(newer));
    return newer.status === "head" && winner?.status === "superseded" ? [{ newer, current: winner }] : [];
  });
  const added = new Set(additions.map(({ newer }) => newer));
  return {
    current: considered.filter((page) => current.has(page)),
    additions,
    former: considered.filter((page) => !current.has(page) && !added.has(page)),
  };
}

/** The rows of a newer revision that name an action which the current one does not have. */
export function newRows(newer: PageReading, current: PageReading): PageReading {
  const known = new Set(current.rows.flatMap((row) => row.actions.map((action) => nameKey(nameOf(action)))));
  const rows = newer.rows.filter((row) => row.actions.some((action) => !known.has(nameKey(nameOf(action)))));
  return { tables: 0, rows, problems: [] };
}

/** The highest rank of a page's revisions is current; 0 never is. */
type Ranks = { readonly [status in PageStatus]: number };
const pageRanks: Ranks = { superseded: 2, head: 1, deleted: 0, seed: 0 };
const seedRanks: Ranks = { superseded: 0, head: 0, deleted: 0, seed: 1 };

function pageKey(page: PageSource): string {
  return `${page.cloud} ${page.repository} ${page.path}`;
}
