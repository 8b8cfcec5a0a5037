import { documentedBy } from "../../catalog/provenance.js";
import { apisWithout, commonSupport } from "../../catalog/support.js";
import type { Phrase, Problem, Variants } from "../../edit/problem.js";
import { quoteAction, type PolicyDocument } from "../../policy/document.js";
import { shorterAndShorter } from "../../text/wording.js";
import type { PolicyContext, PolicySettings } from "../policy-context.js";
import { allowedActions } from "./allowed-actions.js";

/**
 * Actions that are allowed on an enterprise project although their APIs support IAM projects only.
 *
 * @param mixed what to do with an action of which only some APIs support enterprise projects
 */
export function enterpriseProjectSupport(
  policy: PolicyDocument,
  { catalog, settings }: PolicyContext,
  mixed: "ignore" | "report",
): readonly Problem<"none" | "mixed">[] {
  const place = policy.dialect === "1.1" ? enterpriseProjectOf(policy, settings) : undefined;
  if (place === undefined) {
    return [];
  }
  return allowedActions(policy).flatMap((action) => {
    const matched = action.pattern ? catalog.matching(action.pattern) : [];
    const support = commonSupport(matched, "enterpriseProject");
    if (support !== "none" && (support !== "mixed" || mixed === "ignore")) {
      return [];
    }
    const apis = apisWithout(matched, "enterpriseProject");
    return [
      {
        range: action.string.contentRange,
        id: support,
        data: {
          action: quoteAction(action),
          place,
          apis: support === "none" ? countApis(apis) : nameApis(apis),
          them: apis.length === 1 ? "it" : "them",
          clouds: { variants: documentedBy(catalog, matched) },
        },
      },
    ];
  });
}

/** Where no API works, their names say nothing more. The tables of some services do not name their APIs. */
function countApis({ length }: readonly string[]): string {
  return length === 1 ? "its API supports" : `its ${length > 0 ? `${length} ` : ""}APIs support`;
}

/** The APIs that do not work, by name as far as the message has room. */
function nameApis(apis: readonly string[]): Variants {
  const lists = [...shorterAndShorter(apis), ...shorterAndShorter(apis.map(endOfPath)).slice(-1)];
  return {
    variants:
      apis.length === 1
        ? [...lists.map((list) => `its API ${list} supports`), "one of its APIs supports"]
        : [...lists.map((list) => `its APIs ${list} support`), "some of its APIs support"],
  };
}

/** The part of a path that tells it from others: `GET …/members/{member_id}`. */
function endOfPath(api: string): string {
  return api.replace(/(?<= )\/.*(?=\/[^/{]+\/\{[^/]+\}$|\/[^/{]+$)/u, "…");
}

/** Where a policy is granted on an enterprise project; the setting counts where no assignment is in sight. */
function enterpriseProjectOf({ grantSites }: PolicyDocument, { scope }: PolicySettings): Phrase | undefined {
  const site = grantSites.find((candidate) => candidate.scope === "enterprise-project");
  if (site) {
    return ["the enterprise project on ", { linesOf: [site.range] }];
  }
  return grantSites.length === 0 && scope === "enterprise-project" ? "an enterprise project" : undefined;
}
