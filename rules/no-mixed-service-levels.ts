import type { Catalog } from "../src/catalog/catalog.js";
import { actionsByLevel, levelsOfServices, type Level, type LevelActions } from "../src/checks/actions/levels.js";
import type { CatalogAction } from "../src/catalog/service.js";
import { lineNames, locOf } from "../src/eslint/locations.js";
import type { Action, PolicyDocument } from "../src/policy/document.js";
import type { GrantScope } from "../src/policy/grant-site.js";
import { overviewOf } from "../src/policy/overview.js";
import { createRule } from "../src/eslint/create-rule.js";
import type { Range } from "../src/text/range.js";
import type { PolicyContext } from "../src/checks/policy-context.js";
import { definePolicyVisitor } from "../src/eslint/policy-visitor.js";
import { listNames } from "../src/text/wording.js";

type ByLevel = Readonly<Record<Level, LevelActions>>;

export default createRule({
  name: "no-mixed-service-levels",
  meta: {
    type: "problem",
    docs: {
      description: "Disallow global and project-level services in one policy, and levels at odds with the grant",
      config: "recommended",
      severity: "error",
    },
    schema: [
      {
        type: "object",
        properties: {
          ignore: {
            description: "Services that may stand beside those of either level.",
            type: "array",
            items: { type: "string" },
            uniqueItems: true,
            default: ["apm", "bss", "ucs"],
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ ignore: ["apm", "bss", "ucs"] }],
    messages: {
      mixed:
        "This policy has actions of global services ({{global}}) and of project-level ones ({{project}}), and the cloud takes one level in a policy. Move one of them to a second policy.",
      level: 'This makes the role one for {{level}} services, and {{odd}}. Change it to "{{opposite}}".',
      grant: "{{odd}}, so that the grant on {{place}} in {{line}} has no effect. {{remedy}}",
    },
  },
  create(context) {
    const { sourceCode, options } = context;
    const ignored = new Set(options[0].ignore);
    return definePolicyVisitor(context, {
      document(document, facts) {
        if (!mayBeAtOdds(document, facts.catalog)) {
          return;
        }
        const levels = levelsOf(document, facts);
        if (levels.global.actions.length > 0 && levels.project.actions.length > 0) {
          reportMixed(levels);
        } else if (!verifyLevel(document, levels)) {
          verifyGrants(document, levels, facts.catalog);
        }
      },
      importedDocument(document, facts) {
        verifyGrants(document, levelsOf(document, facts), facts.catalog);
      },
    });

    function levelsOf(document: PolicyDocument, { catalog }: PolicyContext): ByLevel {
      const allowed = document.statements.filter(({ effect }) => effect === "Allow");
      const judged = document.dialect === "1.1" ? allowed.flatMap(({ actions }) => actions) : [];
      return actionsByLevel(
        judged.filter(({ pattern }) => pattern && !ignored.has(pattern.service)),
        catalog,
      );
    }

    /** At the first action of the level that has fewer of them: that is the one to move. */
    function reportMixed({ global, project }: ByLevel): void {
      const [action] = global.actions.length <= project.actions.length ? global.actions : project.actions;
      context.report({
        loc: locOf(sourceCode, rangeOf(action)),
        messageId: "mixed",
        data: { global: listNames([...global.services]), project: listNames([...project.services]) },
      });
    }

    /** OBS is granted a second time for projects, so a project-level role may hold it (facts: policy-language 2.3). */
    function verifyLevel({ level }: PolicyDocument, levels: ByLevel): boolean {
      const odd = level && levels[otherLevel(level.level)].services;
      if (!level || !odd || odd.size === 0 || (level.level === "project" && odd.has("obs"))) {
        return false;
      }
      context.report({
        loc: locOf(sourceCode, level.range),
        messageId: "level",
        data: {
          level: level.level === "global" ? "global" : "project-level",
          odd: describe(odd, otherLevel(level.level)),
          opposite: level.opposite,
        },
      });
      return true;
    }

    function verifyGrants({ grantSites }: PolicyDocument, levels: ByLevel, catalog: Catalog): void {
      for (const { scope, range } of grantSites) {
        const wrong = wrongLevel(scope);
        const beyond = wrong ? levels[wrong].actions.filter((action) => !worksOn(scope, action, catalog)) : [];
        if (wrong && beyond.length > 0) {
          context.report({
            loc: locOf(sourceCode, rangeOf(beyond[0])),
            messageId: "grant",
            data: {
              odd: describe(new Set(beyond.map(({ pattern }) => pattern?.service ?? "")), wrong),
              place: scope === "domain" ? "the domain" : "an enterprise project",
              line: lineNames(context, [range]),
              remedy: wrong === "project" ? "Grant it on a project." : "Grant it on the domain.",
            },
          });
        }
      }
    }
  },
});

/** A policy of one level is at odds with nothing where neither its role nor a grant says of which level it is. */
function mayBeAtOdds(document: PolicyDocument, catalog: Catalog): boolean {
  const isAssigned = document.level !== undefined || document.grantSites.length > 0;
  return isAssigned || levelsOfServices(overviewOf(document).services, catalog).size > 1;
}

/** The level whose actions a grant cannot reach. A project may be the one that OBS is granted on. */
function wrongLevel(scope: GrantScope): Level | undefined {
  return scope === "domain" ? "project" : scope === "enterprise-project" ? "global" : undefined;
}

/**
 * Whether an action works on a grant of the other level all the same: the tables of some global services, such as
 * OBS on Huawei Cloud, say that their APIs support enterprise projects. Those of the other clouds do not say.
 */
function worksOn(scope: GrantScope, { pattern }: Action, catalog: Catalog): boolean {
  return (
    scope === "enterprise-project" &&
    pattern !== undefined &&
    (pattern.service === "obs" || catalog.matching(pattern).some(isForEnterpriseProjects))
  );
}

function isForEnterpriseProjects({ facts }: CatalogAction): boolean {
  return facts.some(({ rows }) => rows.some(({ enterpriseProject }) => enterpriseProject === true));
}

function otherLevel(level: Level): Level {
  return level === "global" ? "project" : "global";
}

/** "ecs and vpc are project-level". */
function describe(services: ReadonlySet<string>, level: Level): string {
  const verb = services.size === 1 ? "is" : "are";
  return `${listNames([...services])} ${verb} ${level === "global" ? "global" : "project-level"}`;
}

function rangeOf(action: Action | undefined): Range {
  return action?.string.contentRange ?? [0, 0];
}
