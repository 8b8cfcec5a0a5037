import type { OwnPage, PermissionRow } from "../format.js";

/** The name of every project's own catalogue: ESLint's cache and the command find it by that. */
export const ownCatalogName = "huaweicloud-iam.catalog.json";

/** Grows when an older version of this package could not read the file, or would read it wrongly. */
export const ownFormat = 1;

/**
 * A project's own catalogue: permission pages that the project has read itself, newer than those in `catalog/` or of
 * services that it lacks. One permission row a line, in the order of the pages.
 */
export interface OwnCatalog {
  /** By cloud and name. */
  readonly pages: readonly OwnPage[];
  readonly rows: readonly OwnRow[];
}

/** A permission row; its source counts the pages of this file. */
export interface OwnRow extends Omit<PermissionRow, "ownPage"> {
  readonly service: string;
}

/** What the file has besides: the version of its format, and a hash by which edits by hand are noticed. */
export interface OwnFile extends OwnCatalog {
  readonly format: number;
  /** Of {@link hashedText}. */
  readonly sha256: string;
}

/** The part of a file that its hash is made of; how it is laid out does not matter. */
export function hashedText({ pages, rows }: OwnCatalog): string {
  return JSON.stringify([pages, rows]);
}
