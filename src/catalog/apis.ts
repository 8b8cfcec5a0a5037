import { memoizeByText } from "../text/memoize.js";
import type { Cloud, PermissionRow, SourcePage } from "./format.js";
import { readIndex, readService } from "./store.js";

/** A permission row with the service and the page that it stands in. */
export interface DocumentedRow {
  readonly cloud: Cloud;
  readonly service: string;
  readonly row: PermissionRow;
  readonly page: SourcePage | undefined;
}

/** The permission rows of all services of a cloud, those of APIs that need no permission included. Reads every service. */
export const rowsOf: (cloud: Cloud) => readonly DocumentedRow[] = memoizeByText((name) => {
  const cloud = name as Cloud;
  return Object.keys(readIndex().services[cloud] ?? {}).flatMap((service) => {
    const { pages, rows } = readService(cloud, service);
    return rows.map((row) => ({ cloud, service, row, page: pages[row.source[0]] }));
  });
});
