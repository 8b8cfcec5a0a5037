/** Builds the service files of all clouds from their rows and names. */
import leven from "leven";
import {
  type Cloud,
  type PermissionRow,
  type ServiceEntry,
  type ServiceFile,
  type ActionWithoutRow,
  clouds,
} from "../../src/catalog/format.js";
import { commitDate } from "./commit-dates.js";
import { type ExampleAction, type PageSource, sourcePage } from "./corpus.js";
import { type KnownPages, type ServiceNames, coverageOf } from "./coverage.js";
import { qualifyDoubtful } from "./doubtful-dependencies.js";
import { isExampleMistake } from "./example-mistakes.js";
import { hasCommonOperationsOnly, keepsPagesUpToDate, lacksPages } from "./missing-pages.js";
import { type MergedRow, type MergedRows, type ReadPage, mergePages } from "./merge.js";
import { compare, isExactName, nameKey, nameOf, serviceOf } from "./names.js";
import type { PageRow } from "./page-rows.js";
import type { UsedName } from "./policies-in-use.js";
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
  readonly policiesInUse: readonly UsedName[];
  /** `service:resourceType` of patterns in official policies. */
  readonly typesOfPatterns: readonly string[];
  /** Whether all pages were read. Otherwise, no service is more than `partial`. */
  readonly isWhole: boolean;
}

/** The clouds that have a page, with their services sorted by name. */
export function buildCatalogue(input: CatalogueInput): readonly BuiltCloud[] {
  const drafts = clouds
    .filter((cloud) => input.current.some(({ source }) => source.cloud === cloud))
    .map((cloud) => draftCloud(cloud, inputOf(cloud, input)));
  return drafts.map(({ cloud, merged, spelling, services }) => ({
    cloud,
    merged,
    spelling,
    services: services.map(({ file, entry, names }) => {
      const others = drafts
        .filter((draft) => draft.cloud !== cloud)
        .flatMap((draft) => draft.services.find((other) => other.file.service === file.service)?.names ?? []);
      const isInAllClouds = others.length === clouds.length - 1;
      return { file, entry: { coverage: coverageOf(names, others, isInAllClouds), ...entry } };
    }),
  }));
}

/** What the input has on one cloud. */
function inputOf(cloud: Cloud, input: CatalogueInput): CloudInput {
  const pagesOf = (pages: readonly ReadPage[]): readonly ReadPage[] =>
    pages.filter(({ source }) => source.cloud === cloud);
  const actionsOf = (names: readonly UsedName[]): readonly string[] =>
    names.filter((one) => one.cloud === cloud).map(({ action }) => action);
  return {
    current: pagesOf(input.current),
    former: pagesOf(input.former),
    examples: actionsOf(input.examples).filter((name) => !isExampleMistake(name)),
    policies: actionsOf(input.policiesInUse),
    typesOfPatterns: input.typesOfPatterns,
    isWhole: input.isWhole,
  };
}

interface CloudInput {
  readonly current: readonly ReadPage[];
  readonly former: readonly ReadPage[];
  readonly examples: readonly string[];
  readonly policies: readonly string[];
  readonly typesOfPatterns: readonly string[];
  readonly isWhole: boolean;
}

/** A cloud whose services are not yet compared with those of the other clouds. */
interface CloudDraft extends Omit<BuiltCloud, "services"> {
  readonly services: readonly ServiceDraft[];
}

interface ServiceDraft {
  readonly file: ServiceFile;
  readonly entry: Omit<ServiceEntry, "sha256" | "coverage">;
  readonly names: ServiceNames;
}

function draftCloud(cloud: Cloud, input: CloudInput): CloudDraft {
  const { current, former, examples, policies, typesOfPatterns, isWhole } = input;
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
    policies,
  });
  const used = [...requiredNames(merged), ...examples, ...policies];
  const names = [...merged.rows.map(({ service }) => service), ...withoutRow.map(({ name }) => serviceOf(name))];
  const services = [...new Set(names)].sort(compare).map((service) =>
    draftService(cloud, service, {
      rows: merged.rows.filter((row) => row.service === service),
      withoutRow: withoutRow.filter(({ name }) => serviceOf(name) === service),
      spelling,
      used: used.filter((name) => serviceOf(name) === service),
      typesOfPatterns: typesOfPatterns.filter((type) => serviceOf(type) === service),
      pages: merged.pageServices.has(service) ? knownPages(cloud, service, isWhole) : "no-table",
    }),
  );
  return { cloud, merged, spelling, services };
}

