import { documentedBy } from "../../catalog/provenance.js";
import { apisWithout, commonSupport } from "../../catalog/support.js";
import type { Problem, ProblemDataValue, Variants } from "../../edit/problem.js";
import { quoteAction, type PolicyDocument } from "../../policy/document.js";
import { shorterAndShorter } from "../../text/wording.js";
import type { Check } from "../summary/check.js";
import type { PolicyContext, PolicySettings } from "../policy-context.js";
import { allowedActions } from "./allowed-actions.js";

/** How to treat an action of which only some APIs support enterprise projects. */
type OnMixed = "ignore" | "report";

/** Actions granted on an enterprise project although their APIs support IAM projects only. */
export function unsupportedOnEnterpriseProject(mixed: OnMixed): Check<"none" | "mixed"> {
  return {
    when: (summary) => summary.isOnEnterpriseProject,
    problems: (policy, context) => problemsOf(policy, context, mixed),
  };
}

function problemsOf(
  policy: PolicyDocument,
  { catalog, settings }: PolicyContext,
  mixed: OnMixed,
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

/** Counts the APIs of an action of which none works: their names would add nothing. Some tables do not name any. */
function countApis({ length }: readonly string[]): string {
  return length === 1 ? "its API supports" : `its ${length > 0 ? `${length} ` : ""}APIs support`;
}

/** Names the APIs that do not work, as many as fit. */
function nameApis(apis: readonly string[]): Variants {
  const lists = [...shorterAndShorter(apis), ...shorterAndShorter(apis.map(endOfPath)).slice(-1)];
  return {
    variants:
      apis.length === 1
        ? [...lists.map((list) => `its API ${list} supports`), "one of its APIs supports"]
        : [...lists.map((list) => `its APIs ${list} support`), "some of its APIs support"],
  };
}

/** An API with only the end of its path, which differs most from others: `GET …/members/{member_id}`. */
function endOfPath(api: string): string {
  return api.replace(/(?<= )\/.*(?=\/[^/{]+\/\{[^/]+\}$|\/[^/{]+$)/u, "…");
}

/**
 * The enterprise project that a policy is granted on, for a message; `undefined` if it is granted elsewhere. The
 * setting applies only to policies whose assignment is not in the file.
 */
function enterpriseProjectOf({ grantSites }: PolicyDocument, { scope }: PolicySettings): ProblemDataValue | undefined {
  const site = grantSites.find((candidate) => candidate.scope === "enterprise-project");
  if (site) {
    return ["the enterprise project on ", { linesOf: [site.range] }];
  }
  return grantSites.length === 0 && scope === "enterprise-project" ? "an enterprise project" : undefined;
}
