import type { Cloud, PermissionRow, SourcePage } from "./format.js";
import { readIndex, readService } from "./store.js";

/** A permission row with the service and the page that it stands in. */
export interface DocumentedRow {
  readonly cloud: Cloud;
  readonly service: string;
  readonly row: PermissionRow;
  readonly page: SourcePage | undefined;
}

/** The names of the services of a cloud, in lower case. */
export function servicesOf(cloud: Cloud): readonly string[] {
  return Object.keys(readIndex().services[cloud] ?? {});
}

/** The permission rows of a service that is in the index of a cloud, those of APIs that need no permission included. */
export function rowsOfService(cloud: Cloud, service: string): readonly DocumentedRow[] {
  const { pages, rows } = readService(cloud, service);
  return rows.map((row) => ({ cloud, service, row, page: pages[row.source[0]] }));
}

/** The permission rows of a cloud. */
export interface RowIndex {
  /** Of all services. */
  readonly rows: readonly DocumentedRow[];
  /** By API, in lower case. */
  readonly byApi: ReadonlyMap<string, readonly DocumentedRow[]>;
}

/** The permission rows of all services of a cloud. Reads every service. */
export function rowsOf(cloud: Cloud): RowIndex {
  const index = indexes.get(cloud) ?? readRows(cloud);
  indexes.set(cloud, index);
  return index;
}

const indexes = new Map<Cloud, RowIndex>();

function readRows(cloud: Cloud): RowIndex {
  const rows = servicesOf(cloud).flatMap((service) => rowsOfService(cloud, service));
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
export function actionsWithoutRow(cloud: Cloud): readonly { readonly service: string; readonly name: string }[] {
  return servicesOf(cloud).flatMap((service) =>
    readService(cloud, service).withoutRow.map(({ name }) => ({ service, name })),
  );
}
