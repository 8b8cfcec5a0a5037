/** The command line that fetches the source pages of the catalogue. */
import { existsSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { examplesFile, sourcesFile } from "../import-catalog/corpus.js";
import { defaultCorpus, projectFolder } from "../import-catalog/default-corpus.js";
import { ToolError } from "../import-catalog/tool-error.js";
import { describeFetch } from "./describe-fetch.js";
import { fetchPages } from "./fetch-pages.js";
import { readListedPages, renderListedPages } from "./listed-page.js";
import { checkTarget, replaceFolder } from "./target-folder.js";

const usage = `Usage: npm run fetch-corpus -- [folder] [options]

Fetches the clouds' permission pages, which "npm run import-catalog" reads, with git.
The folder must be outside the project (default: ${relative(projectFolder, defaultCorpus)}).

  --newest              fetch each repository's newest commit instead of the listed one, and list the changes
  --mirror <where>      copies of the repositories, as <where>/<owner>/<name>: a folder or an
                        address (default: https://github.com)
  --help                print this text
`;

export interface Terminal {
  /** Receives the result, line by line. */
  readonly print: (line: string) => void;
  /** Receives the progress, line by line. */
  readonly progress: (line: string) => void;
}

export interface Project {
  /** Pages must not be written here. */
  readonly folder: string;
  /** The folder of the lists. */
  readonly lists: string;
}

const thisProject: Project = { folder: projectFolder, lists: fileURLToPath(new URL(".", import.meta.url)) };

/**
 * Fetches the pages into a folder.
 *
 * @returns the exit code: 0 fetched; 1 a repository cannot be reached or lacks a listed page; 2 invalid arguments. With
 *   1 and 2, nothing is written
 */
export function main(args: readonly string[], terminal: Terminal, project = thisProject): number {
  try {
    const options = readOptions(args);
    if (options === "help") terminal.print(usage);
    else run(options, terminal, project);
    return 0;
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    terminal.print(`fetch-corpus: ${error.message}`);
    return error.exitCode;
  }
}

interface Options {
  readonly folder: string;
  readonly newest: boolean;
  readonly mirror: string;
}

function readOptions(args: readonly string[]): Options | "help" {
  const { values, positionals } = parse(args);
  if (values.help) return "help";
  const [folder = defaultCorpus, ...rest] = positionals;
  if (rest.length > 0) throw new ToolError(`expected one folder, got ${positionals.length}\n\n${usage}`, 2);
  return { folder, newest: values.newest, mirror: values.mirror };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        newest: { type: "boolean", default: false },
        mirror: { type: "string", default: "https://github.com" },
        help: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    throw new ToolError(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`, 2);
  }
}

function run({ folder, newest, mirror }: Options, { print, progress }: Terminal, project: Project): void {
  checkTarget(folder, project.folder);
  const list = readListedPages(project.lists);
  const fetched = replaceFolder(folder, (write, workFolder) => {
    const result = fetchPages(list, {
      mirror: resolveMirror(mirror),
      newest,
      workFolder,
      progress,
      store: (page, content) => {
        write(page.local, content);
      },
    });
    write(sourcesFile, renderListedPages(result.pages));
    write(examplesFile, readFileSync(join(project.lists, examplesFile)));
    return result;
  });
  const flag = resolve(folder) === resolve(defaultCorpus) ? "" : ` -- --corpus ${folder}`;
  describeFetch(fetched, newest).forEach(print);
  print(`Written to ${folder}.`);
  print(
    newest
      ? `Next: copy the folder catalog, then run npm run import-catalog${flag} and npm run diff-catalog -- <copy> catalog`
      : `Next: npm run import-catalog${flag}`,
  );
}

/** Makes a folder absolute, because git runs in another one. Only removes a final slash from an address. */
function resolveMirror(mirror: string): string {
  return existsSync(mirror) ? resolve(mirror) : mirror.replace(/\/$/u, "");
}
