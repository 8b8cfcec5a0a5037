/** The command line that renews the catalogue from the newest commits, for the scheduled workflow and for maintainers. */
import { copyFileSync, cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { main as diffCatalog } from "../diff-catalog/cli.js";
import { main as fetchCorpus, type Project } from "../fetch-corpus/cli.js";
import { main as importCatalog } from "../import-catalog/cli.js";
import { sourcesFile } from "../import-catalog/corpus.js";
import { projectFolder } from "../import-catalog/default-corpus.js";
import { pullRequestText } from "./pull-request-text.js";

const usage = `Usage: npm run fresh-catalog -- <folder> [--mirror <where>]

Fetches the newest pages into a folder outside the project, imports them into the catalogue, and writes the words for
a pull request to <folder>/body.md. If no fact has changed, the project stays as it is and there is no such file.
`;

/** The file with the words for a pull request. */
const bodyFile = "body.md";

interface FreshProject extends Project {
  readonly catalogue: string;
}

const thisProject: FreshProject = {
  folder: projectFolder,
  lists: fileURLToPath(new URL("../fetch-corpus", import.meta.url)),
  catalogue: join(projectFolder, "catalog"),
};

/**
 * Renews the catalogue.
 *
 * @param print receives the output, line by line
 * @returns the exit code: 0 done, with or without changes; 1 a repository cannot be reached, a cell cannot be read or a
 *   guard is violated; 2 invalid arguments. With 1 and 2, the project does not change
 */
export function main(args: readonly string[], print: (line: string) => void, project = thisProject): number {
  const options = readOptions(args);
  if (options === undefined) {
    print(usage);
    return 2;
  }
  const { folder, mirror } = options;
  const [pages, fresh, body] = [join(folder, "pages"), join(folder, "catalog"), join(folder, bodyFile)];
  mkdirSync(folder, { recursive: true });
  rmSync(body, { force: true });
  const fetched: string[] = [];
  const changes: string[] = [];
  const keep = (lines: string[]) => (line: string) => {
    lines.push(line);
    print(line);
  };
  // The guards compare with the catalogue that is replaced, so the import starts from a copy of it.
  rmSync(fresh, { recursive: true, force: true });
  if (existsSync(project.catalogue)) cpSync(project.catalogue, fresh, { recursive: true });
  const terminal = { print: keep(fetched), progress: print };
  const steps = [
    () => fetchCorpus([pages, "--newest", ...mirror], terminal, project),
    () => importCatalog(["--corpus", pages, "--out", fresh], print),
    () => diffCatalog([project.catalogue, fresh], keep(changes)),
  ];
  for (const step of steps) {
    const exitCode = step();
    if (exitCode !== 0) return exitCode;
  }
  const text = pullRequestText(changes, fetched);
  if (text === undefined) return 0;
  rmSync(project.catalogue, { recursive: true, force: true });
  cpSync(fresh, project.catalogue, { recursive: true });
  copyFileSync(join(pages, sourcesFile), join(project.lists, sourcesFile));
  writeFileSync(body, text);
  return 0;
}

function readOptions(args: readonly string[]) {
  try {
    const options = { mirror: { type: "string" } } as const;
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    const [folder, ...rest] = positionals;
    if (folder === undefined || rest.length > 0) return undefined;
    return { folder, mirror: values.mirror === undefined ? [] : ["--mirror", values.mirror] };
  } catch {
    return undefined;
  }
}
