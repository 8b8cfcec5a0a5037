import { listNames } from "../text/wording.js";
import type { Catalog } from "./catalog.js";
import type { Cloud, ServiceEntry } from "./format.js";
import { hasTable, type CatalogAction, type CatalogService } from "./service.js";

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
  return newestMonth(tablesOf(service).values());
}

/**
 * The clouds that document some actions of a service, to follow "documented by", in shorter and shorter wordings:
 * `Open Telekom Cloud (2026-04) and Huawei Cloud`, `Open Telekom Cloud and Huawei Cloud`, `2 clouds`. A cloud that
 * mentions an action elsewhere than in a table says nothing about its APIs, so it only counts if no table has the
 * action.
 *
 * @param speaks whether the tables of a cloud bear out what the message says; of every cloud if left out
 */
export function documentedBy(
  catalog: Catalog,
  actions: readonly CatalogAction[],
  speaks: (cloud: Cloud) => boolean = () => true,
): readonly string[] {
  const facts = actions.flatMap((action) => action.facts).filter(({ cloud }) => speaks(cloud));
  const tabled = facts.filter(({ rows }) => rows.length > 0);
  const clouds = new Set((tabled.length > 0 ? tabled : facts).map(({ cloud }) => cloud));
  const all = [...(catalog.service(actions[0]?.pattern.service ?? "")?.clouds ?? [])];
  const entries = all.filter(([cloud]) => clouds.has(cloud));
  const titles = entries.map(([cloud]) => cloudTitles[cloud]);
  return [
    listNames(datedTitles(entries)),
    listNames(titles),
    ...(titles.length > 1 ? [`${titles.length} clouds`] : []),
  ];
}

/** The name of a service in messages: an acronym in upper case ("IMS"), a longer code unchanged. */
export function serviceTitle(service: string): string {
  return service.length > 5 ? service : service.toUpperCase();
}

function tablesOf({ clouds }: CatalogService): ReadonlyMap<Cloud, ServiceEntry> {
  return new Map([...clouds].filter(([, entry]) => hasTable(entry)));
}

/** Only the newest month is shown, after its cloud: one date is enough to judge how old the documentation is. */
function datedTitles(entries: readonly (readonly [Cloud, ServiceEntry])[]): string[] {
  const month = newestMonth(entries.map(([, entry]) => entry));
  const dated = entries.find(([, entry]) => month !== undefined && monthOf(entry) === month);
  return entries.map((entry) => (entry === dated ? `${cloudTitles[entry[0]]} (${month})` : cloudTitles[entry[0]]));
}

function newestMonth(entries: Iterable<ServiceEntry>): string | undefined {
  return [...entries]
    .flatMap((entry) => monthOf(entry) ?? [])
    .sort()
    .at(-1);
}

function monthOf({ documented }: ServiceEntry): string | undefined {
  return documented?.slice(0, 7);
}
