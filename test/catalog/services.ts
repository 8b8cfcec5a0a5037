import type { Cloud, PermissionRow, ServiceEntry, SourcePage, ActionWithoutRow } from "../../src/catalog/format.js";
import { buildService, type CatalogAction, type CatalogService } from "../../src/catalog/service.js";
import { coverageWith } from "../fixtures/coverage.js";

/** The tables of a service in one cloud. Most tests do not need the source of a row. */
export interface CloudTables {
  readonly rows?: readonly (Partial<PermissionRow> & Pick<PermissionRow, "actions">)[];
  readonly withoutRow?: readonly ActionWithoutRow[];
  readonly pages?: readonly SourcePage[];
  readonly entry?: Partial<ServiceEntry>;
}

/** A service, merged from the tables of some clouds. */
export function serviceOf(name: string, clouds: { readonly [cloud in Cloud]?: CloudTables }): CatalogService {
  const sources = (Object.entries(clouds) as [Cloud, CloudTables][]).map(
    ([cloud, { rows = [], withoutRow = [], pages = [], entry }]) => ({
      file: {
        cloud,
        service: name,
        pages,
        withoutRow,
        rows: rows.map((row, index) => ({ apis: [`GET /${index}`], source: [0, 1, index + 1] as const, ...row })),
      },
      entry: { coverage: coverageWith("complete"), actions: 0, rows: 0, sha256: "", ...entry },
    }),
  );
  return buildService(name, sources);
}

/** The action `s:t:do` of a service `s` with these tables. */
export function actionOf(clouds: { readonly [cloud in Cloud]?: CloudTables }, name = "s:t:do"): CatalogAction {
  const action = serviceOf("s", clouds).actions.get(name);
  if (!action) {
    throw new Error(`No action ${name}.`);
  }
  return action;
}
