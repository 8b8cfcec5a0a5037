import { rowsOf, rowsOfService, type DocumentedRow } from "../catalog/apis.js";
import type { Tables } from "../catalog/catalog.js";
import { companionRolesOf } from "../catalog/companion-roles.js";
import { dependenciesOf } from "../catalog/dependencies.js";
import { describeCoverage } from "../catalog/describe-coverage.js";
import type {
  Cloud,
  CompanionRole,
  NamedAction,
  PermissionRow,
  Qualifier,
  ServiceEntry,
  SourcePage,
  Verdict,
} from "../catalog/format.js";
import { nameOf, type CatalogAction, type CloudFacts } from "../catalog/service.js";
import { supportOf, type Support } from "../catalog/support.js";
import { parsePattern } from "../policy/pattern.js";

/** The shapes that `--json` prints, documented in `docs/command.md`: fields are added, never renamed. */

/** An action and, where it counts in one case only, that case. */
export interface Need {
  readonly name: string;
  readonly only: Qualifier | null;
}

/** A dependency action with its own dependency actions. */
export interface NeedTree extends Need {
  /** `null` if no source says. */
  readonly level: Level | null;
  readonly needs: readonly NeedTree[];
}

export type Level = NonNullable<ServiceEntry["level"]>;

/** A system role that is needed besides the policy: any of them is enough. */
export interface RoleNeed {
  readonly anyOf: readonly string[];
  readonly service: string | null;
  readonly only: Qualifier | null;
}

/** What a permission row says. */
export interface RowFacts {
  readonly cloud: Cloud;
  readonly service: string;
  readonly apis: readonly string[];
  readonly actions: readonly Need[];
  /** `null` if the table has no column for them. */
  readonly dependencies: readonly Need[] | null;
  /** `null` if the table does not say. */
  readonly iamProject: boolean | null;
  readonly enterpriseProject: boolean | null;
  readonly defaultEnterpriseProjectOnly: boolean;
  readonly abandoned: boolean;
  readonly companionRoles: readonly RoleNeed[];
  readonly source: RowSource;
}

/** Where a row stands. */
export interface RowSource {
  /** Empty if the page of a project's own does not say where it is published. */
  readonly url: string;
  readonly table: number;
  readonly row: number;
  /** The date that a page of the cloud's website prints; `null` if it prints none, and of a page with revisions. The day
   * of a page that the project has added. */
  readonly date: string | null;
  /** The day on which a person read the page and wrote the row down; `null` if a program read it. */
  readonly readByHand: string | null;
  /** The name of a page that the project has added; `null` for a row of the package. */
  readonly ownPage: string | null;
}

/** What one cloud says of an action. */
export interface ActionFacts {
  readonly name: string;
  readonly cloud: Cloud;
  readonly service: string;
  readonly level: Level | null;
  readonly evidence: CloudFacts["evidence"];
  readonly iamProject: Support;
  readonly enterpriseProject: Support;
  /** What every API of the action needs. */
  readonly dependencies: readonly NeedTree[];
  readonly companionRoles: readonly RoleNeed[];
  readonly formerNames: readonly string[];
  /** Of a former name. */
  readonly presentNames: readonly string[];
  /** What identity policies (version 5.0) call it, where a source pairs the names. */
  readonly identityActions: readonly string[];
  /** Those of its own service. */
  readonly rows: readonly RowFacts[];
}

/** What is known of a service in a cloud. */
export interface ServiceFacts {
  readonly cloud: Cloud;
  readonly service: string;
  readonly level: Level | null;
  readonly actions: number;
  readonly verdict: Verdict;
  readonly why: string;
  /** The date of the newest page: `2026-04-22`. */
  readonly documented: string | null;
}

/** What a cloud says of an action; `undefined` if it does not have the name. */
export function actionFacts(tables: Tables, cloud: Cloud, name: string): ActionFacts | undefined {
  const pattern = parsePattern(name);
  const action = pattern && tables.catalogOf(cloud).action(pattern);
  const facts = action?.facts[0];
  if (!action || !facts) {
    return undefined;
  }
  const { service } = action.pattern;
  return {
    name: facts.name,
    cloud,
    service,
    level: levelOf(tables, cloud, service),
    evidence: facts.evidence,
    iamProject: supportOf(action, "iamProject"),
    enterpriseProject: supportOf(action, "enterpriseProject"),
    dependencies: dependencyTree(tables, cloud, action, [action.pattern.text]),
    companionRoles: companionRolesIn(action),
    formerNames: formerNamesOf(tables, cloud, action),
    presentNames: facts.presentNames,
    identityActions: tables
      .catalogOf(cloud)
      .identity.withAlias(action.pattern.text)
      .map(({ name }) => name),
    rows: rowsOfService(tables, cloud, service)
      .filter(({ row }) => row.actions.some((named) => nameOf(named).toLowerCase() === action.pattern.text))
      .map(rowFacts),
  };
}

