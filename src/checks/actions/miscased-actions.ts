import type { Catalog } from "../../catalog/catalog.js";
import type { Problem } from "../../edit/problem.js";
import { replaceString } from "../../edit/strings.js";
import { actionsOf, type PolicyDocument } from "../../policy/document.js";

/** Actions that differ from their documented spelling only by case. */
export function miscasedActions(policy: PolicyDocument, catalog: Catalog): readonly Problem<"case" | "replace">[] {
  return actionsOf(policy).flatMap(({ pattern, string }) => {
    const documented = pattern && catalog.action(pattern);
    const written = string.value.trim();
    // A former name should be replaced, not respelt.
    return documented && !documented.isFormer && documented.facts.every(({ name }) => name !== written)
      ? [
          {
            range: string.contentRange,
            id: "case",
            data: { action: written, name: documented.name },
            edits: replaceString(string, documented.name, "fix"),
          },
        ]
      : [];
  });
}
