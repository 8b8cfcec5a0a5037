/** The command line of the importer. */
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { defaultCorpus } from "./default-corpus.js";
import { findGuardViolations } from "./guards.js";
import { handWrittenRows, readHandWrittenRows } from "./hand-written-rows.js";
import { readLiveFolder } from "./live-folder.js";
import type { ReadPage } from "./merge.js";
import { ToolError } from "./tool-error.js";
import { importCorpus, problemsOf } from "./import.js";
import { knownFlaw } from "./known-flaws.js";
import { readIndex } from "./read-catalogue.js";
import { describeProblem, renderReport } from "./report.js";
import { renderCatalogue, writeCatalogue } from "./write.js";

const usage = `Usage: npm run import-catalog -- [options]

Generates the catalogue from the clouds' permission pages.

  --corpus <folder>     folder with SOURCES.tsv and the pages that it lists
                        (default: where "npm run fetch-corpus" puts them)
  --pages <all|seeds>   the pages to read (default: all)
  --live <folder>       pages of Huawei Cloud's website, saved under their paths, to be read too
  --out <folder>        folder of the catalogue (default: catalog)
  --accept-unread       write even if cells cannot be read; they are still listed
  --accept-losses       write even if guards are violated; they are still listed
  --help                print this text
`;

/**
 * Runs an import.
 *
 * @param print receives the output, line by line
 * @returns the exit code: 0 written; 1 unreadable cells or guard violations; 2 invalid arguments or a missing file.
 *   With 1 and 2, nothing is written
 */
export function main(args: readonly string[], print: (line: string) => void, defaults = projectDefaults): number {
  try {
    const options = readOptions(args, defaults);
    if (options === "help") print(usage);
    else run(options, print);
    return 0;
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    print(`import-catalog: ${error.message}`);
    return error.exitCode;
  }
}

interface Defaults {
  readonly corpus: string;
  /** The file of the rows that a person wrote down. They are not part of an import of seeds. */
  readonly handWrittenRows: string;
}

const projectDefaults: Defaults = { corpus: defaultCorpus, handWrittenRows };

function fetchedCorpus(folder: string): string {
  if (existsSync(folder)) return folder;
  throw new ToolError(`no pages in ${folder}. Run npm run fetch-corpus, or name their folder: --corpus <folder>.`, 2);
}

interface Options {
  readonly corpus: string;
  readonly pages: "all" | "seeds";
  readonly live: readonly ReadPage[];
  readonly out: string;
  readonly acceptUnread: boolean;
  readonly acceptLosses: boolean;
}

function readOptions(args: readonly string[], defaults: Defaults): Options | "help" {
  const { values } = parse(args);
  if (values.help === true) return "help";
  if (values.pages !== "all" && values.pages !== "seeds") {
    throw new ToolError(`--pages must be all or seeds, not "${values.pages}"`, 2);
  }
  return {
    corpus: values.corpus ?? fetchedCorpus(defaults.corpus),
    pages: values.pages,
    live: [
      ...(values.pages === "all" ? readHandWrittenRows(defaults.handWrittenRows) : []),
      ...(values.live === undefined ? [] : readLiveFolder(values.live)),
    ],
    out: values.out,
    acceptUnread: values["accept-unread"],
    acceptLosses: values["accept-losses"],
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        corpus: { type: "string" },
        pages: { type: "string", default: "all" },
        live: { type: "string" },
        out: { type: "string", default: "catalog" },
        "accept-unread": { type: "boolean", default: false },
        "accept-losses": { type: "boolean", default: false },
        help: { type: "boolean" },
      },
    });
  } catch (error) {
    throw new ToolError(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`, 2);
  }
}

function run(options: Options, print: (line: string) => void): void {
  const isWhole = options.pages === "all";
  const imported = importCorpus(options.corpus, options.pages, options.live);
  const unread = problemsOf(imported).filter(
    ({ page, text }) => knownFlaw(page.repository, page.path, text) === undefined,
  );
  const violations = findGuardViolations(imported, readIndex(options.out), isWhole);
  unread.forEach((problem) => {
    print(`unreadable cell: ${describeProblem(problem)}`);
  });
  violations.forEach(print);
  if (unread.length > 0 && !options.acceptUnread) {
    throw new ToolError(
      `nothing was written: ${String(unread.length)} unreadable cells. See tools/import-catalog/README.md, or write anyway: --accept-unread.`,
      1,
    );
  }
  if (violations.length > 0 && !options.acceptLosses) {
    throw new ToolError(
      `nothing was written: ${String(violations.length)} guard violations. See tools/import-catalog/README.md, or write anyway: --accept-losses.`,
      1,
    );
  }
  const files = new Map([
    ...renderCatalogue(imported.built, imported.identity),
    ["REPORT.md", renderReport(imported, isWhole)],
  ]);
  writeCatalogue(options.out, files);
  for (const { cloud, services } of imported.built) {
    const rows = services.reduce((sum, { entry }) => sum + entry.rows, 0);
    const actions = services.reduce((sum, { entry }) => sum + entry.actions, 0);
    print(`${cloud}: services ${String(services.length)}, rows ${String(rows)}, actions ${String(actions)}`);
  }
}
