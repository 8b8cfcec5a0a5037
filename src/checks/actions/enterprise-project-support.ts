import { knowingClouds } from "../../catalog/provenance.js";
import { apisWithout, commonSupport } from "../../catalog/support.js";
import type { ProblemDataValue, Problem } from "../../edit/problem.js";
import { quoteAction, type PolicyDocument } from "../../policy/document.js";
import { listNames } from "../../text/wording.js";
import type { PolicyContext, PolicySettings } from "../policy-context.js";
import { allowedActions } from "./allowed-actions.js";

/**
 * Actions granted on an enterprise project although their APIs support IAM projects only.
 *
 * @param mixed how to treat an action of which only some APIs support enterprise projects
 */
export function unsupportedOnEnterpriseProject(
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
          apis: apis.length === 1 ? `its API ${apis.join("")} supports` : `its APIs ${listNames(apis)} support`,
          them: apis.length === 1 ? "it" : "them",
          clouds: knowingClouds(catalog, matched),
        },
      },
    ];
  });
}

/**
 * The enterprise project that a policy is granted on, for a message; `undefined` if it is granted elsewhere. The
 * setting applies only to policies whose assignment is not in the file.
 */
function enterpriseProjectOf({ grantSites }: PolicyDocument, { scope }: PolicySettings): ProblemDataValue | undefined {
  const site = grantSites.find((candidate) => candidate.scope === "enterprise-project");
  if (site) {
    return ["the enterprise project of ", { linesOf: [site.range] }];
  }
  return grantSites.length === 0 && scope === "enterprise-project" ? "an enterprise project" : undefined;
}
