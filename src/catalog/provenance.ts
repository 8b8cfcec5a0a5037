import { listNames, truncate } from "../text/wording.js";
import type { Catalog } from "./catalog.js";
import type { Cloud, OwnPage, PermissionRow, ServiceEntry } from "./format.js";
import { hasTable, type CatalogAction, type CatalogService, type CloudFacts } from "./service.js";

export const cloudTitles: Readonly<Record<Cloud, string>> = {
  otc: "Open Telekom Cloud",
  "otc-swiss": "Swiss OTC",
  huaweicloud: "Huawei Cloud",
};

/** The clouds that have tables of a service, to follow "on": `Open Telekom Cloud or Huawei Cloud`. */
export function documentingClouds(service: CatalogService): string {
  return listNames(
    [...tablesOf(service).keys()].map((cloud) => cloudTitles[cloud]),
    "or",
  );
}

/** The month of the newest table of a service, if it is known: `2026-04`. */
export function documentationMonth(service: CatalogService): string | undefined {
  return newest([...tablesOf(service).values()].flatMap(monthsOf));
}

/**
 * The clouds that document some actions of a service, to follow "documented by", in shorter and shorter wordings:
 * `Open Telekom Cloud (2026-04) and Huawei Cloud`, `Open Telekom Cloud and Huawei Cloud`, `2 clouds`; or
 * `your project's catalogue, page toy_01.html of 2026-11-14`, where rows of a project's own say so, too. A cloud that
 * mentions an action elsewhere than in a table says nothing about its APIs, so it only counts if no table has the
 * action. Where only pages of a cloud's website have the rows, not its repositories, the wordings say so:
 * `Huawei Cloud's website (2025-11)`.
 *
 * @param speaks whether the tables of a cloud bear out what the message says; of every cloud if left out
 */
export function documentedBy(
  catalog: Pick<Catalog, "service">,
  actions: readonly CatalogAction[],
  speaks: (cloud: Cloud) => boolean = () => true,
): readonly string[] {
  const facts = actions.flatMap((action) => action.facts).filter(({ cloud }) => speaks(cloud));
  const tabled = facts.filter(({ rows }) => rows.length > 0);
  const own = newestOwnPage(tabled.flatMap(({ rows }) => rows));
  const published = tabled.filter(({ rows }) => rows.some(({ ownPage }) => !ownPage));
  const counted = tabled.length > 0 ? published : facts;
  const all = [...(catalog.service(actions[0]?.pattern.service ?? "")?.clouds ?? [])];
  const sources = all.flatMap(([cloud, entry]) => {
    const ofCloud = counted.filter((one) => one.cloud === cloud);
    return ofCloud.length > 0 ? [sourceOf(cloud, entry, ofCloud)] : [];
  });
  const titles = sources.map(({ title }) => title);
  if (own) {
    const where = "your project's catalogue";
    return [`${where}, page ${shortName(own.name)} of ${own.date}`, where].map((title) =>
      listNames([...titles, title]),
    );
  }
  return [
    listNames(datedTitles(sources)),
    listNames(titles),
    ...(titles.length > 1 ? [`${titles.length} clouds`] : []),
  ];
}

/** The page of a project that changed last, of those that have some rows. */
function newestOwnPage(rows: readonly PermissionRow[]): OwnPage | undefined {
  const pages = rows.flatMap(({ ownPage }) => ownPage ?? []);
  return pages.reduce<OwnPage | undefined>(
    (newest, page) => (newest && newest.date >= page.date ? newest : page),
    undefined,
  );
}

/** The name of a page, or its last part if it is long. */
function shortName(name: string): string {
  return truncate(name.length > 40 ? name.slice(name.lastIndexOf("/") + 1) : name);
}

/** What a cloud says of some actions. */
interface Source {
  readonly title: string;
  /**
   * The month of the newest page that says it, if that is known. Where repositories have some of the rows, theirs: a
   * page of a website is no newer evidence for the others.
   */
  readonly month: string | undefined;
}

function sourceOf(cloud: Cloud, entry: ServiceEntry, facts: readonly CloudFacts[]): Source {
  const pages = facts.flatMap(({ livePages }) => livePages);
  const rows = facts.flatMap((one) => one.rows).filter(({ ownPage }) => !ownPage);
  const isOnlyLive = pages.length > 0 && pages.length === rows.length;
  const months = isOnlyLive ? pages.flatMap(({ date }) => date?.slice(0, 7) ?? []) : monthsOf(entry);
  return { title: `${cloudTitles[cloud]}${isOnlyLive ? "'s website" : ""}`, month: newest(months) };
}

/** The name of a service in messages: an acronym in upper case ("IMS"), a longer code unchanged. */
export function serviceTitle(service: string): string {
  return service.length > 5 ? service : service.toUpperCase();
}

function tablesOf({ clouds }: CatalogService): ReadonlyMap<Cloud, ServiceEntry> {
  return new Map([...clouds].filter(([, entry]) => hasTable(entry)));
}

/** Only the newest month is shown, after its cloud: one date is enough to judge how old the documentation is. */
function datedTitles(sources: readonly Source[]): string[] {
  const month = newest(sources.flatMap((source) => source.month ?? []));
  const dated = sources.find((source) => month !== undefined && source.month === month);
  return sources.map((source) => (source === dated ? `${source.title} (${month})` : source.title));
}

function newest(months: readonly string[]): string | undefined {
  return [...months].sort().at(-1);
}

function monthsOf({ documented }: ServiceEntry): readonly string[] {
  return documented === undefined ? [] : [documented.slice(0, 7)];
}
