import type { Cloud, OwnPage } from "../../../src/catalog/format.js";
import type { OwnCatalog, OwnRow } from "../../../src/catalog/own/format.js";

/** A page of a project. */
export function pageOf(name: string, date = "2026-11-14", cloud: Cloud = "otc"): OwnPage {
  return { cloud, name, date, sha256: "0".repeat(64) };
}

/** A row of the first page, of the service that its first action names. */
export function rowOf(row: Partial<OwnRow> & Pick<OwnRow, "actions">, page = 0): OwnRow {
  const [first = "x:y:z"] = row.actions;
  const service = (typeof first === "string" ? first : first.name).split(":")[0] ?? "";
  return { service, apis: [], ...row, source: [page, 1, 1] };
}

/** A catalogue of one page. */
export function ofOnePage(page: OwnPage, ...rows: readonly OwnRow[]): OwnCatalog {
  return { pages: [page], rows };
}
