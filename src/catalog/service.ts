import { parsePattern, type ActionPattern } from "../policy/pattern.js";
import type {
  Cloud,
  LivePage,
  NamedAction,
  PermissionRow,
  ServiceEntry,
  ServiceFile,
  SourcePage,
  ActionWithoutRow,
} from "./format.js";

/** A service, merged from the documentation of some clouds. */
export interface CatalogService {
  readonly name: string;
  /** The clouds that document or mention the service, with their index entries. */
  readonly clouds: ReadonlyMap<Cloud, ServiceEntry>;
  /** The level, if all clouds that specify one agree. */
  readonly level: ServiceEntry["level"];
  /** Whether one of the clouds has a table of the service. */
  readonly hasTable: boolean;
  /** The documented spellings of the service prefix, which pages of one cloud may write in different case. */
  readonly prefixes: ReadonlySet<string>;
  /** The actions, by name in lower case. */
  readonly actions: ReadonlyMap<string, CatalogAction>;
}

export interface CatalogAction {
  /** In the documented spelling. If clouds differ, the spelling of the first one. */
  readonly name: string;
  readonly pattern: ActionPattern;
  /** All documented spellings, of all clouds. */
  readonly spellings: readonly string[];
  /** The documentation of each cloud that knows the name. */
  readonly facts: readonly CloudFacts[];
  /** Whether no cloud documents the action as current. */
  readonly isFormer: boolean;
  /**
   * Whether a row of the action names other actions or system roles, so that it may have requirements. Most actions
   * have none, and checks skip them.
   */
  readonly mayHaveRequirements: boolean;
}

export interface CloudFacts {
  readonly cloud: Cloud;
  /** In the spelling of this cloud. */
  readonly name: string;
  /** `table`: the action has permission rows. Otherwise, the only other place where its name was seen. */
  readonly evidence: "table" | ActionWithoutRow["evidence"];
  /** The permission rows of its own service that name the action. */
  readonly rows: readonly PermissionRow[];
  /** The pages of those rows that stand on the cloud's website. Most rows stand in its repositories. */
  readonly livePages: readonly LivePage[];
  /** Of a former action: the actions that its APIs need today, where that is known. */
  readonly presentNames: readonly string[];
}

/** Merges the documentation of one or more clouds into a service. */
export function buildService(
  name: string,
  sources: readonly { file: ServiceFile; entry: ServiceEntry }[],
): CatalogService {
  const actions = new Map<
    string,
    CatalogAction & { facts: CloudFacts[]; spellings: string[]; isFormer: boolean; mayHaveRequirements: boolean }
  >();
  for (const { file } of sources) {
    for (const facts of factsOf(file)) {
      const pattern = parsePattern(facts.name);
      // A row may name actions of other services, which are not part of this one.
      if (pattern?.service === name) {
        const key = pattern.text;
        const action = actions.get(key) ?? {
          name: facts.name,
          pattern,
          spellings: [],
          facts: [],
          isFormer: true,
          mayHaveRequirements: false,
        };
        action.facts.push(facts);
        action.spellings.push(facts.name);
        action.isFormer &&= facts.evidence === "former";
        action.mayHaveRequirements ||= facts.rows.some(hasRequirements);
        actions.set(key, action);
      }
    }
  }
  for (const spelling of sources.flatMap(({ file }) => file.otherSpellings ?? [])) {
    actions.get(spelling.toLowerCase())?.spellings.push(spelling);
  }
  const spellings = [...actions.values()].flatMap((action) => action.spellings);
  return {
    name,
    prefixes: new Set(spellings.map((spelling) => spelling.slice(0, spelling.indexOf(":")))),
    clouds: new Map(sources.map(({ file, entry }) => [file.cloud, entry])),
    level: commonLevel(sources.map(({ entry }) => entry)),
    hasTable: sources.some(({ entry }) => hasTable(entry)),
    actions,
  };
}

/** Whether a row names system roles, or actions besides its own. */
function hasRequirements({ actions, dependencies = [], companionRoles = [] }: PermissionRow): boolean {
  return actions.length + dependencies.length > 1 || companionRoles.length > 0;
}

/** The actions of one cloud, each once, with its rows. */
function factsOf(file: ServiceFile): Iterable<CloudFacts> {
  const found = new Map<string, CloudFacts & { rows: PermissionRow[]; livePages: readonly LivePage[] }>();
  const { cloud, rows, withoutRow } = file;
  for (const row of rows) {
    const page = publishedPageOf(file, row);
    for (const name of row.actions.map(nameOf)) {
      const facts = found.get(name.toLowerCase()) ?? { cloud, name, evidence: "table", rows: [], ...nothingElse };
      facts.rows.push(row);
      if (page && "address" in page) {
        facts.livePages = [...facts.livePages, page];
      }
      found.set(name.toLowerCase(), facts);
    }
  }
  for (const { name, evidence, presentNames = [] } of withoutRow) {
    found.set(name.toLowerCase(), { cloud, name, evidence, rows: [], ...nothingElse, presentNames });
  }
  return found.values();
}

const nothingElse = { livePages: [], presentNames: [] };

/** The page that a row of the package stands in; `undefined` for one that a project has added. */
export function publishedPageOf({ pages }: ServiceFile, row: PermissionRow): SourcePage | undefined {
  return row.ownPage ? undefined : pages[row.source[0]];
}

function commonLevel(entries: readonly ServiceEntry[]): ServiceEntry["level"] {
  const [level, ...others] = new Set(entries.flatMap((entry) => entry.level ?? []));
  return others.length === 0 ? level : undefined;
}

/** Whether a cloud has a table of a service, and does not only mention it. */
export function hasTable({ coverage }: ServiceEntry): boolean {
  return coverage.verdict !== "mentioned";
}

export function nameOf(action: NamedAction): string {
  return typeof action === "string" ? action : action.name;
}
