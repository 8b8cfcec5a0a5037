import { listNames } from "../text/wording.js";
import type { Catalog } from "./catalog.js";
import type { Cloud, ServiceEntry } from "./format.js";
import { hasTable, type CatalogAction, type CatalogService } from "./service.js";

export const cloudTitles: Readonly<Record<Cloud, string>> = {
  otc: "Open Telekom Cloud",
  "otc-swiss": "Swiss OTC",
  huaweicloud: "Huawei Cloud",
};

/** The clouds that have a table of a service, to follow "on": `Open Telekom Cloud (documented 2026-04) or Huawei Cloud`. */
export function documentingClouds({ clouds }: CatalogService): string {
  const documenting = [...clouds].filter(([, entry]) => hasTable(entry)).map(([cloud]) => cloud);
  return listNames(titlesOf(clouds, documenting), "or");
}

/** The clouds that know at least one of some actions of a service, joined with "and". */
export function knowingClouds(catalog: Catalog, actions: readonly CatalogAction[]): string {
  const knowing = new Set(actions.flatMap(({ facts }) => facts.map(({ cloud }) => cloud)));
  const clouds = catalog.service(actions[0]?.pattern.service ?? "")?.clouds ?? new Map<Cloud, ServiceEntry>();
  return listNames(
    titlesOf(
      clouds,
      [...clouds.keys()].filter((cloud) => knowing.has(cloud)),
    ),
  );
}

/** The name of a service in messages: an acronym in upper case ("IMS"), a longer code unchanged. */
export function serviceTitle(service: string): string {
  return service.length > 5 ? service : service.toUpperCase();
}

function titlesOf(entries: CatalogService["clouds"], clouds: readonly Cloud[]): string[] {
  return clouds.map((cloud) => {
    const month = entries.get(cloud)?.documented?.slice(0, 7);
    return month ? `${cloudTitles[cloud]} (documented ${month})` : cloudTitles[cloud];
  });
}
