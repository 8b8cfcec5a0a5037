import type { Cloud } from "../policy/cloud.js";

export { clouds, type Cloud } from "../policy/cloud.js";

/**
 * The format of the files in `catalog/`, which `tools/import-catalog` writes and the reader in this folder reads. There
 * is one file per service, `catalog/<cloud>/<service>.json`, with one permission row per line, so that a change is a
 * diff that a person can review. Derived data, such as the support and dependencies of an action, is not stored.
 */

/** When an action, a dependency or a companion role counts; our own words for the remarks of the tables. */
export type Qualifier =
  | "only-enterprise-project-migration"
  /** For accounts that have enabled enterprise projects. */
  | "only-enterprise-projects-enabled"
  | "only-system-disk-import"
  | "only-data-disk-import"
  | "only-external-image-file"
  /** For an encrypted instance. */
  | "only-encrypted"
  /** For a dedicated (exclusive) deployment. */
  | "only-dedicated"
  /** In a case that the page describes and that has no value of its own here. */
  | "only-in-some-cases";

/** An action (or, among dependencies, an action pattern) in its documented spelling. */
export type NamedAction = string | { readonly name: string; readonly qualifier: Qualifier };

/** A system role that an API needs besides the policy: one of the named roles is enough. */
export interface CompanionRole {
  /** Role names as the clouds spell them, e.g. `["CSBS Administrator", "CBR Admin"]`. */
  readonly anyOf: readonly string[];
  /** The service that the role belongs to if the name alone is ambiguous, e.g. `obs` for "Tenant Administrator". */
  readonly service?: string;
  readonly qualifier?: Qualifier;
}

/** One row of a permission table. */
export interface PermissionRow {
  /** `"METHOD /path"`, or a bare name where the table gives no method and path. */
  readonly apis: readonly string[];
  /** Empty where the API needs no permission. */
  readonly actions: readonly NamedAction[];
  /** Absent if the table has no dependency column. Empty if the table says that there are none. */
  readonly dependencies?: readonly NamedAction[];
  /** Absent: the table does not say. */
  readonly iamProject?: boolean;
  /** Absent: the table does not say. */
  readonly enterpriseProject?: boolean;
  readonly companionRoles?: readonly CompanionRole[];
  /** On enterprise projects, the API only works on the default one. */
  readonly defaultEnterpriseProjectOnly?: true;
  /** The cloud marks the API as abandoned. */
  readonly abandoned?: true;
  /** Index into `pages`, table on the page, row of the table body. Tables and rows count from 1. */
  readonly source: readonly [page: number, table: number, row: number];
  /** The page of a row that a project has added to the tables. Not in the files of this package. */
  readonly ownPage?: OwnPage;
}

/** A page that a project has added to the tables by itself (`own/`). */
export interface OwnPage {
  readonly cloud: Cloud;
  /** The file that it was read from; the name of a page within its cloud. */
  readonly name: string;
  /** The day of its last change, as it prints it or as the project says: `2025-11-14`. */
  readonly date: string;
  /** Where it says that it is published. */
  readonly address?: string;
  /** The SHA-256 of the file, in hexadecimal. */
  readonly sha256: string;
}

/** Where a row stands: in a file of a documentation repository, or on a page of the cloud's website. */
export type SourcePage = RepositoryPage | LivePage;

export interface RepositoryPage {
  readonly repository: string;
  readonly commit: string;
  readonly path: string;
}

/** A page of a website has no revisions, so that it may say something else by now. */
export interface LivePage {
  readonly address: string;
  /** The date of the last change that the page prints, if it does: `2025-11-14`. */
  readonly date?: string;
  /** The day on which a person read the page and wrote its rows down. Absent if the importer read the page. */
  readonly readByHand?: string;
}

/**
 * A name without a permission row of its own: seen only as another row's dependency, or only in the
 * cloud's example policies, or documented once and gone (`former`, facts.md#renamed-actions), or only in policies that
 * run in the cloud (facts.md#actions-newer-than-the-tables).
 */
export interface ActionWithoutRow {
  readonly name: string;
  readonly evidence: "dependency-only" | "example-only" | "former" | "policy-only";
  /** Of a former action: the actions that its APIs need today, where the tables still have these APIs. */
  readonly presentNames?: readonly string[];
}

