import { relative } from "node:path";
import { publishedTables } from "../catalog/catalog.js";
import type { Cloud, OwnPage } from "../catalog/format.js";
import { ownCatalogName, type OwnCatalog } from "../catalog/own/format.js";
import { outdatedPages } from "../catalog/own/outdated.js";
import { cloudTitles, serviceTitle } from "../catalog/provenance.js";
import { isCalendarDate } from "../eslint/settings.js";
import { parsePattern } from "../policy/pattern.js";
import { count, listNames } from "../text/wording.js";
import { paragraph, table } from "./columns.js";
import { OwnFile } from "./own-file.js";
import { actionsIn, losses, quoted, readPages, withoutPages, withPages, type AddedPage } from "./own-pages.js";
import { readSavedPages } from "./saved-pages.js";
import { exitCodes, WrongUse, type Answer, type Request, type Terminal, type Verb } from "./verb.js";

export const catalog: Verb = {
  usage: "[add <file or folder> ... | remove <page> ...]",
  summary: "the pages of this project's own catalogue, adds saved permission pages to it, or removes some",
  examples: [
    "catalog add ecs_06_0006.html --cloud huaweicloud",
    "catalog add pages/ --cloud otc --date 2026-11-14",
    "catalog",
    "catalog remove ecs_06_0006.html",
    "catalog remove --outdated",
  ],
  options: {
    date: { type: "string", value: "day", description: "add: the day of the last change of pages that print none" },
    "accept-unread": { type: "boolean", description: "add: even pages with cells that cannot be read" },
    "accept-losses": { type: "boolean", description: "add: even pages that have fewer actions than before" },
    outdated: { type: "boolean", description: "remove: the pages that this package has caught up with" },
  },
  answer: async (request) => {
    const [task, ...names] = request.words;
    switch (task) {
      case undefined:
        return list(request);
      case "add":
        return add(names, request);
      case "remove":
        return remove(names, request);
      default:
        throw new WrongUse(`"catalog" can be followed by "add" or "remove", not by ${quoted(task)}.`);
    }
  },
};

function list({ folder }: Request): Answer {
  const file = new OwnFile(folder);
  const own = file.read();
  return own.pages.length === 0
    ? refusal([
        `${file.exists ? "This project's own catalogue is empty" : "This project has no catalogue of its own"}. Add pages: huaweicloud-iam catalog add <files> --cloud <cloud>.`,
      ])
    : answerOf(own, file, folder, (terminal) => pageTable(own, own.pages, terminal));
}

async function add(paths: readonly string[], { cloud, folder, options, pageReader }: Request): Promise<Answer> {
  if (paths.length === 0) {
    throw new WrongUse("Say what to add: files or folders with permission pages, as saved from a cloud's website.");
  }
  if (cloud === undefined) {
    throw new WrongUse("Say which cloud the pages are of: --cloud otc, otc-swiss or huaweicloud.");
  }
  const file = new OwnFile(folder);
  const before = file.read();
  const reader = await pageReader();
  const files = readSavedPages(paths, folder, (name) => reader.reads(name));
  const { added, withoutRow, problems } = readPages(files, cloud, dayOf(options["date"]), reader);
  const refusals = [
    ...problems,
    ...outdated(added),
    ...(options["accept-unread"] === true ? [] : unreadCells(added)),
    ...(options["accept-losses"] === true ? [] : lostActions(losses(before, added))),
  ];
  if (added.length === 0) {
    return refusal([`No permission row in ${listNames(withoutRow.map(quoted))}. Nothing was written.`]);
  }
  if (refusals.length > 0) {
    return refusal([...refusals, "Nothing was written."]);
  }
  const after = withPages(before, added);
  const isNew = !file.exists;
  const hasChanged = file.write(after);
  const notes = [
    ...(withoutRow.length > 0 ? [`No permission row in ${listNames(withoutRow.map(quoted))}.`] : []),
    ...added.flatMap(({ page, unread, leftOut }) => [
      ...(unread.length > 0
        ? [`Left out of ${quoted(page.name)}: ${count(unread.length, "row")} that cannot be read.`]
        : []),
      ...(leftOut > 0
        ? [`Left out of ${quoted(page.name)}: ${count(leftOut, "row")} without an action of its service.`]
        : []),
    ]),
  ];
  const pages = added.map(({ page }) => page);
  return answerOf(
    after,
    file,
    folder,
    (terminal) =>
      [
        hasChanged
          ? `${isNew ? "Written" : "Changed"}: ${shown(file, folder)}\n\n`
          : `Unchanged: ${shown(file, folder)}\n\n`,
        pageTable(after, pages, terminal),
        ...(isNew ? [`\n${setUp(file, folder, terminal)}`] : []),
      ].join(""),
    notes,
  );
}

function dayOf(option: Request["options"][string]): string | undefined {
  if (option === undefined) {
    return undefined;
  }
  if (typeof option !== "string" || !isCalendarDate(option)) {
    throw new WrongUse(`--date is ${JSON.stringify(option)}, but must be a day such as 2026-11-14.`);
  }
  if (option > latestDay()) {
    throw new WrongUse(
      `--date is ${JSON.stringify(option)}, which is still to come. Its page would count as newer than all that follow: say the day of its last change, or the day on which you saved it.`,
    );
  }
  return option;
}

