/** Updates listed pages to the newest commit of their repository. */
import { posix } from "node:path";
import { findColumns } from "../import-catalog/columns.js";
import { parsePageTables } from "../import-catalog/page-tables.js";
import type { ListedPage } from "./listed-page.js";
import type { Blob, Repository } from "./repository.js";

/** A change of a page. `path` is its new path, or the last one of a removed page. */
export interface Change {
  readonly kind: "changed" | "moved" | "removed" | "added";
  readonly repository: string;
  readonly path: string;
  /** The former path of a moved page. */
  readonly from?: string;
}

export interface NewestPages {
  /** The pages that replace the listed ones, by listed page. */
  readonly followed: ReadonlyMap<ListedPage, ListedPage>;
  readonly added: readonly ListedPage[];
  readonly changes: readonly Change[];
}

/**
 * Updates the pages of a repository to its newest commit.
 *
 * - A page at its listed path gets the newest commit, even if its content did not change.
 * - A page that is missing at its path has moved if there is a new file with the same content, with the same original
 *   name in its first line and a permission table, or with the same file name and a permission table.
 * - Any other missing page stays listed as `deleted`, in its last revision, because its names are former names.
 * - A new file with a permission table is added if its folder has listed pages.
 * - Older revisions do not change.
 *
 * @param pages all listed pages of the repository
 */
export function toNewest(repository: Repository, pages: readonly ListedPage[]): NewestPages {
  const heads = pages.filter(isFollowed);
  const [head] = heads;
  const commit = head === undefined ? undefined : repository.fetch("HEAD");
  if (head === undefined || commit === undefined || commit === head.commit) return unchangedPages(pages);
  const files = repository.list(commit);
  const newFiles = findNewFiles(repository, head.commit, files);
  const missing = heads.filter(({ path }) => !files.has(path));
  const originalNames = newFiles.size > 0 ? originalNamesOf(repository, missing) : new Map<ListedPage, string>();
  const moves = findMoves(missing, originalNames, newFiles);
  const place = placesIn(commit, pages);
  const steps = pages.map((page) => ({ page, ...follow(page, moves.get(page) ?? page.path, files, place) }));
  const added = addedPaths(heads, moves, newFiles).map(([path, { blob }]) => place(head, path, blob));
  const changes = [
    ...steps.flatMap(({ change }) => (change === undefined ? [] : [change])),
    ...added.map(({ path }) => ({ kind: "added" as const, repository: repository.name, path })),
  ];
  return { followed: new Map(steps.map(({ page, now }) => [page, now])), added, changes };
}

/** Whether there may be a newer revision. A schema that was removed stays in its last one, because it gives no names. */
function isFollowed({ status }: ListedPage): boolean {
  return status === "head" || status === "schema";
}

/** The listed pages, as if nothing had changed. */
export function unchangedPages(pages: readonly ListedPage[]): NewestPages {
  return { followed: new Map(pages.map((page) => [page, page])), added: [], changes: [] };
}

/** Makes the listed page for a file of the newest commit. */
type Place = (page: ListedPage, path: string, blob: Blob) => ListedPage;

/** The local path is the path in the repository. If an older revision has that place, the commit is added to it. */
function placesIn(commit: string, pages: readonly ListedPage[]): Place {
  const taken = new Set(pages.filter((page) => !isFollowed(page)).map(({ local }) => local));
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
  if (!isFollowed(page)) return { now: page };
  const blob = files.get(path);
  const { repository } = page;
  if (blob === undefined) {
    const status = page.status === "schema" ? page.status : "deleted";
    return { now: { ...page, status }, change: { kind: "removed", repository, path } };
  }
  const now = place(page, path, blob);
  if (path !== page.path) return { now, change: { kind: "moved", repository, path, from: page.path } };
  return blob === page.blob ? { now } : { now, change: { kind: "changed", repository, path } };
}

interface NewFile {
  readonly blob: Blob;
  readonly hasPermissions: boolean;
  readonly originalName: string | undefined;
}

/** The name that a page keeps when its file is renamed (facts.md#original-names). */
function originalNameIn(text: string): string | undefined {
  return /^:original_name: (?<name>\S+)/u.exec(text)?.groups?.["name"];
}

function originalNamesOf(repository: Repository, pages: readonly ListedPage[]): ReadonlyMap<ListedPage, string> {
  const contents = repository.read(pages.map(({ blob }) => blob));
  return new Map(
    pages.flatMap((page) => {
      const name = originalNameIn(contents.get(page.blob)?.toString("utf8") ?? "");
      return name === undefined ? [] : [[page, name] as const];
    }),
  );
}

/** The files that the listed commit lacks, by path. Empty if that commit no longer exists. */
function findNewFiles(
  repository: Repository,
  listed: string,
  now: ReadonlyMap<string, Blob>,
): ReadonlyMap<string, NewFile> {
  if (repository.fetch(listed) === undefined) return new Map();
  const before = repository.list(listed);
  const fresh = [...now].filter(([path]) => !before.has(path) && /\.(?:md|rst)$/u.test(path));
  const contents = repository.read(fresh.map(([, blob]) => blob));
  return new Map(
    fresh.map(([path, blob]) => {
      const text = contents.get(blob)?.toString("utf8") ?? "";
      return [path, { blob, hasPermissions: hasPermissionTable(path, text), originalName: originalNameIn(text) }];
    }),
  );
}

/** The new permission pages in folders with listed pages, except for moved ones. */
function addedPaths(
  heads: readonly ListedPage[],
  moves: ReadonlyMap<ListedPage, string>,
  newFiles: ReadonlyMap<string, NewFile>,
): readonly (readonly [path: string, NewFile])[] {
  const moved = new Set(moves.values());
  const folders = new Set([...heads.map(({ path }) => path), ...moved].map((path) => posix.dirname(path)));
  return [...newFiles].filter(
    ([path, { hasPermissions }]) => hasPermissions && !moved.has(path) && folders.has(posix.dirname(path)),
  );
}

function hasPermissionTable(path: string, text: string): boolean {
  return parsePageTables(path, text).some((grid) => findColumns(grid) !== undefined);
}

/** The new paths of pages that are missing at their listed path. */
function findMoves(
  missing: readonly ListedPage[],
  originalNames: ReadonlyMap<ListedPage, string>,
  newFiles: ReadonlyMap<string, NewFile>,
): ReadonlyMap<ListedPage, string> {
  const moves = new Map<ListedPage, string>();
  const taken = new Set<string>();
  const find = (page: ListedPage, fits: (path: string, file: NewFile) => boolean): void => {
    const [path] = [...newFiles].find(([path, file]) => !taken.has(path) && fits(path, file)) ?? [];
    if (path === undefined || moves.has(page)) return;
    moves.set(page, path);
    taken.add(path);
  };
  for (const page of missing) find(page, (_, { blob }) => blob === page.blob);
  for (const page of missing) {
    const name = originalNames.get(page);
    if (name !== undefined) find(page, (_, file) => file.hasPermissions && file.originalName === name);
  }
  for (const page of missing) {
    find(page, (path, file) => file.hasPermissions && posix.basename(path) === posix.basename(page.path));
  }
  return moves;
}
