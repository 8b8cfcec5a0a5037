import leven from "leven";
import type { Catalog } from "../../catalog/catalog.js";
import { documentedBy } from "../../catalog/provenance.js";
import type { CatalogAction } from "../../catalog/service.js";
import type { Problem } from "../../edit/problem.js";
import { replaceString } from "../../edit/strings.js";
import type { PolicyDocument } from "../../policy/document.js";
import { shorterAndShorter } from "../../text/wording.js";
import { lookUpActions } from "./action-lookup.js";

/** Actions that the cloud once documented and has since renamed or split. */
export function formerActions(policy: PolicyDocument, catalog: Catalog): readonly Problem<"former" | "replace">[] {
  return lookUpActions(policy, catalog).former.flatMap(({ action, documented }) => {
    const present = currentNamesOf(documented);
    return present.length === 0
      ? []
      : [
          {
            range: action.string.contentRange,
            id: "former",
            data: {
              action: documented.name,
              present: { variants: shorterAndShorter(present, "or", maxNames) },
              which: present.length === 1 ? "that" : "those you need",
              clouds: { variants: documentedBy(catalog, [documented]) },
            },
            edits: present.slice(0, maxNames).flatMap((name) => replaceString(action.string, name)),
          },
        ];
  });
}

/** How many present names are listed, and suggested. */
const maxNames = 3;

/**
 * The current names of an action that no cloud documents any more, most similar first. A name that disappeared with its
 * whole table proves nothing: the cloud may only have stopped documenting it.
 */
function currentNamesOf({ name, facts }: CatalogAction): readonly string[] {
  const present = new Set(facts.flatMap(({ presentNames }) => presentNames));
  return [...present].sort((one, other) => leven(name, one) - leven(name, other));
}
