/** Fetches listed pages, repository by repository. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { ToolError } from "../import-catalog/tool-error.js";
import type { ListedPage } from "./listed-page.js";
import { type Change, unchangedPages, toNewest } from "./newest.js";
import { Repository } from "./repository.js";

export interface FetchOptions {
  /** The folder or address that contains the repositories, as `<mirror>/<owner>/<name>`. */
  readonly mirror: string;
  /** Whether to fetch the newest commit of each repository. */
  readonly newest: boolean;
  /** A folder for temporary files. */
  readonly workFolder: string;
  readonly progress: (line: string) => void;
  /** Receives every page. */
  readonly store: (page: ListedPage, content: Buffer) => void;
}

export interface Fetched {
  /** In list order, with new pages at the end. */
  readonly pages: readonly ListedPage[];
  readonly repositories: number;
  readonly changes: readonly Change[];
}

/** @throws {ToolError} if a repository cannot be reached, or lacks a listed commit or page */
export function fetchPages(list: readonly ListedPage[], options: FetchOptions): Fetched {
  const groups = grouped(list, ({ repository }) => repository);
  const followed = new Map<ListedPage, ListedPage>();
  const added: ListedPage[] = [];
  const changes: Change[] = [];
  let number = 0;
  for (const [name, listed] of groups) {
    number += 1;
    options.progress(
      `${number} of ${groups.size}: ${name}, ${listed.length} ${listed.length === 1 ? "page" : "pages"}`,
    );
    const gitFolder = join(options.workFolder, "repository");
    const repository = new Repository(gitFolder, `${options.mirror}/${name}`, name);
    const newest = options.newest ? toNewest(repository, listed) : unchangedPages(listed);
    readPages(repository, [...newest.followed.values(), ...newest.added], options.store);
    newest.followed.forEach((page, of) => followed.set(of, page));
    added.push(...newest.added);
    changes.push(...newest.changes);
    rmSync(gitFolder, { recursive: true });
  }
  const pages = [...list.map((page) => followed.get(page) ?? page), ...added];
  return { pages, repositories: groups.size, changes };
}

function readPages(repository: Repository, pages: readonly ListedPage[], store: FetchOptions["store"]): void {
  for (const [commit, ofCommit] of grouped(pages, (page) => page.commit))
    verifyListedFiles(repository, commit, ofCommit);
  const contents = repository.read(pages.map(({ blob }) => blob));
  for (const page of pages) {
    const content = contents.get(page.blob);
    if (content === undefined) throw new ToolError(`${repository.name}: ${page.path} was not received`, 1);
    store(page, content);
  }
}

/** Verifies that a commit has the listed content. Its hash cannot lie, so any difference is a mistake in the list. */
function verifyListedFiles(repository: Repository, commit: string, pages: readonly ListedPage[]): void {
  const short = commit.slice(0, 8);
  if (repository.fetch(commit) === undefined) {
    throw new ToolError(
      `${repository.name} no longer has commit ${short}, which has ${pages.length} of the listed pages. Fetch the newest pages instead (--newest), or use a copy that has the commit: --mirror <folder or address>.`,
      1,
    );
  }
  const files = repository.list(commit);
  for (const { path, blob } of pages) {
    const found = files.get(path);
    if (found === blob) continue;
    const what = found === undefined ? "has no such file" : "has different content";
    throw new ToolError(`${repository.name}: ${path} is listed, but commit ${short} ${what}. Correct SOURCES.tsv.`, 1);
  }
}

function grouped(pages: readonly ListedPage[], keyOf: (page: ListedPage) => string): ReadonlyMap<string, ListedPage[]> {
  const groups = new Map<string, ListedPage[]>();
  for (const page of pages) groups.set(keyOf(page), [...(groups.get(keyOf(page)) ?? []), page]);
  return groups;
}
