import type { Catalog } from "../../catalog/catalog.js";
import type { CatalogAction, CatalogService } from "../../catalog/service.js";
import type { Problem } from "../../edit/problem.js";
import { replaceString } from "../../edit/strings.js";
import { actionsOf, type Action, type PolicyDocument } from "../../policy/document.js";
import { matchesPart, type ActionPattern } from "../../policy/pattern.js";
import { respell } from "./respelt-pattern.js";

export type CaseProblem = Problem<"case" | "patternCase" | "replace">;

/**
 * Actions that differ from their documented spelling only by case, and patterns that differ so from the spelling of all
 * actions that they match.
 */
export function miscasedActions(policy: PolicyDocument, catalog: Catalog): readonly CaseProblem[] {
  return actionsOf(policy).flatMap((action) => {
    const { pattern } = action;
    const service = pattern && catalog.service(pattern.service);
    return service ? problemsOf(action, pattern, service, catalog) : [];
  });
}

function problemsOf(
  { string }: Action,
  pattern: ActionPattern,
  service: CatalogService,
  catalog: Catalog,
): readonly CaseProblem[] {
  const written = string.value.trim();
  // A former name should be replaced, not respelt.
  const matched = catalog.matching(pattern).filter(({ isFormer }) => !isFormer);
  const spelling = documentedSpelling(written, matched, service);
  return spelling === undefined
    ? []
    : [
        {
          range: string.contentRange,
          id: pattern.hasWildcard ? "patternCase" : "case",
          data: { action: written, name: spelling },
          edits: replaceString(string, spelling, "fix"),
        },
      ];
}

/**
 * An action or pattern in the spelling of the actions that it matches, if that is another one. `undefined` if they
 * differ from each other, or if some of them are documented as written: where two spellings are, neither is wrong.
 */
function documentedSpelling(
  written: string,
  matched: readonly CatalogAction[],
  { prefixes }: CatalogService,
): string | undefined {
  const [prefix = "", ...parts] = written.split(":");
  const isAsWritten = (name: string) => {
    const [namePrefix, ...nameParts] = name.split(":");
    return (
      (namePrefix === prefix || prefixes.has(prefix)) &&
      parts.every((part, index) => matchesPart(part, nameParts[index] ?? ""))
    );
  };
  const [preferred, ...others] = new Set(matched.map(({ name }) => respell(written, name)));
  return others.length > 0 || matched.some(({ spellings }) => spellings.some(isAsWritten)) ? undefined : preferred;
}
