import type { Cloud, PermissionRow } from "../format.js";

/** A saved page of a cloud's documentation. */
export interface PageFile {
  readonly cloud: Cloud;
  /** Its extension says what it is written in. */
  readonly name: string;
  readonly text: string;
}

/** What a page says. */
export interface PageContent {
  readonly rows: readonly PageRow[];
  /** The cells that cannot be read, each with its place; their rows are left out. */
  readonly unread: readonly string[];
  /** The rows of permission tables that are none, such as those of a system policy. */
  readonly leftOut: number;
  /** The day of its last change, if it prints one: `2025-11-14`. */
  readonly date: string | undefined;
  /** Where it says that it is published. */
  readonly address: string | undefined;
  /** The clouds that it can be of, by its address and language; all if these do not say. */
  readonly clouds: readonly Cloud[];
}

/** A permission row, with its service and its place: the table, and the row in it. */
export interface PageRow extends Omit<PermissionRow, "source" | "ownPage"> {
  readonly service: string;
  readonly at: readonly [table: number, row: number];
}

/** Reads pages of documentation. Large, and only needed to add pages, so it is a module of its own. */
export interface PageReader {
  /** Whether it can read files of this name. */
  reads(name: string): boolean;
  readPage(file: PageFile): PageContent;
}
