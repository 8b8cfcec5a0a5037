import leven from "leven";
import type { Catalog } from "../../catalog/catalog.js";
import { documentedBy } from "../../catalog/provenance.js";
import type { CatalogAction, CloudFacts } from "../../catalog/service.js";
import type { Problem } from "../../edit/problem.js";
import { replaceString } from "../../edit/strings.js";
import type { PolicyDocument } from "../../policy/document.js";
import { shorterAndShorter } from "../../text/wording.js";
import type { Check } from "../summary/check.js";
import { lookUpActions, type FormerName } from "./action-lookup.js";

/** Actions that the cloud once documented and has since renamed or split. */
export const formerActions: Check<"former" | "replace"> = {
  when: (summary) => summary.hasFormerName,
  problems: (policy, { catalog }) => problemsOf(policy, catalog),
};

function problemsOf(policy: PolicyDocument, catalog: Catalog): readonly Problem<"former" | "replace">[] {
  return lookUpActions(policy, catalog).former.flatMap(({ action, documented, use }) => {
    const present = currentNamesOf(documented);
    const sources = new Set(factsWithPresentNames(documented).map(({ cloud }) => cloud));
    return present.length === 0
      ? []
      : [
          {
            range: action.string.contentRange,
            id: "former",
            data: {
              action: documented.name,
              present: { variants: shorterAndShorter(present, "or", maxNames) },
              advice: adviceFor(use, present.length),
              clouds: { variants: documentedBy(catalog, [documented], (cloud) => sources.has(cloud)) },
            },
            edits: present.slice(0, maxNames).flatMap((name) => replaceString(action.string, name)),
          },
        ];
  });
}

/** How many present names are listed, and suggested. */
const maxNames = 3;

/** A Deny takes away what the former name stood for, so it needs all of the present names. */
function adviceFor(use: FormerName["use"], number: number): string {
  const those = number === 1 ? "that" : "those";
  if (use === "allowed") {
    return `Grant ${number === 1 ? those : "those you need"} instead.`;
  }
  return `${use === "denied" ? "Deny" : "Name"} ${those} instead.`;
}

/**
 * The current names of an action that no cloud documents any more, most similar first: those that all clouds agree on
 * that have any. A name that disappeared with its whole table proves nothing: the cloud may only have stopped
 * documenting it.
 */
function currentNamesOf(action: CatalogAction): readonly string[] {
  const [first, ...others] = factsWithPresentNames(action).map(({ presentNames }) => presentNames);
  const present = first?.filter((name) => others.every((names) => names.includes(name))) ?? [];
  return [...present].sort((one, other) => leven(action.name, one) - leven(action.name, other));
}

function factsWithPresentNames({ facts }: CatalogAction): readonly CloudFacts[] {
  return facts.filter(({ presentNames }) => presentNames.length > 0);
}
