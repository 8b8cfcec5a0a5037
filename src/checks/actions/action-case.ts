import type { Catalog } from "../../catalog/catalog.js";
import type { Problem } from "../../edit/problem.js";
import { replaceString } from "../../edit/strings.js";
import { actionsOf, type PolicyDocument } from "../../policy/document.js";

/** Actions whose spelling differs from the documented one only by case. */
export function differentCase(policy: PolicyDocument, catalog: Catalog): readonly Problem<"case" | "replace">[] {
  return actionsOf(policy).flatMap(({ pattern, string }) => {
    const documented = pattern && catalog.action(pattern);
    const written = string.value.trim();
    // A former name is not to be kept, in whatever case.
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
