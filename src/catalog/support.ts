import type { PermissionRow } from "./format.js";
import type { CatalogAction } from "./service.js";

/** A scope that a policy can be granted on, by its field name in a permission row. */
export type ScopeMark = "iamProject" | "enterpriseProject";

/** Whether an action works in a scope: with all, some or none of its APIs, or unknown if its tables do not say. */
export type Support = "all" | "mixed" | "none" | "unknown";

/**
 * Rolls up the marks of the permission rows of an action. Support belongs to the API, so one action may have both marks
 * (facts.md#support-for-enterprise-projects). A row without a mark says nothing: user manuals list actions in tables
 * that have no such column. An abandoned API that does not work in a scope says nothing of the others. For several
 * clouds, the support that they agree on.
 */
export function supportOf({ facts }: CatalogAction, scope: ScopeMark): Support {
  // A cloud without a permission row for the action does not document its support.
  const withRow = facts.filter(({ rows }) => rows.length > 0);
  const answers = new Set(withRow.map(({ rows }) => supportOfRows(rows, scope)));
  const [answer = "unknown"] = answers;
  return answers.size === 1 ? answer : "unknown";
}

/**
 * The support of all actions that a pattern matches. "mixed" is returned for a single action only: for several, it
 * would not say which of them are affected.
 */
export function commonSupport(matched: readonly CatalogAction[], scope: ScopeMark): Support {
  const answers = new Set(matched.map((action) => supportOf(action, scope)));
  const [answer = "unknown"] = answers;
  return answers.size === 1 && (answer === "none" || matched.length === 1) ? answer : "unknown";
}

function supportOfRows(rows: readonly PermissionRow[], scope: ScopeMark): Support {
  const marks = new Set(counted(rows, scope).map((row) => row[scope]));
  if (marks.has(true)) {
    return marks.has(false) ? "mixed" : "all";
  }
  return marks.has(false) ? "none" : "unknown";
}

/**
 * The rows that count. An abandoned API that works counts like any other: whoever still calls it must not be told that
 * the action has no effect. One that does not work only counts if no other is left.
 */
function counted(rows: readonly PermissionRow[], scope: ScopeMark): readonly PermissionRow[] {
  const others = rows.filter((row) => !(row.abandoned && row[scope] === false));
  return others.some((row) => !row.abandoned) ? others : rows;
}

/** The distinct APIs of some actions that do not work in a scope. */
export function apisWithout(actions: readonly CatalogAction[], scope: ScopeMark): string[] {
  const rows = actions.flatMap(({ facts }) => facts.flatMap((cloud) => counted(cloud.rows, scope)));
  return [...new Set(rows.filter((row) => row[scope] === false).flatMap((row) => row.apis))];
}