/** Where the day begins first, UTC+14, it is this day already. */
function latestDay(): string {
  return new Date(Date.now() + 14 * 3_600_000).toISOString().slice(0, 10);
}

/** The pages that the package has caught up with already, in sentences. Of those without a day, that is not known. */
function outdated(added: readonly AddedPage[]): readonly string[] {
  const dated = added.filter(({ page }) => page.date !== "");
  return outdatedPages(withPages({ pages: [], rows: [] }, dated), publishedTables.index()).map(
    ({ page, service, documented }) =>
      `${quoted(page.name)} of ${page.date} is older than what this package has of ${serviceTitle(service)} on ${cloudTitles[page.cloud]} (${documented}).`,
  );
}

/** How many cells are shown: the first ones say what is wrong with the others. */
const maxCells = 5;

function unreadCells(added: readonly AddedPage[]): readonly string[] {
  const cells = added.flatMap(({ page, unread }) => unread.map((cell) => `  ${quoted(page.name)}, ${cell}`));
  return cells.length === 0
    ? []
    : [
        `${count(cells.length, "cell")} cannot be read:`,
        ...cells.slice(0, maxCells),
        ...(cells.length > maxCells ? [`  and ${cells.length - maxCells} more.`] : []),
        "Please report that with the page's address. To add the other rows: --accept-unread.",
      ];
}

function lostActions(sentences: readonly string[]): readonly string[] {
  return sentences.length === 0 ? [] : [...sentences, "If that is right: --accept-losses."];
}

function remove(names: readonly string[], { clouds, folder, options }: Request): Answer {
  const isOutdated = options["outdated"] === true;
  if (names.length === 0 && !isOutdated) {
    throw new WrongUse('Say which pages to remove, by the names that "catalog" prints, or --outdated.');
  }
  const file = new OwnFile(folder);
  const own = file.read();
  const outdated = new Set(isOutdated ? outdatedPages(own, publishedTables.index()).map(({ page }) => page) : []);
  const ofClouds = own.pages.filter(({ cloud }) => clouds.includes(cloud));
  const removed = new Set(ofClouds.filter((page) => names.includes(page.name) || outdated.has(page)));
  const unknown = names.filter((name) => ![...removed].some((page) => page.name === name));
  if (unknown.length > 0) {
    return refusal([
      `This project's own catalogue has no page ${listNames(unknown.map(quoted), "or")}. Nothing was removed.`,
    ]);
  }
  const after = withoutPages(own, removed);
  if (removed.size > 0) {
    file.write(after);
  }
  return answerOf(after, file, folder, () =>
    removed.size === 0
      ? "No page is outdated.\n"
      : `Removed ${listNames([...removed].map(({ name }) => quoted(name)))} from ${shown(file, folder)}, which has ${count(after.pages.length, "page")} now.\n`,
  );
}

function refusal(problems: readonly string[]): Answer {
  return { exitCode: exitCodes.nothingFound, data: { found: false, problems }, render: () => "", notes: problems };
}

function answerOf(
  own: OwnCatalog,
  file: OwnFile,
  folder: string,
  render: (terminal: Terminal) => string,
  notes: readonly string[] = [],
): Answer {
  const pages = own.pages.map((page) => ({ ...page, rows: rowsOn(own, page).length }));
  return { exitCode: exitCodes.found, data: { found: true, file: shown(file, folder), pages, notes }, render, notes };
}

function shown(file: OwnFile, folder: string): string {
  return relative(folder, file.path).replaceAll("\\", "/");
}

const columns = [
  { heading: "Page", isLong: true },
  { heading: "Cloud" },
  { heading: "Dated" },
  { heading: "Services" },
  { heading: "Actions", isNumber: true },
  { heading: "New", isNumber: true },
  { heading: "Rows", isNumber: true },
] as const;

function pageTable(own: OwnCatalog, pages: readonly OwnPage[], terminal: Terminal): string {
  const rows = own.pages
    .filter((page) => pages.some(({ cloud, name }) => cloud === page.cloud && name === page.name))
    .map((page) => {
      const ofPage = rowsOn(own, page);
      const actions = [...actionsIn(ofPage)];
      const services = [...new Set(ofPage.map(({ service }) => service))];
      return [
        page.name,
        cloudTitles[page.cloud],
        page.date,
        listNames(services),
        String(actions.length),
        String(actions.filter((name) => !isPublished(name, page.cloud)).length),
        String(ofPage.length),
      ];
    });
  return table(columns, rows, terminal);
}

function rowsOn({ pages, rows }: OwnCatalog, page: OwnPage): OwnCatalog["rows"] {
  return rows.filter(({ source }) => pages[source[0]] === page);
}

function isPublished(name: string, cloud: Cloud): boolean {
  const pattern = parsePattern(name);
  return pattern !== undefined && publishedTables.catalogOf(cloud).isDocumented(pattern);
}

function setUp(file: OwnFile, folder: string, terminal: Terminal): string {
  const path = shown(file, folder);
  return [
    paragraph("This command answers from it from now on. To lint by it, add to the ESLint configuration:", terminal),
    `  settings: { "huaweicloud-iam": { catalog: "${path === ownCatalogName ? `./${path}` : path}" } }\n`,
  ].join("");
}
