import type { PermissionRow } from "../format.js";
import { nameOf } from "../service.js";

/**
 * Rows, with those of a newer page. As in the importer (`tools/import-catalog`), a row is about the actions of an API:
 * where the newer page has a row for the same, the older one no longer counts for that API. An older row without
 * actions says that its API needs none, so any newer row for the API replaces it. What the newer page has no column
 * for, it does not speak of: that is taken from the row that it replaces.
 */
export function withNewerRows(
  older: readonly PermissionRow[],
  newer: readonly PermissionRow[],
): readonly PermissionRow[] {
  const replaced = new Set(newer.flatMap((row) => keysOf(row).flatMap(({ exact, api }) => [exact, api])));
  const replacedBy = new Map<string, PermissionRow>();
  const left = older.flatMap((row) => {
    const keys = keysOf(row);
    const isReplaced = keys.map(({ exact, api }) => replaced.has(row.actions.length > 0 ? exact : api));
    keys.forEach(({ exact }, place) => isReplaced[place] && replacedBy.set(exact, replacedBy.get(exact) ?? row));
    const apis = row.apis.filter((_, place) => !isReplaced[place]);
    return isReplaced.every((is) => !is) ? [row] : apis.length === 0 ? [] : [{ ...row, apis }];
  });
  return [
    ...left,
    ...newer.map((row) => completed(row, keysOf(row).flatMap(({ exact }) => replacedBy.get(exact) ?? [])[0])),
  ];
}

function completed(row: PermissionRow, older: PermissionRow | undefined): PermissionRow {
  const { dependencies, iamProject, enterpriseProject } = older ?? {};
  return {
    ...(dependencies && { dependencies }),
    ...(iamProject !== undefined && { iamProject }),
    ...(enterpriseProject !== undefined && { enterpriseProject }),
    ...row,
  };
}

/** What a row is about, by API, whatever the parameters are called. A table without APIs has rows about none. */
function keysOf({ apis, actions }: PermissionRow): readonly { readonly api: string; readonly exact: string }[] {
  const names = actions.map((action) => nameOf(action).toLowerCase()).sort();
  const keys = apis.map((api) => api.replace(/\{\w+\}/gu, "{}").toLowerCase());
  return (keys.length === 0 ? [""] : keys).map((api) => ({ api, exact: JSON.stringify([api, ...names]) }));
}
