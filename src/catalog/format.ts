import type { Cloud } from "../policy/cloud.js";

export { clouds, type Cloud } from "../policy/cloud.js";

/**
 * The shape of the files under `catalog/`, as `tools/import-catalog` writes them and the reader in this
 * folder reads them. One file a service, `catalog/<cloud>/<service>.json`, one permission row a line, so
 * that a change of the catalogue is a diff that a person can review. What can be derived (an action's
 * support, its dependencies) is not stored.
 */

/** When an action, a dependency or a companion role counts; our own words for the remarks of the tables. */
export type Remark =
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
  /** In a case that the page describes and that has no word of its own here. */
  | "only-in-some-cases";

/** An action (or, among dependencies, an action pattern) in its documented spelling. */
export type NamedAction = string | { readonly name: string; readonly remark: Remark };

/** A system role that an API needs besides the policy: one of the named roles is enough. */
export interface CompanionRole {
  /** Role names as the clouds spell them, e.g. `["CSBS Administrator", "CBR Admin"]`. */
  readonly anyOf: readonly string[];
  /** The service whose role it is where the name alone does not say, e.g. `obs` for "Tenant Administrator". */
  readonly service?: string;
  readonly remark?: Remark;
}

/** One line of a permission table. */
export interface PermissionRow {
  /** `"METHOD /path"`, or a bare name where the table gives no method and path. */
  readonly apis: readonly string[];
  /** Empty where the API needs no permission. */
  readonly actions: readonly NamedAction[];
  /** Absent: the table has no column of dependencies and does not say. Empty: it says that there are none. */
  readonly dependencies?: readonly NamedAction[];
  /** Absent: the table does not say. */
  readonly iamProject?: boolean;
  /** Absent: the table does not say. */
  readonly enterpriseProject?: boolean;
  readonly companionRoles?: readonly CompanionRole[];
  /** The API works on an enterprise project only with the default one. */
  readonly defaultEnterpriseProjectOnly?: true;
  /** The cloud marks the API as abandoned. */
  readonly abandoned?: true;
  /** Index into `pages`, table on the page, row of the table's body; the latter two count from 1. */
  readonly source: readonly [page: number, table: number, row: number];
}

export interface SourcePage {
  readonly repository: string;
  readonly commit: string;
  readonly path: string;
}

/**
 * A name without a permission row of its own: seen only as another row's dependency, or only in the
 * cloud's example policies, or documented once and gone (`former`).
 */
export interface UntabledAction {
  readonly name: string;
  readonly grade: "dependency-only" | "example-only" | "former";
  /** Of a former action: the actions that its APIs need today, where the tables still have these APIs. */
  readonly presentNames?: readonly string[];
}

export interface ServiceFile {
  readonly cloud: Cloud;
  readonly service: string;
  readonly pages: readonly SourcePage[];
  readonly untabled: readonly UntabledAction[];
  readonly rows: readonly PermissionRow[];
}

/**
 * `complete`: the tables hold the service's actions; `partial`: the cloud uses actions of the service that
 * its tables lack; `mentioned`: there is no table at all, its names come from other services' tables.
 */
export type Coverage = "complete" | "partial" | "mentioned";

/** What the index says of one service of one cloud. */
export interface ServiceEntry {
  readonly coverage: Coverage;
  /** Date of the newest source page as far as it is known: `2026-04-22`. */
  readonly documented?: string;
  /** Whether the service is administered globally or per project; absent where no source says. */
  readonly level?: "global" | "project";
  /** Distinct actions of the service, compared without case, that have a permission row. */
  readonly actions: number;
  readonly rows: number;
  /** SHA-256 of the service's file, in hexadecimal. */
  readonly sha256: string;
}

/** What tells one catalogue from another, in a file of its own: it is read wherever the plugin is imported. */
export interface CatalogIdentity {
  /** SHA-256 of the index, in hexadecimal. The index has those of the service files: this one stands for all of them. */
  readonly sha256: string;
}

export interface CatalogIndex {
  readonly services: { readonly [cloud in Cloud]?: { readonly [service: string]: ServiceEntry } };
}
