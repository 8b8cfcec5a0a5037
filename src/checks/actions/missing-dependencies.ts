import { isReadAction } from "../../catalog/access.js";
import type { Catalog } from "../../catalog/catalog.js";
import { cloudsThatRequire, dependenciesOf, type Dependency, type DependencyMode } from "../../catalog/dependencies.js";
import { documentedBy } from "../../catalog/provenance.js";
import { qualifierPhrases } from "../../catalog/qualifier-phrases.js";
import type { CatalogAction } from "../../catalog/service.js";
import { addStrings } from "../../edit/lists.js";
import type { Edit, Problem, ProblemDataValue } from "../../edit/problem.js";
import type { Action, PolicyDocument, Statement } from "../../policy/document.js";
import { isOnEnterpriseProject } from "../../policy/grant-site.js";
import { shorterAndShorter } from "../../text/wording.js";
import { Grants } from "../effect/grants.js";
import type { Check } from "../summary/check.js";
import { alsoGranted, type PolicyContext } from "../policy-context.js";
import { isSuggestible, withoutCovered } from "./dependencies-to-add.js";
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
export function missingDependencies(options: Options): Check<MissingDependenciesProblem["id"] | "add"> {
  return {
    when: (summary) => summary.mayLackDependencies(options.reads, options.apis),
    problems: (policy, context) => problemsOf(policy, context, options),
  };
}

function problemsOf(
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
  const shortfalls = unmetDependencies(policy, grants, catalog, apis)
    .filter(({ documented }) => reads || !isReadAction(documented))
    .map((unmet) => shortfallOf(unmet, grants, catalog, apis));
  return [...groupedByKey(shortfalls).values()].map((group) => problemOfGroup(group, catalog, isOnEnterprise));
}

/** What an action lacks, and all else that a message says of it. */
interface Shortfall extends UnmetDependencies {
  readonly deny: Statement | undefined;
  /** The missing dependency actions that the Deny takes away. */
  readonly denied: readonly Dependency[];
  /** Whether every API of the action needs what is missing. */
  readonly isCommon: boolean;
  /** The clouds whose own tables say so, as `documentedBy` words them. */
  readonly clouds: readonly string[];
}

function shortfallOf(unmet: UnmetDependencies, grants: Grants, catalog: Catalog, mode: DependencyMode): Shortfall {
  const { documented, missing, missingElsewhere } = unmet;
  const denied = missing.filter(({ pattern }) => grants.denyOf(pattern));
  const sources = cloudsThatRequire(documented, [...missing, ...missingElsewhere], mode);
  return {
    ...unmet,
    denied,
    deny: denied[0] && grants.denyOf(denied[0].pattern),
    isCommon: isNeededByAll(documented, missing),
    clouds: documentedBy(catalog, [documented], (cloud) => sources.has(cloud)),
  };
}

type Group = readonly [Shortfall, ...Shortfall[]];

/** Actions that lack the same: one finding says it, and one suggestion adds it. */
function groupedByKey(shortfalls: readonly Shortfall[]): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  for (const shortfall of shortfalls) {
    const { missing, missingElsewhere, deny, isCommon, clouds } = shortfall;
    const lacks = [missing, missingElsewhere].map((dependencies) => dependencies.map(nameWithQualifier).sort());
    const key = JSON.stringify([lacks, deny?.range, isCommon, clouds]);
    const [first, ...others] = groups.get(key) ?? [];
    groups.set(key, first ? [first, ...others, shortfall] : [shortfall]);
  }
  return groups;
}

function problemOfGroup(group: Group, catalog: Catalog, isOnEnterprise: boolean): MissingDependenciesProblem {
  const [{ action, deny, denied, missing, missingElsewhere, clouds }] = group;
  const isOffered = (dependency: Dependency) => isSuggestible(dependency, catalog, isOnEnterprise);
  // The suggestion names all that it adds, so the message begins with the others.
  const inOrder = [...missing.filter((one) => !isOffered(one)), ...missing.filter(isOffered)];
  return {
    range: action.string.contentRange,
    id: deny ? "denied" : "missing",
    data: {
      subject: describeSubject(group),
      elsewhere: describeElsewhere(missingElsewhere, catalog),
      shortfall: describeShortfall(group, inOrder),
      them: missing.length === 1 ? "it" : "them",
      clouds: { variants: clouds },
      line: deny ? { linesOf: [deny.range] } : "",
      denied: describeDenied(denied, missing),
    },
    // No edit can grant a denied action, and the others are useless without it.
    edits: deny ? [] : additionOf(action, missing, missing.filter(isOffered)),
  };
}

/** Fewer than the missing actions, of which there may be many more. */
const maxSubjects = 3;

function describeSubject(group: Group): ProblemDataValue {
  const [{ isCommon }] = group;
  const names = shorterAndShorter(
    group.map(({ documented }) => `"${documented.name}"`),
    "and",
    maxSubjects,
  );
  return isCommon
    ? [{ variants: names }, group.length === 1 ? " is" : " are"]
    : ["Some APIs of ", { variants: names }, " are"];
}

/** Describes what is missing: `3 of 5 dependency actions: …`, or `the same 3 dependency actions: …` for several actions. */
function describeShortfall(group: Group, missing: readonly Dependency[]): ProblemDataValue {
  const [{ isCommon, dependencies }] = group;
  const most = group.length === 1 ? undefined : maxMissingOfSeveral;
  const names = { variants: shorterAndShorter(missing.map(nameWithQualifier), "and", most) };
  if (group.length > 1) {
    return [`the same ${missing.length === 1 ? "" : `${missing.length} `}dependency ${noun(missing)}: `, names];
  }
  return [
    dependencies.length === 1
      ? `${isCommon ? "its" : "their"} dependency action: `
      : `${missing.length} of ${dependencies.length} dependency actions: `,
    names,
  ];
}

/** With the names of the actions themselves, no more than a message may name. */
const maxMissingOfSeveral = 6;

function noun({ length }: readonly Dependency[]): string {
  return length === 1 ? "action" : "actions";
}

/** A suggestion that adds dependency actions, and names each of them, since a message may have no room for all. */
function additionOf(
  action: Action,
  missing: readonly Dependency[],
  offered: readonly Dependency[],
): readonly Edit<"add">[] {
  const names = withoutCovered(offered).map(({ name }) => name);
  const number = offered.length < missing.length ? `${offered.length} of the ${missing.length}` : `the ${names.length}`;
  const what =
    missing.length === 1 || (names.length === 1 && offered.length === missing.length)
      ? `the dependency action ${names.join("")}`
      : `${number} dependency actions: ${names.join(", ")}`;
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
