import { catalogOf } from "../../src/catalog/catalog.js";
import { clouds, type Cloud, type Coverage } from "../../src/catalog/format.js";
import type { KnownIdentityAction } from "../../src/catalog/identity-catalog.js";
import type { CatalogAction, CatalogService } from "../../src/catalog/service.js";

/** What policies of one cloud may name, as far as its tables say. */
export interface Vocabulary {
  readonly cloud: Cloud;
  readonly services: readonly ServiceVocabulary[];
  /** The services that only other clouds name, in lower case: this one may have them as well. */
  readonly otherServices: readonly string[];
  /** The actions of identity policies (5.0) that a source or page names. There are more. */
  readonly identityActions: readonly KnownIdentityAction[];
}

export interface ServiceVocabulary {
  readonly service: CatalogService;
  /** The actions to offer, each under one name. */
  readonly listed: readonly CatalogAction[];
  /** Other spellings of these in the tables. */
  readonly spellings: readonly string[];
  /** Names that may be right and that nobody should begin to use: former ones, and those of other clouds' tables. */
  readonly others: readonly string[];
  readonly unlisted: Unlisted;
}

/**
 * Which names that are not listed may be right all the same, because the tables are known to lack some:
 *
 * - `names`: any name of the service;
 * - `types`: names of the `partial` resource types and, unless it is `undefined`, of types other than the `tabled` ones.
 */
export type Unlisted =
  | { readonly kind: "names" }
  | { readonly kind: "types"; readonly partial: readonly string[]; readonly tabled: readonly string[] | undefined };

/** What the catalogue of a cloud says. Reads every service. */
export function vocabularyOf(cloud: Cloud): Vocabulary {
  const catalog = catalogOf(cloud);
  const names = catalog.serviceNames();
  return {
    cloud,
    services: names.flatMap((name) => {
      const service = catalog.service(name);
      return service ? [serviceVocabulary(cloud, service)] : [];
    }),
    otherServices: catalogOf(undefined)
      .serviceNames()
      .filter((name) => !names.includes(name)),
    identityActions: catalog.identity.all(),
  };
}

function serviceVocabulary(cloud: Cloud, service: CatalogService): ServiceVocabulary {
  const actions = [...service.actions.values()];
  // Rows of other actions name patterns as well. They are no actions of their own.
  const listed = actions.filter(({ isFormer, pattern }) => !isFormer && !pattern.hasWildcard);
  const coverage = service.clouds.get(cloud)?.coverage;
  const names = new Set(listed.map(({ name }) => name));
  const spellings = new Set(listed.flatMap((action) => action.spellings.filter((spelling) => !names.has(spelling))));
  const former = actions.filter(({ isFormer }) => isFormer).flatMap((action) => action.spellings);
  const elsewhere = coverage?.verdict === "likely" ? namesElsewhere(service.name) : [];
  const others = new Set([...former, ...elsewhere].filter((name) => !name.includes("*")));
  return {
    service,
    listed,
    spellings: [...spellings],
    others: [...others].filter((name) => !names.has(name) && !spellings.has(name)),
    unlisted: coverage ? unlistedIn(coverage, actions) : { kind: "names" },
  };
}

/** What another cloud lists may work here as well where the tables are only likely to have everything. */
function namesElsewhere(service: string): readonly string[] {
  return clouds.flatMap((cloud) =>
    [...(catalogOf(cloud).service(service)?.actions.values() ?? [])].flatMap(({ spellings }) => spellings),
  );
}

function unlistedIn({ verdict, partialTypes = {}, newTypes }: Coverage, actions: readonly CatalogAction[]): Unlisted {
  if (verdict === "partial" || verdict === "mentioned") {
    return { kind: "names" };
  }
  const inTables = actions.filter(({ facts }) => facts.some(({ evidence }) => evidence === "table"));
  const tabled = [...new Set(inTables.map(({ pattern }) => pattern.resourceType))];
  return { kind: "types", partial: Object.keys(partialTypes), tabled: newTypes ? tabled : undefined };
}