/** The names that rows require besides their own actions, and those of system policies. */
function requiredNames({ rows, skipped }: MergedRows): readonly string[] {
  return [
    ...rows.flatMap(({ service, row }) => [
      ...row.actions.map(nameOf).filter((name) => serviceOf(name) !== service),
      ...(row.dependencies ?? []).map(nameOf),
    ]),
    ...skipped.flatMap(({ row }) => [...row.actions, ...(row.dependencies ?? [])].map(nameOf)),
  ];
}

function knownPages(cloud: Cloud, service: string, isWhole: boolean): KnownPages {
  if (!isWhole) return "pages-left-out";
  if (hasCommonOperationsOnly(cloud, service)) return "common-operations";
  return keepsPagesUpToDate(cloud) ? "all" : "no-longer-updated";
}

interface ServiceParts {
  readonly rows: readonly MergedRow[];
  readonly withoutRow: readonly ActionWithoutRow[];
  readonly spelling: Spelling;
  /** What others than its own rows use, also patterns and former names. */
  readonly used: readonly string[];
  readonly typesOfPatterns: readonly string[];
  readonly pages: KnownPages;
}

function draftService(cloud: Cloud, service: string, parts: ServiceParts): ServiceDraft {
  const pages = [...new Set(parts.rows.map(({ page }) => page))].sort((a, b) =>
    compare(pageSortKey(a), pageSortKey(b)),
  );
  const rows = parts.rows
    .map(({ page, row }) => permissionRow(row, pages.indexOf(page), parts.spelling))
    .sort((a, b) => compareSources(a.source, b.source));
  const documented = newestDate(pages);
  const level = serviceLevel(service);
  const listed = ownActions(service, rows);
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
      ...(documented !== undefined && { documented }),
      ...(level !== undefined && { level }),
      actions: listed.size,
      rows: rows.length,
    },
    names: {
      listed,
      used: usedNames(parts, listed),
      typesOfPatterns: new Set(parts.typesOfPatterns.map((type) => type.slice(service.length + 1))),
      pages: parts.pages,
    },
  };
}

/**
 * The exact names in use. A former name shows that the tables changed, not that they lack something, and a name with a
 * letter too few or too many is a listed one that the cloud misspelt (`vpc:ports:ge`).
 */
function usedNames({ used, withoutRow }: ServiceParts, listed: ReadonlySet<string>): ReadonlySet<string> {
  const former = new Set(withoutRow.filter(({ evidence }) => evidence === "former").map(({ name }) => nameKey(name)));
  const names = used.filter(isExactName).map(nameKey);
  return new Set(names.filter((name) => listed.has(name) || (!former.has(name) && !isMisspelt(name, listed))));
}

function isMisspelt(name: string, listed: ReadonlySet<string>): boolean {
  const type = name.slice(0, name.lastIndexOf(":") + 1);
  return [...listed].some(
    (other) => other.startsWith(type) && other.length !== name.length && leven(name, other) === 1,
  );
}

function ownActions(service: string, rows: readonly PermissionRow[]): ReadonlySet<string> {
  const names = rows.flatMap(({ actions }) => actions.map(nameOf));
  return new Set(names.filter((name) => serviceOf(name) === service && isExactName(name)).map(nameKey));
}

function pageSortKey(page: PageSource): string {
  return `${page.repository} ${page.path}`;
}

function compareSources(a: PermissionRow["source"], b: PermissionRow["source"]): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
}

/** Keeps the fields in the order of the format. The words of the page stay behind. */
function permissionRow(row: PageRow, page: number, spelling: Spelling): PermissionRow {
  const { at, apis, actions, dependencies, ...others } = row;
  const marks = Object.fromEntries(Object.entries(others).filter(([field]) => !pageOnly.has(field)));
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

/** The fields of a row of a page that are no fields of the catalogue's row. */
const pageOnly: ReadonlySet<string> = new Set(["operation", "identityActions"]);

/** Pages of a website have their own dates, which hold for their own rows only. */
function newestDate(pages: readonly PageSource[]): string | undefined {
  const dates = pages.map((page) => commitDate(page.repository, page.commit)).filter((date) => date !== undefined);
  return dates.sort(compare).at(-1);
}