export interface ServiceFile {
  readonly cloud: Cloud;
  readonly service: string;
  readonly pages: readonly SourcePage[];
  readonly withoutRow: readonly ActionWithoutRow[];
  /** Names of the service that tables also write in another case than everywhere else in this file. */
  readonly otherSpellings?: readonly string[];
  readonly rows: readonly PermissionRow[];
}

/**
 * How likely a name that the tables of a service lack is a mistake, by evidence. `complete`: certainly. `likely`:
 * probably. `partial`: nobody can tell, because the tables lack names that exist. `mentioned`: nobody can tell, because
 * the service has no table; its names come from tables of other services.
 */
export type Verdict = "complete" | "likely" | "partial" | "mentioned";

/** The reason for a verdict. `tools/import-catalog/coverage.ts` says which evidence gives which reason. */
export type CoverageReason =
  /** `complete`: all three clouds list exactly the same names, years apart. */
  | "same-in-all-clouds"
  /** `complete`: the cloud's policies and other tables use names of the service, and its tables list every one. */
  | "uses-listed"
  /** `likely`: as before, but few names are used, so that this says little. */
  | "few-uses"
  /** `likely`: all names used are listed, but another cloud lists many more. */
  | "more-elsewhere"
  /** `likely`: some names used are not listed. Resource types that seem to lack more of them are `partial`. */
  | "uses-missing"
  /** `partial`: so many of the names used are not listed that as good as nothing is certain. */
  | "many-uses-missing"
  /** `partial`: the only table is a manual's list of common operations. */
  | "common-operations"
  /** `partial`: the cloud no longer updates the pages (facts.md#frozen-documentation). */
  | "no-longer-updated"
  /** `partial`: not all pages were read. */
  | "pages-left-out"
  /** `mentioned`. */
  | "no-table";

/** Names, or resource types, that are in use, held against the tables. */
export interface UseCounts {
  /** What the tables list. */
  readonly listed: number;
  /** What is used by example policies, policies in use and rows of other actions. */
  readonly used: number;
  /** The part of `used` that the tables lack. Former names are not counted. */
  readonly missing: number;
}

/** How completely the tables of one cloud list the actions of a service, by evidence. */
export interface Coverage {
  /** Holds for every name that neither of the last two fields is about. */
  readonly verdict: Verdict;
  readonly reason: CoverageReason;
  /** The names that are used. `listed` is {@link ServiceEntry.actions}. */
  readonly used: number;
  /** The part of `used` that the tables lack. */
  readonly missing: number;
  /** The names that other clouds list and this one does not. */
  readonly elsewhere: number;
  /**
   * The resource types, in lower case, that are `partial` whatever the verdict, with their names counted. A type of
   * which nothing is `listed` is one that patterns of official policies name, so that it is no misspelling either.
   */
  readonly partialTypes?: { readonly [resourceType: string]: UseCounts };
  /** Present if a name is only `partial` where the tables lack its whole resource type. Counts resource types. */
  readonly newTypes?: UseCounts;
}

/** The index entry of a service in one cloud. */
export interface ServiceEntry {
  readonly coverage: Coverage;
  /** The date of the newest source page, if known: `2026-04-22`. */
  readonly documented?: string;
  /** Whether the service is administered globally or per project. Absent if no source says so. */
  readonly level?: "global" | "project";
  /** The number of distinct actions of the service, ignoring case, that have a permission row. */
  readonly actions: number;
  readonly rows: number;
  /** The SHA-256 of the service file, in hexadecimal. */
  readonly sha256: string;
}

/** Identifies a catalogue. In a file of its own because it is read whenever the plugin is imported. */
export interface CatalogIdentity {
  /**
   * The SHA-256 of the index, in hexadecimal. The index contains the hashes of the service files, so this hash covers
   * all of them.
   */
  readonly sha256: string;
}

/** The index entry of a file about identity policies (`identity-format.ts`). */
export interface IdentityEntry {
  readonly actions: number;
  /** The SHA-256 of the file, in hexadecimal. */
  readonly sha256: string;
}

export interface CatalogIndex {
  readonly services: { readonly [cloud in Cloud]?: { readonly [service: string]: ServiceEntry } };
  /** The services with a file about identity policies. */
  readonly identity?: { readonly [cloud in Cloud]?: { readonly [service: string]: IdentityEntry } };
}
