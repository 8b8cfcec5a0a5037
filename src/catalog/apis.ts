import { memoize } from "../text/memoize.js";
import type { Tables } from "./catalog.js";
import type { Cloud, PermissionRow, SourcePage } from "./format.js";
import { publishedPageOf } from "./service.js";

/** A permission row with the service and the page that it stands in. */
export interface DocumentedRow {
  readonly cloud: Cloud;
  readonly service: string;
  readonly row: PermissionRow;
  readonly page: SourcePage | undefined;
}

/** The names of the services of a cloud, in lower case. */
export function servicesOf(tables: Tables, cloud: Cloud): readonly string[] {
  return Object.keys(tables.index().services[cloud] ?? {});
}

/** The permission rows of a service that is in the index of a cloud, those of APIs that need no permission included. */
export function rowsOfService(tables: Tables, cloud: Cloud, service: string): readonly DocumentedRow[] {
  const file = tables.service(cloud, service);
  return file.rows.map((row) => ({ cloud, service, row, page: publishedPageOf(file, row) }));
}

/** The permission rows of a cloud. */
export interface RowIndex {
  /** Of all services. */
  readonly rows: readonly DocumentedRow[];
  /** By API, in lower case. */
  readonly byApi: ReadonlyMap<string, readonly DocumentedRow[]>;
}

/** The permission rows of all services of a cloud. Reads every service. */
export function rowsOf(tables: Tables, cloud: Cloud): RowIndex {
  const indexes = indexesOf(tables);
  const index = indexes.get(cloud) ?? readRows(tables, cloud);
  indexes.set(cloud, index);
  return index;
}

const indexesOf: (tables: Tables) => Map<Cloud, RowIndex> = memoize(() => new Map());

function readRows(tables: Tables, cloud: Cloud): RowIndex {
  const rows = servicesOf(tables, cloud).flatMap((service) => rowsOfService(tables, cloud, service));
  const byApi = new Map<string, DocumentedRow[]>();
  for (const documented of rows) {
    for (const api of new Set(documented.row.apis.map((name) => name.toLowerCase()))) {
      const known = byApi.get(api);
      if (known) {
        known.push(documented);
      } else {
        byApi.set(api, [documented]);
      }
    }
  }
  return { rows, byApi };
}

/** The actions of a cloud that no row of their service has. Reads every service. */
export function actionsWithoutRow(
  tables: Tables,
  cloud: Cloud,
): readonly { readonly service: string; readonly name: string }[] {
  return servicesOf(tables, cloud).flatMap((service) =>
    tables.service(cloud, service).withoutRow.map(({ name }) => ({ service, name })),
  );
}
