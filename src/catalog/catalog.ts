import { memoize } from "../text/memoize.js";
import { covers, type ActionPattern } from "../policy/pattern.js";
import { clouds, type CatalogIndex, type Cloud, type ServiceFile } from "./format.js";
import { IdentityCatalog } from "./identity-catalog.js";
import { buildService, type CatalogAction, type CatalogService } from "./service.js";
import { readIndex, readService } from "./store.js";

/**
 * The documentation of one cloud, or of all clouds merged. Services are read from disk on first access. Services and
 * actions that are not documented are `undefined`.
 */
export class Catalog {
  readonly clouds: readonly Cloud[];
  readonly #tables: Tables;
  readonly #services = new Map<string, CatalogService | undefined>();
  /** The names of services, by resource type. Read on first access. */
  #servicesByType: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  #identity: IdentityCatalog | undefined;

  constructor(clouds: readonly Cloud[], tables: Tables) {
    this.clouds = clouds;
    this.#tables = tables;
  }

  /** The same tables of all clouds: what another cloud has is no invention. */
  get ofAllClouds(): Catalog {
    return this.#tables.catalogOf(undefined);
  }

  /** What the same clouds offer to identity policies (5.0). */
  get identity(): IdentityCatalog {
    this.#identity ??= new IdentityCatalog(this.clouds, (cloud) => this.#tables.catalogOf(cloud));
    return this.#identity;
  }

  /** @param name in lower case */
  service(name: string): CatalogService | undefined {
    const known = this.#services.get(name);
    if (known || this.#services.has(name)) {
      return known;
    }
    const service = this.#readService(name);
    this.#services.set(name, service);
    return service;
  }

  action({ service, text }: ActionPattern): CatalogAction | undefined {
    return this.service(service)?.actions.get(text);
  }

  /** The documented actions that a pattern matches. A pattern with a wildcard in its service matches none. */
  readonly matching = memoize((pattern: ActionPattern): readonly CatalogAction[] => {
    if (!pattern.hasWildcard) {
      const action = this.action(pattern);
      return action ? [action] : [];
    }
    const actions = this.service(pattern.service)?.actions.values() ?? [];
    return [...actions].filter((action) => covers(pattern, action.pattern));
  });

  /** Whether a pattern with a literal service matches a documented action. */
  isDocumented(pattern: ActionPattern): boolean {
    return pattern.hasWildcard ? this.matching(pattern).length > 0 : this.action(pattern) !== undefined;
  }

  /** The names of the services that have a resource type. Reads every service. */
  servicesWith(resourceType: string): readonly string[] {
    this.#servicesByType ??= this.#readServicesByType();
    return [...(this.#servicesByType.get(resourceType) ?? [])];
  }

  /** The names of all services, in lower case. */
  serviceNames(): readonly string[] {
    const { services } = this.#tables.index();
    return [...new Set(this.clouds.flatMap((cloud) => Object.keys(services[cloud] ?? {})))];
  }

  #readServicesByType(): ReadonlyMap<string, ReadonlySet<string>> {
    const services = new Map<string, Set<string>>();
    for (const name of this.serviceNames()) {
      for (const { pattern } of this.service(name)?.actions.values() ?? []) {
        services.set(pattern.resourceType, (services.get(pattern.resourceType) ?? new Set()).add(name));
      }
    }
    return services;
  }

  #readService(name: string): CatalogService | undefined {
    const { services } = this.#tables.index();
    const sources = this.clouds.flatMap((cloud) => {
      const entries = services[cloud] ?? {};
      const entry = Object.hasOwn(entries, name) ? entries[name] : undefined;
      return entry ? [{ entry, file: this.#tables.service(cloud, name) }] : [];
    });
    return sources.length > 0 ? buildService(name, sources) : undefined;
  }
}

/** Where tables come from: the package, or the package together with what a project has added. */
interface TableSource {
  index(): CatalogIndex;
  /** Throws for a service without an index entry. */
  service(cloud: Cloud, name: string): ServiceFile;
}

/**
 * The permission tables that somebody's answers come from. Read on first access, and never changed: a project that edits
 * its own catalogue gets other tables.
 */
export class Tables {
  readonly #source: TableSource;
  readonly #catalogs = new Map<Cloud | undefined, Catalog>();

  constructor(source: TableSource) {
    this.#source = source;
  }

  index(): CatalogIndex {
    return this.#source.index();
  }

  /** One service of one cloud. Throws for a service without an index entry. */
  service(cloud: Cloud, name: string): ServiceFile {
    return this.#source.service(cloud, name);
  }

  /** The catalogue of one cloud, or of all clouds merged. */
  catalogOf(cloud: Cloud | undefined): Catalog {
    let catalog = this.#catalogs.get(cloud);
    if (!catalog) {
      catalog = new Catalog(cloud ? [cloud] : clouds, this);
      this.#catalogs.set(cloud, catalog);
    }
    return catalog;
  }
}

/** The tables of this package. */
export const publishedTables = new Tables({
  index: () => readIndex(),
  service: (cloud, name) => readService(cloud, name),
});

/** The published catalogue of one cloud, or of all clouds merged. Cached. */
export function catalogOf(cloud: Cloud | undefined): Catalog {
  return publishedTables.catalogOf(cloud);
}
