import { isReadAction } from "../../catalog/access.js";
import type { Catalog } from "../../catalog/catalog.js";
import { dependenciesOf, type Dependency, type DependencyMode } from "../../catalog/dependencies.js";
import { documentedBy } from "../../catalog/provenance.js";
import { qualifierPhrases } from "../../catalog/qualifier-phrases.js";
import type { CatalogAction } from "../../catalog/service.js";
import { addStrings } from "../../edit/lists.js";
import type { Edit, Problem, ProblemDataValue } from "../../edit/problem.js";
import type { Action, PolicyDocument } from "../../policy/document.js";
import { isOnEnterpriseProject } from "../../policy/grant-site.js";
import { shorterAndShorter } from "../../text/wording.js";
import { Grants } from "../effect/grants.js";
import { alsoGranted, type PolicyContext } from "../policy-context.js";
import { dependenciesToAdd } from "./dependencies-to-add.js";
import { levelName } from "./levels.js";
import { unmetDependencies, type UnmetDependencies } from "./unmet-dependencies.js";

export type MissingDependenciesProblem = Problem<"missing" | "denied" | "add">;

interface Options {
  /** Whether to check read-only actions too. */
  readonly reads: boolean;
  /** Whether to require the dependencies that all APIs of an action share, or also those that only some need. */
  readonly apis: DependencyMode;
}

/** Allowed actions whose dependency actions are not granted with them. */
export function missingDependencies(
  policy: PolicyDocument,
  { catalog, settings, grantedTogether, possiblyGrantedTogether, otherGrants }: PolicyContext,
  { reads, apis }: Options,
): readonly MissingDependenciesProblem[] {
  // An unknown part could be the missing grant.
  const areAllKnown = [...grantedTogether, ...possiblyGrantedTogether].every(({ isComplete }) => isComplete);
  if (!areAllKnown || otherGrants.length > 0) {
    return [];
  }
  const statements = [
    ...grantedTogether.flatMap((other) => other.statements),
    // When in doubt, grants of other policies count and their denies do not.
    ...possiblyGrantedTogether.flatMap((other) => other.statements).filter(({ effect }) => effect === "Allow"),
  ];
  const grants = new Grants(statements, alsoGranted(settings));
  const isOnEnterprise = isOnEnterpriseProject(policy.grantSites, settings.scope);
  return unmetDependencies(policy, grants, catalog, apis)
    .filter(({ documented }) => reads || !isReadAction(documented))
    .map((unmet) => problemOf(unmet, grants, catalog, isOnEnterprise));
}

function problemOf(
  { documented, action, dependencies, missing, missingElsewhere }: UnmetDependencies,
  grants: Grants,
  catalog: Catalog,
  isOnEnterprise: boolean,
): MissingDependenciesProblem {
  const denied = missing.filter(({ pattern }) => grants.denyOf(pattern));
  const deny = denied[0] && grants.denyOf(denied[0].pattern);
  const isCommon = isNeededByAll(documented, missing);
  return {
    range: action.string.contentRange,
    id: deny ? "denied" : "missing",
    data: {
      subject: isCommon ? `"${documented.name}" is` : `Some APIs of "${documented.name}" are`,
      elsewhere: describeElsewhere(missingElsewhere, catalog),
      shortfall: [
        dependencies.length === 1
          ? `${isCommon ? "its" : "their"} dependency action: `
          : `${missing.length} of ${dependencies.length} dependency actions: `,
        { variants: shorterAndShorter(missing.map(nameWithQualifier)) },
      ],
      them: missing.length === 1 ? "it" : "them",
      clouds: { variants: documentedBy(catalog, [documented]) },
      line: deny ? { linesOf: [deny.range] } : "",
      denied: describeDenied(denied, missing),
    },
    // No edit can grant a denied action, and the others are useless without it.
    edits: deny ? [] : additionOf(action, dependenciesToAdd(missing, catalog, isOnEnterprise)),
  };
}

function additionOf(action: Action, names: readonly string[]): readonly Edit<"add">[] {
  const what =
    names.length === 1 ? `the dependency action ${names.join("")}` : `the ${names.length} dependency actions`;
  return addStrings(action, names, { id: "add", data: { what } });
}

/** Describes the missing dependency actions that a Deny takes away, after a list of all missing ones. */
function describeDenied(denied: readonly Dependency[], missing: readonly Dependency[]): string {
  if (denied.length > 1) {
    return denied.length === missing.length ? "them" : `${denied.length} of them`;
  }
  return denied[0]?.name ?? "";
}

/** Fewer than the actions missing here, to keep the message short. */
const maxElsewhere = 3;

/** Names the dependency actions that a policy of this level cannot hold; they are never suggested as an edit. */
function describeElsewhere(dependencies: readonly Dependency[], catalog: Catalog): ProblemDataValue {
  const level = catalog.service(dependencies[0]?.pattern.service ?? "")?.level;
  const variants = shorterAndShorter(dependencies.map(nameWithQualifier), "and", maxElsewhere);
  return level ? [` In a policy for ${levelName(level)} services, also grant `, { variants }, "."] : "";
}

function isNeededByAll(action: CatalogAction, dependencies: readonly Dependency[]): boolean {
  const common = new Set(dependenciesOf(action, "common").map(({ name }) => name));
  return dependencies.every(({ name }) => common.has(name));
}

/** An action with its qualifier: `ims:serverImages:create (only to import a system disk)`. */
function nameWithQualifier({ name, qualifier }: Dependency): string {
  return qualifier ? `${name} (${qualifierPhrases[qualifier]})` : name;
}
