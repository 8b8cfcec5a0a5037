import { parsePattern, type ActionPattern } from "../policy/pattern.js";
import type {
  Cloud,
  Coverage,
  NamedAction,
  PermissionRow,
  ServiceEntry,
  ServiceFile,
  UntabledAction,
} from "./format.js";

/** A service, as the clouds document it together. */
export interface CatalogService {
  readonly name: string;
  /** The clouds that have tables or mentions of it, with what the index says of each. */
  readonly clouds: ReadonlyMap<Cloud, ServiceEntry>;
  /** Where the clouds that say so agree that it is administered. */
  readonly level: ServiceEntry["level"];
  /** How far the tables go: as far as those of the cloud that goes least far. */
  readonly coverage: Coverage;
  /** By name in lower case. */
  readonly actions: ReadonlyMap<string, CatalogAction>;
}

export interface CatalogAction {
  /** In the documented spelling; where clouds differ, the first one's. */
  readonly name: string;
  readonly pattern: ActionPattern;
  /** What each cloud that knows the name says of it. */
  readonly facts: readonly CloudFacts[];
  /** Whether no cloud has it any more. */
  readonly isFormer: boolean;
  /** Whether a row of it names other actions or system roles, so that it may need them; most do not. */
  readonly mayHaveRequirements: boolean;
}

export interface CloudFacts {
  readonly cloud: Cloud;
  /** In this cloud's spelling. */
  readonly name: string;
  /** `table`: it has permission rows; the others say where else its name was seen. */
  readonly grade: "table" | UntabledAction["grade"];
  /** The permission rows of its own service that name it. */
  readonly rows: readonly PermissionRow[];
  /** Of a former action: the actions that its APIs need today, where that is known. */
  readonly presentNames: readonly string[];
}

/** Gathers a service from what each of some clouds says of it; there must be one at least. */
export function buildService(
  name: string,
  sources: readonly { file: ServiceFile; entry: ServiceEntry }[],
): CatalogService {
  const actions = new Map<
    string,
    CatalogAction & { facts: CloudFacts[]; isFormer: boolean; mayHaveRequirements: boolean }
  >();
  for (const { file } of sources) {
    for (const facts of factsOf(file)) {
      const pattern = parsePattern(facts.name);
      // A row may need other services' actions; those are not this service's.
      if (pattern?.service === name) {
        const key = pattern.text;
        const action = actions.get(key) ?? {
          name: facts.name,
          pattern,
          facts: [],
          isFormer: true,
          mayHaveRequirements: false,
        };
        action.facts.push(facts);
        action.isFormer &&= facts.grade === "former";
        action.mayHaveRequirements ||= facts.rows.some(namesOthers);
        actions.set(key, action);
      }
    }
  }
  return {
    name,
    clouds: new Map(sources.map(({ file, entry }) => [file.cloud, entry])),
    level: commonLevel(sources.map(({ entry }) => entry)),
    coverage: leastCoverage(sources.map(({ entry }) => entry.coverage)),
    actions,
  };
}

/** Of the actions of a row, one can only be the one that it is a row of. */
function namesOthers({ actions, dependencies = [], companionRoles = [] }: PermissionRow): boolean {
  return actions.length + dependencies.length > 1 || companionRoles.length > 0;
}

/** One cloud's names of a file, each once, with its rows. */
function factsOf({ cloud, rows, untabled }: ServiceFile): Iterable<CloudFacts> {
  const found = new Map<string, CloudFacts & { rows: PermissionRow[] }>();
  for (const row of rows) {
    for (const name of row.actions.map(nameOf)) {
      const facts = found.get(name.toLowerCase()) ?? { cloud, name, grade: "table", rows: [], presentNames: [] };
      facts.rows.push(row);
      found.set(name.toLowerCase(), facts);
    }
  }
  for (const { name, grade, presentNames = [] } of untabled) {
    found.set(name.toLowerCase(), { cloud, name, grade, rows: [], presentNames });
  }
  return found.values();
}

function commonLevel(entries: readonly ServiceEntry[]): ServiceEntry["level"] {
  const [level, ...others] = new Set(entries.flatMap((entry) => entry.level ?? []));
  return others.length === 0 ? level : undefined;
}

function leastCoverage(coverages: readonly Coverage[]): Coverage {
  const tabled = coverages.filter((coverage) => coverage !== "mentioned");
  if (tabled.length === 0) {
    return "mentioned";
  }
  return tabled.includes("partial") ? "partial" : "complete";
}

export function nameOf(action: NamedAction): string {
  return typeof action === "string" ? action : action.name;
}
