import type { Problem } from "../../edit/problem.js";
import { replaceString } from "../../edit/strings.js";
import { actionsOf } from "../../policy/document.js";
import type { Check } from "../summary/check.js";
import { documentedSpelling } from "../../catalog/documented-spelling.js";

/**
 * Actions that differ from their documented spelling only by case, and patterns that differ so from the spelling of all
 * actions that they match.
 */
export const miscasedActions: Check<"case" | "patternCase" | "replace"> = {
  when: (summary) => summary.hasMiscasedName,
  problems: (policy, { catalog }) =>
    actionsOf(policy).flatMap(({ string, name, pattern }): Problem<"case" | "patternCase" | "replace">[] => {
      const spelling = documentedSpelling(name, catalog);
      return spelling === undefined
        ? []
        : [
            {
              range: string.contentRange,
              id: pattern?.hasWildcard ? "patternCase" : "case",
              data: { action: name.written, name: spelling, where: "" },
              edits: replaceString(string, spelling, "fix"),
            },
          ];
    }),
};
