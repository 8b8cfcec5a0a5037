/** The target folder of the pages. It is outside the project, and replaced completely or not at all. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { ToolError } from "../import-catalog/tool-error.js";

/** Marks folders of this tool. Other folders are not touched. */
const marker = "FETCHED.md";

const markerText = `# Fetched pages

Written by \`npm run fetch-corpus\` of eslint-plugin-huaweicloud-iam. The next run replaces the folder.

The pages belong to their owners, who publish them under their own licences. The catalogue is generated from them. They
are not part of the project.
`;

/** @throws {ToolError} if the folder is inside the project, or has other content */
export function checkTarget(folder: string, project: string): void {
  if (isWithin(realPath(project), realPath(folder))) {
    throw new ToolError(
      `${folder} is inside the project. The pages belong to their owners and must stay outside: choose another folder.`,
      2,
    );
  }
  if (existsSync(folder) && !isOurs(folder)) {
    throw new ToolError(`${folder} already exists and was not written by this tool: choose another folder.`, 2);
  }
}

/**
 * Fills a new folder next to the target, and then replaces the target with it. If anything fails, the target does not
 * change.
 *
 * @param fill receives a function that writes a file, by its path in the folder, and a folder for temporary files
 * @throws {ToolError} if a file cannot be written. Errors of `fill` are rethrown
 */
export function replaceFolder<Result>(
  folder: string,
  fill: (write: (path: string, content: string | Buffer) => void, workFolder: string) => Result,
): Result {
  const target = resolve(folder);
  return reportingFileErrors(folder, () => {
    mkdirSync(dirname(target), { recursive: true });
    const temporary = mkdtempSync(join(dirname(target), `.${basename(target)}-`));
    try {
      const pages = join(temporary, "pages");
      const result = fill((path, content) => {
        writeInside(pages, path, content);
      }, temporary);
      writeInside(pages, marker, markerText);
      if (existsSync(target)) renameSync(target, join(temporary, "old"));
      renameSync(pages, target);
      return result;
    } finally {
      rmSync(temporary, { recursive: true, force: true });
    }
  });
}

function isOurs(folder: string): boolean {
  return statSync(folder).isDirectory() && (existsSync(join(folder, marker)) || readdirSync(folder).length === 0);
}

/** Rejects paths outside the folder, because lists and repositories are not trusted. */
function writeInside(folder: string, path: string, content: string | Buffer): void {
  const file = resolve(folder, path);
  if (!isWithin(folder, file)) throw new ToolError(`a page has a path outside the folder: ${path}`, 1);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Resolves the symbolic links in the existing part of a path. */
function realPath(path: string): string {
  const absolute = resolve(path);
  if (existsSync(absolute)) return realpathSync(absolute);
  return join(realPath(dirname(absolute)), basename(absolute));
}

function reportingFileErrors<Result>(folder: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof Error && "syscall" in error)
      throw new ToolError(`cannot write ${folder}: ${error.message}`, 2);
    throw error;
  }
}
