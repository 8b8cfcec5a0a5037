import { readFileSync, statSync } from "node:fs";
import { truncate } from "../../text/wording.js";
import { publishedTables, type Tables } from "../catalog.js";
import { cloudTitles, serviceTitle } from "../provenance.js";
import type { OwnCatalog } from "./format.js";
import { nearestOwnCatalog } from "./location.js";
import { outdatedPages } from "./outdated.js";
import { NewerFormat, parseOwnCatalog } from "./parse.js";
import { withOwnPages } from "./tables.js";

interface ReadFile {
  /** Says whether the file is still the one that was read. */
  readonly stamp: string;
  readonly tables: Tables;
}

/** The files that were read last, by path. */
const files = new Map<string, ReadFile>();

/**
 * The tables of the package with those of a project's own catalogue. Read again only after the file has changed, which
 * an editor's server may live to see.
 *
 * @param path absolute
 * @throws Error that says what to do if the file is missing, broken, or older than the package's tables
 */
export function tablesWith(path: string): Tables {
  const stamp = stampOf(path);
  const known = files.get(path);
  if (known?.stamp === stamp) {
    return known.tables;
  }
  const own = readOwnCatalog(path);
  rejectOutdated(path, own);
  const tables = withOwnPages(publishedTables, own);
  files.set(path, { stamp, tables });
  return tables;
}

/**
 * The tables of the package, with those of the project that a folder is in.
 *
 * @throws Error that says what to do if the project's own catalogue is broken, or older than the package's tables
 */
export function tablesOfProject(folder: string): Tables {
  const path = nearestOwnCatalog(folder);
  return path === undefined ? publishedTables : tablesWith(path);
}

/**
 * Reads a project's own catalogue, which may be older than the package's tables.
 *
 * @throws Error that says what to do if the file is missing or broken
 */
export function readOwnCatalog(path: string): OwnCatalog {
  const text = orElse(path, () => readFileSync(path, "utf8"));
  try {
    return parseOwnCatalog(text);
  } catch (cause) {
    const advice =
      cause instanceof NewerFormat ? "Update this package" : `Delete it and add its pages anew: ${addCommand}`;
    throw new Error(`The project's own catalogue "${path}" cannot be used: ${(cause as Error).message}. ${advice}.`, {
      cause,
    });
  }
}

const addCommand = "npx huaweicloud-iam catalog add <files> --cloud <cloud>";

/** A file that was renamed into place differs by its inode, however fast that was. */
function stampOf(path: string): string {
  const { mtimeMs, size, ino } = orElse(path, () => statSync(path));
  return `${mtimeMs} ${size} ${ino}`;
}

function orElse<Result>(path: string, read: () => Result): Result {
  try {
    return read();
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    const problem =
      code === "ENOENT"
        ? `There is no catalogue "${path}". Make it: ${addCommand}.`
        : `The project's own catalogue "${path}" cannot be read (${message}).`;
    throw new Error(problem, { cause });
  }
}

/** @throws Error that names the pages that the package has caught up with */
function rejectOutdated(path: string, own: OwnCatalog): void {
  const [first, ...others] = outdatedPages(own, publishedTables.index());
  if (first) {
    const { page, service, documented } = first;
    throw new Error(
      `In the project's own catalogue "${path}", the page "${truncate(page.name)}" of ${page.date}${others.length > 0 ? ` (and ${others.length} more)` : ""} ` +
        `is older than what this package has of ${serviceTitle(service)} on ${cloudTitles[page.cloud]} (${documented}). ` +
        "Remove what is outdated: npx huaweicloud-iam catalog remove --outdated.",
    );
  }
}
