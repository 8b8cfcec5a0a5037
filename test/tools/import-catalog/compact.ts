import type { CompanionRole, NamedAction } from "../../../src/catalog/format.js";
import type { PageRow } from "../../../tools/import-catalog/page-rows.js";

/**
 * A row on one line:
 * `API & API | action & action [qualifier] | dependencies | IAM project / enterprise project | other facts`.
 * Marks are `yes`, `no` and `-`. Dependencies are `none` for an empty cell, and left out without a column for them.
 */
export function compact(row: Omit<PageRow, "at">): string {
  const parts = [
    row.apis.join(" & "),
    namesText(row.actions) || "none",
    ...(row.dependencies === undefined ? [] : [namesText(row.dependencies) || "none"]),
    `${markText(row.iamProject)}/${markText(row.enterpriseProject)}`,
    ...(row.companionRoles ?? []).map(roleText),
    ...(row.defaultEnterpriseProjectOnly === true ? ["default enterprise project"] : []),
    ...(row.abandoned === true ? ["abandoned"] : []),
  ];
  return parts.join(" | ");
}

function namesText(names: readonly NamedAction[]): string {
  return names.map((named) => (typeof named === "string" ? named : `${named.name} [${named.qualifier}]`)).join(" & ");
}

function roleText({ anyOf, service, qualifier }: CompanionRole): string {
  const of = service === undefined ? "" : ` of ${service}`;
  return `role ${anyOf.join(" or ")}${of}${qualifier === undefined ? "" : ` [${qualifier}]`}`;
}

function markText(mark: boolean | undefined): string {
  return mark === undefined ? "-" : mark ? "yes" : "no";
}
