import leven from "leven";
import type { Catalog } from "../../catalog/catalog.js";
import { documentedBy } from "../../catalog/provenance.js";
import type { CatalogAction } from "../../catalog/service.js";
import type { Problem } from "../../edit/problem.js";
import { replaceString } from "../../edit/strings.js";
import type { PolicyDocument } from "../../policy/document.js";
import { shorterAndShorter } from "../../text/wording.js";
import { lookUpActions } from "./action-lookup.js";

/** Names of actions that the cloud documented once and has renamed or split. */
export function formerActions(policy: PolicyDocument, catalog: Catalog): readonly Problem<"former" | "replace">[] {
  return lookUpActions(policy, catalog).former.flatMap(({ action, documented }) => {
    const present = presentNamesOf(documented);
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
 * Today's names of an action that no cloud has any more, the most similar ones first. A name that vanished with its
 * whole table proves nothing: the cloud may only have stopped describing it.
 */
function presentNamesOf({ name, facts }: CatalogAction): readonly string[] {
  const present = new Set(facts.flatMap(({ presentNames }) => presentNames));
  return [...present].sort((one, other) => leven(name, one) - leven(name, other));
}
