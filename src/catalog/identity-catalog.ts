import { covers, identityActionNameOf, parsePattern, type ActionPattern } from "../policy/pattern.js";
import { urnTypesOf } from "../policy/urn-types.js";
import type { Catalog } from "./catalog.js";
import type { Cloud } from "./format.js";
import type { ActionResource, IdentityAction, IdentityFile } from "./identity-format.js";
import { namesOfPages, type NamedIdentityAction } from "./identity-names.js";
import { identityService, servicesWithIdentityActions } from "./identity.js";

/** An action of version 5.0, merged from the sources of some clouds. */
export interface KnownIdentityAction extends NamedIdentityAction {
  /** The types of resources that it takes; empty if it takes none, `undefined` if that is not known for sure. */
  readonly resources?: readonly UrnType[];
}

/** A type of resources. */
export interface UrnType {
  /** In lower case. */
  readonly service: string;
  /** In the documented spelling. */
  readonly type: string;
}

/**
 * What one cloud offers to identity policies, or all clouds together: what its files say, and the names that other pages
 * have. Names are compared without case.
 */
export class IdentityCatalog {
  readonly #clouds: readonly Cloud[];
  readonly #catalogOf: (cloud: Cloud) => Catalog;
  readonly #services = new Map<string, ReadonlyMap<string, KnownIdentityAction>>();
  #byAlias: ReadonlyMap<string, readonly KnownIdentityAction[]> | undefined;

  /** @param catalogOf the tables of version 1.1, which say what names it has kept */
  constructor(clouds: readonly Cloud[], catalogOf: (cloud: Cloud) => Catalog) {
    this.#clouds = clouds;
    this.#catalogOf = catalogOf;
  }

  /** @param text in lower case */
  action(text: string): KnownIdentityAction | undefined {
    return this.#service(text.slice(0, text.indexOf(":"))).get(text);
  }

  /**
   * The actions that a name of version 1.1 stands for. Reads all services with identity actions, because a pair may be of two.
   *
   * @param text in lower case
   */
  withAlias(text: string): readonly KnownIdentityAction[] {
    return this.#aliases().get(text) ?? [];
  }

  /** The actions that a pattern with a literal service matches, or that an action is. */
  matching(pattern: ActionPattern): readonly KnownIdentityAction[] {
    if (!pattern.hasWildcard) {
      const action = this.action(pattern.text);
      return action ? [action] : [];
    }
    return this.ofService(pattern.service).filter(({ name }) => matches(pattern, name));
  }

  /** The actions that the names of version 1.1 which a pattern matches stand for. */
  withAliasMatching(pattern: ActionPattern): readonly KnownIdentityAction[] {
    return pattern.hasWildcard
      ? [...this.#aliases()].flatMap(([alias, actions]) => (matches(pattern, alias) ? actions : []))
      : this.withAlias(pattern.text);
  }

  /** @param service in lower case */
  ofService(service: string): readonly KnownIdentityAction[] {
    return [...this.#service(service).values()];
  }

  /** The actions of all services that a source or page names. Reads all of them. */
  all(): readonly KnownIdentityAction[] {
    const names = [...this.#clouds.flatMap(servicesWithIdentityActions), ...namesOfPages.map(serviceOfName)];
    return [...new Set(names)].flatMap((name) => this.ofService(name));
  }

  /**
   * Whether all actions of a service are known, so that any other name is a mistake: in each of the clouds.
   *
   * @param service in lower case
   */
  isComplete(service: string): boolean {
    return this.#clouds.every((cloud) => identityService(cloud, service)?.file.isComplete === true);
  }

  /**
   * The types of a service's resources that a source names. Services have more of them.
   *
   * @param service in lower case
   */
  typesOf(service: string): readonly string[] {
    const ofFiles = this.#filesOf(service).flatMap((file) => [
      ...file.resources.map(({ type }) => type),
      ...file.actions
        .flatMap(({ resources = [] }) => resources.map((resource) => urnType(resource, file)))
        .filter((resource) => resource.service === service)
        .map(({ type }) => type),
    ]);
    return [...new Map([...ofFiles, ...urnTypesOf(service)].map((type) => [type.toLowerCase(), type])).values()];
  }

  #filesOf(service: string): readonly IdentityFile[] {
    return this.#clouds.flatMap((cloud) => identityService(cloud, service)?.file ?? []);
  }

  #service(name: string): ReadonlyMap<string, KnownIdentityAction> {
    const known = this.#services.get(name) ?? this.#readService(name);
    this.#services.set(name, known);
    return known;
  }

  #readService(name: string): ReadonlyMap<string, KnownIdentityAction> {
    const isComplete = this.isComplete(name);
    const actions = new Map<string, KnownIdentityAction>(pagesOf(name).map((one) => [one.name.toLowerCase(), one]));
    for (const file of this.#filesOf(name)) {
      const hasResources = isComplete && file.actions.some(({ resources }) => resources);
      for (const action of file.actions) {
        const key = action.name.toLowerCase();
        const aliases = [...(actions.get(key)?.aliases ?? []), ...this.#aliasesOf(action, file.cloud)];
        const isSilent = aliases.length === 0 && !isComplete && actions.get(key)?.aliases === undefined;
        actions.set(key, {
          name: action.name,
          ...(isSilent ? {} : { aliases: distinct(aliases) }),
          ...(hasResources
            ? {
                resources: [
                  ...(actions.get(key)?.resources ?? []),
                  ...(action.resources ?? []).map((one) => urnType(one, file)),
                ],
              }
            : {}),
        });
      }
    }
    return actions;
  }

  /** A name that version 1.1 has too stands for its action there. */
  #aliasesOf({ name, aliases = [] }: IdentityAction, cloud: Cloud): readonly string[] {
    const pattern = parsePattern(name);
    const isKept = pattern !== undefined && this.#catalogOf(cloud).action(pattern) !== undefined;
    return isKept ? [...aliases, name] : aliases;
  }

  #aliases(): ReadonlyMap<string, readonly KnownIdentityAction[]> {
    this.#byAlias ??= this.#readAliases();
    return this.#byAlias;
  }

  #readAliases(): ReadonlyMap<string, readonly KnownIdentityAction[]> {
    const found = new Map<string, KnownIdentityAction[]>();
    for (const action of this.all()) {
      for (const alias of action.aliases ?? []) {
        const key = alias.toLowerCase();
        found.set(key, [...(found.get(key) ?? []), action]);
      }
    }
    return found;
  }
}

function matches(pattern: ActionPattern, name: string): boolean {
  const named = identityActionNameOf(name).pattern;
  return named !== undefined && covers(pattern, named);
}

function pagesOf(service: string): readonly NamedIdentityAction[] {
  return namesOfPages.filter((action) => serviceOfName(action) === service);
}

function serviceOfName({ name }: NamedIdentityAction): string {
  return name.slice(0, name.indexOf(":")).toLowerCase();
}

/** The first spelling of each name. */
function distinct(names: readonly string[]): readonly string[] {
  return names.filter((name, place) => names.findIndex((one) => one.toLowerCase() === name.toLowerCase()) === place);
}

/** The type of a resource: one of another service has its own template, as a type that the service does not list. */
function urnType({ type, urn }: ActionResource, file: IdentityFile): UrnType {
  const template = urn ?? file.resources.find((resource) => resource.type === type)?.urn ?? file.service;
  return { service: template.split(":", 1).join("").toLowerCase(), type };
}
