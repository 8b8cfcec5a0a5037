/** The folder that the pages go to: outside of the project, and replaced as a whole or not at all. */
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

/** Tells a folder of this tool from any other, which it does not touch. */
const marker = "FETCHED.md";

const markerText = `# Fetched pages

Written by \`npm run fetch-corpus\` of eslint-plugin-huaweicloud-iam and replaced as a whole by its next run.

The pages belong to their owners, who publish them under licences of their own. They are read to make the catalogue and
are no part of the project.
`;

/** @throws {ToolError} when the folder lies in the project, or holds something else */
export function checkTarget(folder: string, project: string): void {
  if (isWithin(realPath(project), realPath(folder))) {
    throw new ToolError(
      `${folder} lies in the project. The pages belong to their owners and stay outside of it: name another folder.`,
      2,
    );
  }
  if (existsSync(folder) && !isOurs(folder)) {
    throw new ToolError(`${folder} is there and was not written by this tool: name another folder, or a new one.`, 2);
  }
}

/**
 * Fills a new folder beside the target and puts it in the target's place when all of it is there.
 *
 * @param fill gets a function that writes a file, by its path in the folder, and a folder for passing needs
 * @throws {ToolError} when a file cannot be written, and whatever `fill` throws; then the target is as it was
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

/** A path in a list or a repository may say anything; nothing is written outside of the folder. */
function writeInside(folder: string, path: string, content: string | Buffer): void {
  const file = resolve(folder, path);
  if (!isWithin(folder, file)) throw new ToolError(`a page lists a place outside of the folder: ${path}`, 1);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** The path without symbolic links, as far as it is there. */
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
