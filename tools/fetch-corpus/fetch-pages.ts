/** Fetches listed pages, repository by repository. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { ToolError } from "../import-catalog/tool-error.js";
import type { ListedPage } from "./listed-page.js";
import { type Change, nothingNew, toNewest } from "./newest.js";
import { Repository } from "./repository.js";

export interface FetchOptions {
  /** Where the repositories are: a folder or the beginning of an address, before `/<owner>/<name>`. */
  readonly mirror: string;
  /** Take the newest commit of each repository. */
  readonly newest: boolean;
  /** A folder for what is needed only while it works. */
  readonly workFolder: string;
  readonly progress: (line: string) => void;
  /** Gets every page as it arrives. */
  readonly store: (page: ListedPage, content: Buffer) => void;
}

export interface Fetched {
  /** In the order of the list, pages that are new at its end. */
  readonly pages: readonly ListedPage[];
  readonly repositories: number;
  readonly changes: readonly Change[];
}

/** @throws {ToolError} when a repository cannot be reached, or lacks a commit or a page that is listed */
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
    const newest = options.newest ? toNewest(repository, listed) : nothingNew(listed);
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
  for (const [commit, ofCommit] of grouped(pages, (page) => page.commit)) mustHave(repository, commit, ofCommit);
  const contents = repository.read(pages.map(({ blob }) => blob));
  for (const page of pages) {
    const content = contents.get(page.blob);
    if (content === undefined) throw new ToolError(`${repository.name}: ${page.path} did not arrive`, 1);
    store(page, content);
  }
}

/** A commit is what its hash says: it either has the pages as they are listed, or the list is wrong. */
function mustHave(repository: Repository, commit: string, pages: readonly ListedPage[]): void {
  const short = commit.slice(0, 8);
  if (repository.fetch(commit) === undefined) {
    throw new ToolError(
      `${repository.name} does not have commit ${short} any more, which ${pages.length} of its pages are from. Take its newest pages instead (--newest), or name a copy that has it: --mirror <folder or address>.`,
      1,
    );
  }
  const files = repository.list(commit);
  for (const { path, blob } of pages) {
    const found = files.get(path);
    if (found === blob) continue;
    const what = found === undefined ? "has no such file" : "has another text there";
    throw new ToolError(`${repository.name}: ${path} is listed, and commit ${short} ${what}. The list is wrong.`, 1);
  }
}

function grouped(pages: readonly ListedPage[], keyOf: (page: ListedPage) => string): ReadonlyMap<string, ListedPage[]> {
  const groups = new Map<string, ListedPage[]>();
  for (const page of pages) groups.set(keyOf(page), [...(groups.get(keyOf(page)) ?? []), page]);
  return groups;
}
