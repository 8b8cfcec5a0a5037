/** From the pages that are listed to those of a repository's newest commit. */
import { posix } from "node:path";
import { findColumns } from "../import-catalog/columns.js";
import { parsePageTables } from "../import-catalog/page-tables.js";
import type { ListedPage } from "./listed-page.js";
import type { Blob, Repository } from "./repository.js";

/** What became of a page; `path` is where it is now, or was if it is gone. */
export interface Change {
  readonly kind: "changed" | "moved" | "removed" | "added";
  readonly repository: string;
  readonly path: string;
  /** Where a page that moved was. */
  readonly from?: string;
}

export interface NewestPages {
  /** By the listed page: what takes its place in the list. */
  readonly followed: ReadonlyMap<ListedPage, ListedPage>;
  readonly added: readonly ListedPage[];
  readonly changes: readonly Change[];
}

/**
 * - A page at its old path takes the newest commit, whether or not its content changed.
 * - A page that is gone from its path moved, if there is a new file with its content, or one with its name and a
 *   permission table.
 * - A page that is gone altogether stays in the list as `deleted`, in its last revision: its names are former names.
 * - A new file in a folder that has listed pages is added if it has a permission table.
 *
 * Revisions that were old already stay what they are.
 *
 * @param pages all listed pages of the repository
 */
export function toNewest(repository: Repository, pages: readonly ListedPage[]): NewestPages {
  const heads = pages.filter(({ status }) => status === "head");
  const [head] = heads;
  const commit = head === undefined ? undefined : repository.fetch("HEAD");
  if (head === undefined || commit === undefined || commit === head.commit) return nothingNew(pages);
  const files = repository.list(commit);
  const appeared = appearedPages(repository, head.commit, files);
  const moves = findMoves(
    heads.filter(({ path }) => !files.has(path)),
    appeared,
  );
  const place = placesIn(commit, pages);
  const steps = pages.map((page) => ({ page, ...follow(page, moves.get(page) ?? page.path, files, place) }));
  const added = addedPaths(heads, moves, appeared).map(([path, { blob }]) => place(head, path, blob));
  const changes = [
    ...steps.flatMap(({ change }) => (change === undefined ? [] : [change])),
    ...added.map(({ path }) => ({ kind: "added" as const, repository: repository.name, path })),
  ];
  return { followed: new Map(steps.map(({ page, now }) => [page, now])), added, changes };
}

/** What the list gives without looking further. */
export function nothingNew(pages: readonly ListedPage[]): NewestPages {
  return { followed: new Map(pages.map((page) => [page, page])), added: [], changes: [] };
}

/** The revision of a page in the newest commit. */
type Place = (page: ListedPage, path: string, blob: Blob) => ListedPage;

/** Pages lie under their repository by their path; where an older revision lies there, a newer one lies beside it. */
function placesIn(commit: string, pages: readonly ListedPage[]): Place {
  const taken = new Set(pages.filter(({ status }) => status !== "head").map(({ local }) => local));
  return (page, path, blob) => {
    const folder = `${page.cloud}/${posix.basename(page.repository)}`;
    const own = `${folder}/${path}`;
    const local = taken.has(own) ? `${folder}@${commit.slice(0, 8)}/${path}` : own;
    return { ...page, commit, path, blob, local };
  };
}

function follow(
  page: ListedPage,
  path: string,
  files: ReadonlyMap<string, Blob>,
  place: Place,
): { readonly now: ListedPage; readonly change?: Change } {
  if (page.status !== "head") return { now: page };
  const blob = files.get(path);
  const { repository } = page;
  if (blob === undefined) return { now: { ...page, status: "deleted" }, change: { kind: "removed", repository, path } };
  const now = place(page, path, blob);
  if (path !== page.path) return { now, change: { kind: "moved", repository, path, from: page.path } };
  return blob === page.blob ? { now } : { now, change: { kind: "changed", repository, path } };
}

interface Appeared {
  readonly blob: Blob;
  readonly hasPermissions: boolean;
}

/** Pages that are there now and were not in the listed commit, by their path; none where that is gone. */
function appearedPages(
  repository: Repository,
  listed: string,
  now: ReadonlyMap<string, Blob>,
): ReadonlyMap<string, Appeared> {
  if (repository.fetch(listed) === undefined) return new Map();
  const before = repository.list(listed);
  const fresh = [...now].filter(([path]) => !before.has(path) && /\.(?:md|rst)$/u.test(path));
  const contents = repository.read(fresh.map(([, blob]) => blob));
  return new Map(
    fresh.map(([path, blob]) => {
      const text = contents.get(blob)?.toString("utf8") ?? "";
      return [path, { blob, hasPermissions: hasPermissionTable(path, text) }];
    }),
  );
}

/** New permission pages beside listed ones, as far as none of these moved there. */
function addedPaths(
  heads: readonly ListedPage[],
  moves: ReadonlyMap<ListedPage, string>,
  appeared: ReadonlyMap<string, Appeared>,
): readonly (readonly [path: string, Appeared])[] {
  const moved = new Set(moves.values());
  const folders = new Set([...heads.map(({ path }) => path), ...moved].map((path) => posix.dirname(path)));
  return [...appeared].filter(
    ([path, { hasPermissions }]) => hasPermissions && !moved.has(path) && folders.has(posix.dirname(path)),
  );
}

function hasPermissionTable(path: string, text: string): boolean {
  return parsePageTables(path, text).some((grid) => findColumns(grid) !== undefined);
}

/** Where pages that are gone from their path are now. */
function findMoves(
  gone: readonly ListedPage[],
  appeared: ReadonlyMap<string, Appeared>,
): ReadonlyMap<ListedPage, string> {
  const moves = new Map<ListedPage, string>();
  const taken = new Set<string>();
  const find = (page: ListedPage, fits: (path: string, file: Appeared) => boolean): void => {
    const [path] = [...appeared].find(([path, file]) => !taken.has(path) && fits(path, file)) ?? [];
    if (path === undefined || moves.has(page)) return;
    moves.set(page, path);
    taken.add(path);
  };
  for (const page of gone) find(page, (_, { blob }) => blob === page.blob);
  for (const page of gone) {
    find(page, (path, file) => file.hasPermissions && posix.basename(path) === posix.basename(page.path));
  }
  return moves;
}
