import type { Catalog } from "../src/catalog/catalog.js";
import { knowingClouds } from "../src/catalog/provenance.js";
import { apisWithout, commonSupport } from "../src/catalog/support.js";
import { lineNames, locOf } from "../src/eslint/locations.js";
import { quoteAction, type Action, type PolicyDocument } from "../src/policy/document.js";
import { createRule } from "../src/eslint/create-rule.js";
import type { PolicySettings as Settings } from "../src/checks/policy-context.js";
import type { PolicyContext } from "../src/checks/policy-context.js";
import { definePolicyVisitor } from "../src/eslint/policy-visitor.js";
import { listNames } from "../src/text/wording.js";

export default createRule({
  name: "require-enterprise-project-support",
  meta: {
    type: "problem",
    docs: {
      description: "Require actions granted on an enterprise project to have APIs that support enterprise projects",
      config: "recommended",
      severity: "error",
    },
    schema: [
      {
        type: "object",
        properties: {
          mixed: {
            description: "What to do with an action of which only some APIs support enterprise projects.",
            enum: ["ignore", "report"],
            default: "ignore",
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ mixed: "ignore" }],
    messages: {
      none: "{{action}} has no effect on {{place}}: {{apis}} IAM projects only on {{clouds}}. Move it to a second policy and grant that on an IAM project.",
      mixed:
        "{{action}} works only in part on {{place}}: {{apis}} IAM projects only on {{clouds}}. To use {{them}}, grant the action on an IAM project too.",
    },
  },
  create(context) {
    const { sourceCode, options } = context;
    const [{ mixed }] = options;
    return definePolicyVisitor(context, { document: verifyDocument, importedDocument: verifyDocument });

    function verifyDocument(document: PolicyDocument, { settings, catalog }: PolicyContext): void {
      const place = document.dialect === "1.1" ? enterpriseProjectOf(document, settings) : undefined;
      const allowed = document.statements.filter(({ effect }) => effect === "Allow");
      for (const action of place ? allowed.flatMap(({ actions }) => actions) : []) {
        verifyAction(action, place ?? "", catalog);
      }
    }

    /** Where the policy is granted on an enterprise project; the setting counts where no assignment is in sight. */
    function enterpriseProjectOf({ grantSites }: PolicyDocument, { scope }: Settings): string | undefined {
      const site = grantSites.find((candidate) => candidate.scope === "enterprise-project");
      if (site) {
        return `the enterprise project of ${lineNames(context, [site.range])}`;
      }
      return grantSites.length === 0 && scope === "enterprise-project" ? "an enterprise project" : undefined;
    }

    function verifyAction(action: Action, place: string, catalog: Catalog): void {
      const matched = action.pattern ? catalog.matching(action.pattern) : [];
      const support = commonSupport(matched, "enterpriseProject");
      if (support === "none" || (support === "mixed" && mixed === "report")) {
        const apis = apisWithout(matched, "enterpriseProject");
        context.report({
          loc: locOf(sourceCode, action.string.contentRange),
          messageId: support,
          data: {
            action: quoteAction(action),
            place,
            apis: apis.length === 1 ? `its API ${apis.join("")} supports` : `its APIs ${listNames(apis)} support`,
            them: apis.length === 1 ? "it" : "them",
            clouds: knowingClouds(catalog, matched),
          },
        });
      }
    }
  },
});
