import type { IdentityCatalog, KnownIdentityAction } from "../../catalog/identity-catalog.js";
import type { ActionPattern } from "../../policy/pattern.js";
import { correctPart } from "../../policy/typos.js";
import { hasDifferentVerb } from "./operation-verbs.js";

/**
 * The known actions of version 5.0 that an unknown one is almost certainly a typo of. Few of a service's actions are known,
 * so that one for several resources beside one for a single one is no typo.
 */
export function similarIdentityActions(pattern: ActionPattern, known: IdentityCatalog): readonly string[] {
  if (pattern.hasWildcard) {
    return [];
  }
  return known
    .ofService(pattern.service)
    .filter((action) => isTypoOf(pattern, action))
    .map(({ name }) => name);
}

function isTypoOf({ parts, operation }: ActionPattern, { name }: KnownIdentityAction): boolean {
  const documented = name.split(":");
  return (
    (parts[1] === "") === (documented[1] === "") &&
    !hasDifferentVerb(operation, documented[2]?.toLowerCase() ?? "") &&
    parts.every((part, place) => {
      const word = documented[place] ?? "";
      return (
        correctPart(part, word)?.isTypo === true &&
        !differInNumber(part, word.toLowerCase()) &&
        digitsOf(part) === digitsOf(word)
      );
    })
  );
}

/** Names that end with another version, such as `createV3` and `createV5`, are of two APIs. */
function digitsOf(word: string): string {
  return word.replace(/\D/gu, "");
}

function differInNumber(one: string, other: string): boolean {
  return one === `${other}s` || other === `${one}s`;
}
