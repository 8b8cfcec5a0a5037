import type { IdentityCatalog } from "../../catalog/identity-catalog.js";
import { respell } from "../../catalog/respelt-pattern.js";
import type { Problem } from "../../edit/problem.js";
import { replaceString } from "../../edit/strings.js";
import { actionsOf } from "../../policy/document.js";
import type { ActionName } from "../../policy/pattern.js";
import { isWildcardIn, matchesPart } from "../../policy/wildcards.js";
import type { Check } from "../summary/check.js";

type CaseProblemId = "case" | "patternCase" | "replace";

/**
 * Actions of a policy of version 5.0 that differ from their documented spelling only by case, and patterns that differ so from
 * the spelling of all known actions that they match. Case does not matter to the cloud (facts.md#names-of-version-5).
 */
export const miscasedIdentityActions: Check<CaseProblemId> = {
  when: (summary) => summary.statementCount > 0,
  problems: (policy, { catalog }) =>
    actionsOf(policy).flatMap(({ string, name, pattern }): Problem<CaseProblemId>[] => {
      const spelling = spellingOf(name, catalog.identity);
      return spelling === undefined
        ? []
        : [
            {
              range: string.contentRange,
              id: pattern?.hasWildcard ? "patternCase" : "case",
              data: { action: name.written, name: spelling, where: " in identity policies (5.0)" },
              edits: replaceString(string, spelling, "fix"),
            },
          ];
    }),
};

/** The documented spelling, if that is another one. What stands for several letters has none. */
function spellingOf({ written, pattern }: ActionName, identity: IdentityCatalog): string | undefined {
  if (!pattern || isWildcardIn(pattern.service) || written.includes("?")) {
    return undefined;
  }
  // Names of version 1.1 are taken, too, and have spellings of their own.
  const known = [
    ...identity.matching(pattern).map(({ name }) => name),
    ...identity.withAliasMatching(pattern).flatMap(({ aliases = [] }) => aliases),
  ];
  const matched = known.filter((name) => matchesLetters(pattern.text, name.toLowerCase()));
  const spellings = new Set(matched.map((name) => respell(written, name)));
  const [only, ...others] = spellings;
  return others.length > 0 || only === written ? undefined : only;
}

function matchesLetters(pattern: string, name: string): boolean {
  const parts = name.split(":");
  return pattern.split(":").every((part, place) => matchesPart(part, parts[place] ?? ""));
}
