import { companionRolesOf } from "../../src/catalog/companion-roles.js";
import { dependenciesOf, type Dependency } from "../../src/catalog/dependencies.js";
import type { Cloud } from "../../src/catalog/format.js";
import { cloudTitles } from "../../src/catalog/provenance.js";
import { qualifierPhrases } from "../../src/catalog/qualifier-phrases.js";
import type { CatalogAction, CatalogService } from "../../src/catalog/service.js";
import { supportOf, type Support } from "../../src/catalog/support.js";
import { listNames } from "../../src/text/wording.js";

/** The most APIs of an action, and actions that it needs, that a text names. */
const maxNames = 20;
const maxApis = 3;

/** What a cloud's tables say of an action, in a few lines of Markdown. */
export function describeAction(cloud: Cloud, service: CatalogService, action: CatalogAction): string {
  return [
    apis(action),
    needs(action),
    roles(action),
    support(action),
    `${level(service)}${cloudTitles[cloud]}${documented(cloud, service)}${evidence(action)}.`,
  ]
    .filter((line) => line !== "")
    .join("  \n");
}

function apis({ facts }: CatalogAction): string {
  const all = [...new Set(facts.flatMap(({ rows }) => rows.flatMap((row) => row.apis)))];
  return listOf(all, maxApis);
}

function needs(action: CatalogAction): string {
  const always = dependenciesOf(action, "common");
  const keys = new Set(always.map(({ name }) => name));
  const sometimes = dependenciesOf(action, "every").filter(({ name }) => !keys.has(name));
  const [inSomeCases, forSomeApis] = [sometimes.filter(hasQualifier), sometimes.filter((need) => !hasQualifier(need))];
  return [...needsOf("Needs", [...always, ...inSomeCases]), ...needsOf("For some APIs, also needs", forSomeApis)].join(
    " ",
  );
}

function hasQualifier({ qualifier }: Dependency): boolean {
  return qualifier !== undefined;
}

/** A sentence for the needs of each case. */
function needsOf(begin: string, dependencies: readonly Dependency[]): readonly string[] {
  return [...new Set(dependencies.map(({ qualifier }) => qualifier))].map((qualifier) => {
    const needed = dependencies.filter((dependency) => dependency.qualifier === qualifier);
    const list = listOf(
      needed.map(({ name }) => name),
      maxNames,
    );
    return qualifier ? `${capitalise(qualifierPhrases[qualifier])}, needs ${list}.` : `${begin} ${list}.`;
  });
}

function capitalise(phrase: string): string {
  return phrase.charAt(0).toUpperCase() + phrase.slice(1);
}

function listOf(names: readonly string[], max: number): string {
  const shown = names.slice(0, max).map((name) => `\`${name}\``);
  const left = names.length - shown.length;
  return [...shown, ...(left > 0 ? [`${left} more`] : [])].join(", ");
}

function roles(action: CatalogAction): string {
  const always = companionRolesOf(action, "common");
  return companionRolesOf(action, "every")
    .map((role) => {
      const scope = role.qualifier
        ? ` (${qualifierPhrases[role.qualifier]})`
        : always.some(({ names }) => names[0] === role.names[0])
          ? ""
          : " (for some APIs)";
      const service = role.service === undefined ? "" : ` of ${role.service.toUpperCase()}`;
      return `Needs the system role ${listNames([...role.accepted], "or")}${service}${scope}.`;
    })
    .join(" ");
}

/** What most actions support is not worth a line. */
function support(action: CatalogAction): string {
  return [
    scopes[supportOf(action, "enterpriseProject")]("enterprise projects"),
    scopes[supportOf(action, "iamProject")]("IAM projects"),
  ]
    .filter((text) => text !== "")
    .join(" ");
}

const scopes: Readonly<Record<Support, (scope: string) => string>> = {
  all: () => "",
  unknown: () => "",
  none: (scope) => `Has no effect on ${scope}.`,
  mixed: (scope) => `Some of its APIs do not work on ${scope}.`,
};

function level({ level }: CatalogService): string {
  return level === undefined ? "" : `${level === "global" ? "Global" : "Project-level"} service. `;
}

function documented(cloud: Cloud, { clouds }: CatalogService): string {
  const month = clouds.get(cloud)?.documented?.slice(0, 7);
  return month === undefined ? "" : `, ${month}`;
}

/** A name without a row is known from elsewhere. */
function evidence({ facts }: CatalogAction): string {
  const kinds = new Set(facts.map((one) => one.evidence));
  if (kinds.has("table")) {
    return "";
  }
  if (kinds.has("dependency-only")) {
    return ": named as a need of other actions";
  }
  return kinds.has("example-only") ? ": named in example policies" : ": used by policies in the cloud";
}
