import type { PermissionRow } from "./format.js";
import type { CatalogAction } from "./service.js";

/** Where a policy can be granted; the names are the fields of a permission row. */
export type ScopeMark = "iamProject" | "enterpriseProject";

/** Whether an action works in a scope: through all of its APIs, some, none, or its tables do not say. */
export type Support = "all" | "mixed" | "none" | "unknown";

/**
 * Rolls the marks of an action's permission rows up. Support belongs to the API, so one action may have both
 * marks (facts: policy-language 3.3). Of several clouds, what they agree on.
 */
export function supportOf({ facts }: CatalogAction, scope: ScopeMark): Support {
  // A cloud that only mentions the action says nothing of its support.
  const tabled = facts.filter(({ rows }) => rows.length > 0);
  const answers = new Set(tabled.map(({ rows }) => supportOfRows(rows, scope)));
  const [answer = "unknown"] = answers;
  return answers.size === 1 ? answer : "unknown";
}

/** The support of everything that a pattern matches; of a single action for "mixed", which says nothing of many. */
export function commonSupport(matched: readonly CatalogAction[], scope: ScopeMark): Support {
  const answers = new Set(matched.map((action) => supportOf(action, scope)));
  const [answer = "unknown"] = answers;
  return answers.size === 1 && (answer === "none" || matched.length === 1) ? answer : "unknown";
}

function supportOfRows(rows: readonly PermissionRow[], scope: ScopeMark): Support {
  const marks = new Set(rows.map((row) => row[scope]));
  if (marks.has(true) && marks.has(false)) {
    return "mixed";
  }
  if (marks.size !== 1 || marks.has(undefined)) {
    return "unknown";
  }
  return marks.has(true) ? "all" : "none";
}

/** The APIs of some actions that do not work in a scope, each once. */
export function apisWithout(actions: readonly CatalogAction[], scope: ScopeMark): string[] {
  const rows = actions.flatMap(({ facts }) => facts.flatMap((cloud) => cloud.rows));
  return [...new Set(rows.filter((row) => row[scope] === false).flatMap((row) => row.apis))];
}
