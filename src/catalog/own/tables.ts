import { parsePattern } from "../../policy/pattern.js";
import { Tables } from "../catalog.js";
import {
  clouds,
  type ActionWithoutRow,
  type CatalogIndex,
  type Cloud,
  type OwnPage,
  type PermissionRow,
  type ServiceEntry,
  type ServiceFile,
  type SourcePage,
} from "../format.js";
import { nameOf, publishedPageOf } from "../service.js";
import type { OwnCatalog } from "./format.js";
import { withNewerRows } from "./replaced-rows.js";

/** Tables, with the pages that a project has added to them. */
export function withOwnPages(tables: Tables, own: OwnCatalog): Tables {
  const source = new MergedTables(tables, own);
  return new Tables({ index: () => source.index(), service: (cloud, name) => source.service(cloud, name) });
}

/** What the pages of a project say of a service. */
interface OwnService {
  readonly cloud: Cloud;
  readonly name: string;
  readonly rows: (PermissionRow & { readonly ownPage: OwnPage })[];
  /** The exact names of the service that rows of other services need. */
  readonly required: Set<string>;
}

class MergedTables {
  readonly #tables: Tables;
  readonly #own: ReadonlyMap<string, OwnService>;
  readonly #merged = new Map<string, MergedService>();
  #index: CatalogIndex | undefined;

  constructor(tables: Tables, own: OwnCatalog) {
    this.#tables = tables;
    this.#own = ownServices(own);
  }

  index(): CatalogIndex {
    this.#index ??= this.#readIndex();
    return this.#index;
  }

  service(cloud: Cloud, name: string): ServiceFile {
    const own = this.#own.get(keyOf(cloud, name));
    return own ? this.#mergedWith(own).file : this.#tables.service(cloud, name);
  }

  #readIndex(): CatalogIndex {
    const own = [...this.#own.values()];
    const ofClouds = clouds.map((cloud) => {
      const merged = own.filter((service) => service.cloud === cloud);
      const entries = [
        ...Object.entries(this.#tables.index().services[cloud] ?? {}),
        ...merged.map((service) => [service.name, this.#mergedWith(service).entry] as const),
      ];
      return [cloud, Object.fromEntries(entries)] as const;
    });
    return { services: Object.fromEntries(ofClouds) };
  }

  #mergedWith(own: OwnService): MergedService {
    const key = keyOf(own.cloud, own.name);
    const known = this.#merged.get(key) ?? merge(own, this.#tables);
    this.#merged.set(key, known);
    return known;
  }
}

interface MergedService {
  readonly file: ServiceFile;
  readonly entry: ServiceEntry;
}

function merge(own: OwnService, tables: Tables): MergedService {
  const { cloud, name } = own;
  const entries = tables.index().services[cloud] ?? {};
  const entry = Object.hasOwn(entries, name) ? entries[name] : undefined;
  const file = entry ? tables.service(cloud, name) : { cloud, service: name, pages: [], withoutRow: [], rows: [] };
  const rows = own.rows.length === 0 ? file.rows : newestRows(file, own.rows);
  const listed = namesIn(name, rows);
  return {
    file: { ...file, rows, withoutRow: withoutRow(file.withoutRow, listed, own.required) },
    entry: {
      ...(entry ?? { rows: 0, actions: 0, sha256: "", ...documentedOn(own.rows) }),
      coverage: coverageOf(entry, namesIn(name, file.rows), listed),
      actions: listed.size,
      rows: rows.length,
    },
  };
}

/**
 * Rows in the order of their pages' days, so that the newest comes last, and wins. Those of repositories come first: a
 * page that is older than these is refused. A page of a website that the package has read may be newer than the project's.
 */
function newestRows(file: ServiceFile, own: readonly PermissionRow[]): readonly PermissionRow[] {
  const byDay = new Map<string, PermissionRow[]>();
  for (const row of [...file.rows, ...own]) {
    const day = row.ownPage?.date ?? dayOf(publishedPageOf(file, row));
    const sameDay = byDay.get(day) ?? [];
    sameDay.push(row);
    byDay.set(day, sameDay);
  }
  const [first = [], ...others] = [...byDay].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, rows]) => rows);
  return others.reduce<readonly PermissionRow[]>(withNewerRows, first);
}

/** The day of a service that only the project has pages of. */
function documentedOn(own: OwnService["rows"]): Pick<ServiceEntry, "documented"> {
  const documented = own
    .map(({ ownPage }) => ownPage.date)
    .sort()
    .at(-1);
  return documented === undefined ? {} : { documented };
}

function dayOf(page: SourcePage | undefined): string {
  return page && "address" in page ? (page.readByHand ?? page.date ?? "") : "";
}

/**
 * An action that the package's tables lack shows that the service has grown since, and perhaps by more than is on the
 * pages of the project. So a name that is on neither is no mistake.
 */
function coverageOf(
  entry: ServiceEntry | undefined,
  before: ReadonlySet<string>,
  listed: ReadonlySet<string>,
): ServiceEntry["coverage"] {
  if (entry && [...listed].every((name) => before.has(name))) {
    return entry.coverage;
  }
  const counts = { used: 0, missing: 0, elsewhere: 0 };
  return listed.size === 0
    ? { verdict: "mentioned", reason: "no-table", ...counts }
    : { verdict: "partial", reason: "pages-left-out", ...counts };
}

/** The names of a service that have no row of their own. One that a row needs is in use, so it is no former name. */
function withoutRow(
  before: readonly ActionWithoutRow[],
  listed: ReadonlySet<string>,
  required: ReadonlySet<string>,
): readonly ActionWithoutRow[] {
  const names = new Set([...required].map((name) => name.toLowerCase()));
  const kept = before.filter(
    ({ name, evidence }) =>
      !listed.has(name.toLowerCase()) && !(evidence === "former" && names.has(name.toLowerCase())),
  );
  const known = new Set([...listed, ...kept.map(({ name }) => name.toLowerCase())]);
  return [
    ...kept,
    ...[...required]
      .filter((name) => !known.has(name.toLowerCase()))
      .map((name) => ({ name, evidence: "dependency-only" as const })),
  ];
}

/** The exact names of a service in the action columns of its rows, in lower case. */
function namesIn(service: string, rows: readonly PermissionRow[]): ReadonlySet<string> {
  const names = rows.flatMap(({ actions }) => actions.map((action) => nameOf(action).toLowerCase()));
  return new Set(names.filter((name) => name.startsWith(`${service}:`) && !name.includes("*")));
}

function ownServices({ pages, rows }: OwnCatalog): ReadonlyMap<string, OwnService> {
  const services = new Map<string, OwnService>();
  const serviceOf = (cloud: Cloud, name: string): OwnService => {
    const known = services.get(keyOf(cloud, name)) ?? { cloud, name, rows: [], required: new Set() };
    services.set(keyOf(cloud, name), known);
    return known;
  };
  for (const { service, ...row } of rows) {
    const ownPage = pages[row.source[0]];
    if (ownPage) {
      serviceOf(ownPage.cloud, service).rows.push({ ...row, ownPage });
      for (const name of [...row.actions, ...(row.dependencies ?? [])].map(nameOf)) {
        const pattern = parsePattern(name);
        if (pattern && !pattern.hasWildcard) {
          serviceOf(ownPage.cloud, pattern.service).required.add(name);
        }
      }
    }
  }
  return services;
}

function keyOf(cloud: Cloud, service: string): string {
  return `${cloud}/${service}`;
}