/** The system roles that every API of an action needs. */
export function companionRolesIn(action: CatalogAction): readonly RoleNeed[] {
  return companionRolesOf(action, "common").map(({ names, service, qualifier }) => ({
    anyOf: names,
    service: service ?? null,
    only: qualifier ?? null,
  }));
}

/** Below the action itself: its dependency actions, and theirs. */
const maxTreeDepth = 2;

/** @param path the actions above, in lower case: a circle ends where it closes */
function dependencyTree(
  tables: Tables,
  cloud: Cloud,
  action: CatalogAction,
  path: readonly string[],
): readonly NeedTree[] {
  return dependenciesOf(action, "common").map(({ name, pattern, qualifier }) => {
    const documented = tables.catalogOf(cloud).action(pattern);
    const isDeep = path.length >= maxTreeDepth || path.includes(pattern.text);
    return {
      name,
      only: qualifier ?? null,
      level: levelOf(tables, cloud, pattern.service),
      needs: documented && !isDeep ? dependencyTree(tables, cloud, documented, [...path, pattern.text]) : [],
    };
  });
}

/** The tree below a name of a row; its own dependency actions, if it is documented. */
export function treeOf(tables: Tables, cloud: Cloud, { name, only }: Need, path: readonly string[] = []): NeedTree {
  const pattern = parsePattern(name);
  const documented = pattern && tables.catalogOf(cloud).action(pattern);
  return {
    name,
    only,
    level: pattern ? levelOf(tables, cloud, pattern.service) : null,
    needs: documented ? dependencyTree(tables, cloud, documented, [...path, documented.pattern.text]) : [],
  };
}

function formerNamesOf(tables: Tables, cloud: Cloud, { pattern }: CatalogAction): readonly string[] {
  const actions = tables.catalogOf(cloud).service(pattern.service)?.actions.values() ?? [];
  return [...actions]
    .filter(({ facts }) =>
      facts.some(({ presentNames }) => presentNames.some((name) => name.toLowerCase() === pattern.text)),
    )
    .map(({ name }) => name);
}

/** What the tables of a cloud say of an API, row by row. */
export function rowsOfApi(tables: Tables, cloud: Cloud, api: string): readonly RowFacts[] {
  return (rowsOf(tables, cloud).byApi.get(api.toLowerCase()) ?? []).map(rowFacts);
}

export function rowFacts({ cloud, service, row, page }: DocumentedRow): RowFacts {
  return {
    cloud,
    service,
    apis: row.apis,
    actions: row.actions.map(needOf),
    dependencies: row.dependencies?.map(needOf) ?? null,
    iamProject: row.iamProject ?? null,
    enterpriseProject: row.enterpriseProject ?? null,
    defaultEnterpriseProjectOnly: row.defaultEnterpriseProjectOnly ?? false,
    abandoned: row.abandoned ?? false,
    companionRoles: (row.companionRoles ?? []).map(roleNeed),
    source: sourceOf(row, page),
  };
}

function sourceOf({ source: [, table, row], ownPage }: PermissionRow, page: SourcePage | undefined): RowSource {
  const place = { table, row, ownPage: ownPage?.name ?? null };
  if (ownPage) {
    return { url: ownPage.address ?? "", date: ownPage.date, readByHand: null, ...place };
  }
  const url = page ? addressOf(page) : "";
  return page && "address" in page
    ? { url, date: page.date ?? null, readByHand: page.readByHand ?? null, ...place }
    : { url, date: null, readByHand: null, ...place };
}

/** Where somebody can read a page. */
export function addressOf(page: SourcePage): string {
  return "address" in page
    ? page.address
    : `https://github.com/${page.repository}/blob/${page.commit}/${encodeURI(page.path)}`;
}

function needOf(named: NamedAction): Need {
  return typeof named === "string" ? { name: named, only: null } : { name: named.name, only: named.qualifier };
}

function roleNeed({ anyOf, service, qualifier }: CompanionRole): RoleNeed {
  return { anyOf, service: service ?? null, only: qualifier ?? null };
}

/** What is known of a service; `undefined` if no page of the cloud has it. */
export function serviceFacts(tables: Tables, cloud: Cloud, service: string): ServiceFacts | undefined {
  const entry = entryOf(tables, cloud, service);
  return (
    entry && {
      cloud,
      service,
      level: entry.level ?? null,
      actions: entry.actions,
      verdict: entry.coverage.verdict,
      why: describeCoverage(entry).replaceAll("`", '"'),
      documented: entry.documented ?? null,
    }
  );
}

export function levelOf(tables: Tables, cloud: Cloud, service: string): Level | null {
  return entryOf(tables, cloud, service)?.level ?? null;
}

function entryOf(tables: Tables, cloud: Cloud, service: string): ServiceEntry | undefined {
  const entries = tables.index().services[cloud] ?? {};
  return Object.hasOwn(entries, service) ? entries[service] : undefined;
}
