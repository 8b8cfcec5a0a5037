/** Builds the service files of all clouds from their rows and names. */
import {
  type Cloud,
  type Coverage,
  type PermissionRow,
  type ServiceEntry,
  type ServiceFile,
  type SourcePage,
  type ActionWithoutRow,
  clouds,
} from "../../src/catalog/format.js";
import { commitDate } from "./commit-dates.js";
import type { ExampleAction, PageSource } from "./corpus.js";
import { qualifyDoubtful } from "./doubtful-dependencies.js";
import { isExampleMistake } from "./example-mistakes.js";
import { keepsPagesUpToDate, lacksPages } from "./missing-pages.js";
import { type MergedRow, type MergedRows, type ReadPage, mergePages } from "./merge.js";
import { compare, isExactName, nameKey, nameOf, serviceOf } from "./names.js";
import type { PageRow } from "./page-rows.js";
import { findPresentNames } from "./present-names.js";
import { serviceLevel } from "./service-levels.js";
import { type Spelling, chooseSpelling, respell } from "./spelling.js";
import { namesWithoutRow } from "./names-without-row.js";

export interface BuiltService {
  readonly file: ServiceFile;
  readonly entry: Omit<ServiceEntry, "sha256">;
}

export interface BuiltCloud {
  readonly cloud: Cloud;
  readonly services: readonly BuiltService[];
  readonly merged: MergedRows;
  readonly spelling: Spelling;
}

export interface CatalogueInput {
  readonly current: readonly ReadPage[];
  readonly former: readonly ReadPage[];
  readonly examples: readonly ExampleAction[];
  /** Whether all pages were read. Otherwise, no service is `complete`. */
  readonly isWhole: boolean;
}

/** The clouds that have a page, with their services sorted by name. */
export function buildCatalogue(input: CatalogueInput): readonly BuiltCloud[] {
  const pagesOf = (cloud: Cloud, pages: readonly ReadPage[]): readonly ReadPage[] =>
    pages.filter(({ source }) => source.cloud === cloud);
  return clouds
    .filter((cloud) => pagesOf(cloud, input.current).length > 0)
    .map((cloud) => {
      const examples = input.examples
        .filter((example) => example.cloud === cloud && !isExampleMistake(example.action))
        .map(({ action }) => action);
      return buildCloud(cloud, pagesOf(cloud, input.current), pagesOf(cloud, input.former), examples, input.isWhole);
    });
}

function buildCloud(
  cloud: Cloud,
  current: readonly ReadPage[],
  former: readonly ReadPage[],
  examples: readonly string[],
  isWhole: boolean,
): BuiltCloud {
  const merged = mergePages(current);
  const uses = [...merged.rows, ...merged.skipped].flatMap(({ row }) =>
    [...row.actions, ...(row.dependencies ?? [])].map(nameOf),
  );
  const spelling = chooseSpelling(uses);
  const withoutRow = namesWithoutRow({
    withRow: merged.rows.flatMap(({ service, row }) =>
      row.actions.map(nameOf).filter((name) => serviceOf(name) === service),
    ),
    required: uses.map(spelling.of),
    former: former.flatMap(({ reading }) => reading.rows.flatMap(({ actions }) => actions.map(nameOf))),
    present: findPresentNames(former, merged.rows, (service) => lacksPages(cloud, service)),
    examples,
  });
  const names = [...merged.rows.map(({ service }) => service), ...withoutRow.map(({ name }) => serviceOf(name))];
  const services = [...new Set(names)].sort(compare).map((service) => {
    const hasPage = merged.pageServices.has(service);
    const hasAllPages = isWhole && keepsPagesUpToDate(cloud) && !lacksPages(cloud, service);
    return buildService(cloud, service, {
      rows: merged.rows.filter((row) => row.service === service),
      withoutRow: withoutRow.filter(({ name }) => serviceOf(name) === service),
      spelling,
      bestCoverage: !hasPage ? "mentioned" : hasAllPages ? "complete" : "partial",
    });
  });
  return { cloud, merged, spelling, services };
}

interface ServiceParts {
  readonly rows: readonly MergedRow[];
  readonly withoutRow: readonly ActionWithoutRow[];
  readonly spelling: Spelling;
  /** The coverage unless example policies use actions that the tables lack. */
  readonly bestCoverage: Coverage;
}

function buildService(cloud: Cloud, service: string, parts: ServiceParts): BuiltService {
  const pages = [...new Set(parts.rows.map(({ page }) => page))].sort((a, b) =>
    compare(pageSortKey(a), pageSortKey(b)),
  );
  const rows = parts.rows
    .map(({ page, row }) => permissionRow(row, pages.indexOf(page), parts.spelling))
    .sort((a, b) => compareSources(a.source, b.source));
  const documented = newestDate(pages);
  const level = serviceLevel(service);
  const otherSpellings = parts.spelling.variants
    .filter(([chosen = ""]) => serviceOf(chosen) === service)
    .flatMap((spellings) => spellings.slice(1))
    .sort(compare);
  return {
    file: {
      cloud,
      service,
      pages: pages.map(sourcePage),
      withoutRow: [...parts.withoutRow].sort((a, b) => compare(nameKey(a.name), nameKey(b.name))),
      ...(otherSpellings.length > 0 && { otherSpellings }),
      rows,
    },
    entry: {
      coverage: coverageOf(parts),
      ...(documented !== undefined && { documented }),
      ...(level !== undefined && { level }),
      actions: ownActions(service, rows).size,
      rows: rows.length,
    },
  };
}

function ownActions(service: string, rows: readonly PermissionRow[]): ReadonlySet<string> {
  const names = rows.flatMap(({ actions }) => actions.map(nameOf));
  return new Set(names.filter((name) => serviceOf(name) === service && isExactName(name)).map(nameKey));
}

function pageSortKey(page: PageSource): string {
  return `${page.repository} ${page.path}`;
}

function sourcePage({ repository, commit, path }: PageSource): SourcePage {
  return { repository, commit, path };
}

function compareSources(a: PermissionRow["source"], b: PermissionRow["source"]): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

/** Keeps the fields in the order of the format. The words of the page stay behind. */
function permissionRow(row: PageRow, page: number, spelling: Spelling): PermissionRow {
  const { at, apis, actions, dependencies, ...others } = row;
  const marks = Object.fromEntries(Object.entries(others).filter(([field]) => field !== "operation"));
  return {
    apis,
    actions: actions.map((action) => respell(action, spelling)),
    ...(dependencies !== undefined && {
      dependencies: qualifyDoubtful(actions, dependencies).map((action) => respell(action, spelling)),
    }),
    ...marks,
    source: [page, ...at],
  };
}

function newestDate(pages: readonly PageSource[]): string | undefined {
  const dates = pages.map((page) => commitDate(page.repository, page.commit)).filter((date) => date !== undefined);
  return dates.sort(compare).at(-1);
}

function coverageOf({ bestCoverage, withoutRow }: ServiceParts): Coverage {
  const lacks = withoutRow.some(({ evidence }) => evidence === "example-only");
  return bestCoverage === "complete" && lacks ? "partial" : bestCoverage;
}
