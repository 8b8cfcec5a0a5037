import type { Catalog } from "../../catalog/catalog.js";
import type { KnownIdentityAction } from "../../catalog/identity-catalog.js";
import { removeString, splitString } from "../../edit/lists.js";
import type { Edit, Problem } from "../../edit/problem.js";
import { replaceString } from "../../edit/strings.js";
import { quoteAction, type Action, type PolicyDocument } from "../../policy/document.js";
import { parsePattern, type ActionPattern } from "../../policy/pattern.js";
import { isWildcardIn } from "../../policy/wildcards.js";
import { listNames } from "../../text/wording.js";
import { namesToWrite } from "./names-to-write.js";

export type OtherVersionProblemId = "identityAction" | "newIdentityAction" | "replace" | "split" | "remove";

/**
 * An undocumented action or pattern of a custom policy (1.1) that version 5.0 has, with its names in version 1.1
 * (facts.md#names-that-version-5-changed).
 */
export function identityActionName(
  action: Action,
  pattern: ActionPattern,
  policy: PolicyDocument,
  catalog: Catalog,
): readonly Problem<OtherVersionProblemId>[] {
  const found = matchedBy(pattern, catalog);
  const aliases = [...new Set(found.flatMap(({ aliases: own = [] }) => own))].filter((name) =>
    isDocumented(name, catalog),
  );
  if (aliases.length === 0) {
    const isNew = found.length > 0 && found.every(({ aliases: own }) => own?.length === 0);
    return isNew
      ? [{ range: action.string.contentRange, id: "newIdentityAction", data: { action: quoteAction(action) } }]
      : [];
  }
  const names = pattern.hasWildcard ? [...new Set(aliases.map(withAnyOperation))] : aliases;
  return [
    {
      range: action.string.contentRange,
      id: "identityAction",
      data: { action: quoteAction(action), names: listNames(names.map((name) => `"${name}"`)) },
      // A pattern for all operations may cover more in the other version.
      edits: pattern.hasWildcard ? [] : editsTo(namesToWrite(names, action, policy), action),
    },
  ];
}

/** Writes names in place of an action; without any, they all stand beside it. */
function editsTo(names: readonly string[], action: Action): readonly Edit<OtherVersionProblemId>[] {
  const [only, ...others] = names;
  if (only === undefined) {
    return removeString(action, "suggestion", { id: "remove", data: { action: quoteAction(action) } });
  }
  return others.length === 0
    ? replaceString(action.string, only)
    : splitString(action, names, { id: "split", data: { number: names.length } });
}

/** The known actions of version 5.0 that a name means; of patterns, only those that name a type. */
function matchedBy(pattern: ActionPattern, { identity }: Catalog): readonly KnownIdentityAction[] {
  const namesType = pattern.operation === "*" && !isWildcardIn(pattern.resourceType);
  return !pattern.hasWildcard || namesType ? identity.matching(pattern) : [];
}

function isDocumented(name: string, catalog: Catalog): boolean {
  const pattern = parsePattern(name);
  return pattern !== undefined && catalog.isDocumented(pattern);
}

function withAnyOperation(name: string): string {
  return name.replace(/[^:]*$/u, "*");
}
