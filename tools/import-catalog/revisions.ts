/**
 * Selects the revisions of pages.
 *
 * 1. A page is a path in a repository of a cloud. The rows of its *current* revision are the rows of the page.
 * 2. The current revision is the `superseded` one if there is one, because the newer `head` lost the separators in its
 *    cells, so its names are joined (facts.md#lost-separators). From that `head`, only rows with an action that the
 *    current revision lacks are added. Otherwise, the current revision is the `head`.
 * 3. `deleted` pages and all other revisions are *former*. They only give names that were documented once.
 * 4. In an import of seeds only, the last `seed` of a page in the list is its current revision.
 */
import type { PageSource, PageStatus } from "./corpus.js";
import { nameKey, nameOf } from "./names.js";
import type { PageReading } from "./page-rows.js";

export interface Revisions {
  readonly current: readonly PageSource[];
  /** Newer revisions of current pages. Only their new rows are added. */
  readonly additions: readonly Addition[];
  readonly former: readonly PageSource[];
}

export interface Addition {
  readonly newer: PageSource;
  readonly current: PageSource;
}

export type PageSelection = "all" | "seeds";

/** Selects the revisions. Keeps the order of the pages. */
export function chooseRevisions(pages: readonly PageSource[], selection: PageSelection): Revisions {
  const considered = pages.filter(({ status }) => (selection === "seeds" ? status === "seed" : status !== "schema"));
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

/** The rows of a newer revision with an action that the current one lacks. */
export function newRows(newer: PageReading, current: PageReading): PageReading {
  const known = new Set(current.rows.flatMap((row) => row.actions.map((action) => nameKey(nameOf(action)))));
  const rows = newer.rows.filter((row) => row.actions.some((action) => !known.has(nameKey(nameOf(action)))));
  return { tables: 0, rows, problems: [] };
}

/** The revision with the highest rank is current. Rank 0 is always former. */
type Ranks = { readonly [status in PageStatus]: number };
const pageRanks: Ranks = { superseded: 2, head: 1, deleted: 0, seed: 0, schema: 0, live: 0 };
const seedRanks: Ranks = { superseded: 0, head: 0, deleted: 0, seed: 1, schema: 0, live: 0 };

function pageKey(page: PageSource): string {
  return `${page.cloud} ${page.repository} ${page.path}`;
}
